// What the clients of one address may take: connections, and attempts to sign in that fail. An
// address is an office's router or a province's gateway, so the limits are wide. One thread; time
// is an argument. Used by http/listener and http/connection.
#pragma once

#include "syncserver/services/token_bucket.h"

#include <cstddef>
#include <map>
#include <string>

namespace hotich {

/// Addresses of which only failures are remembered; beyond it those that are forgiven soonest go.
inline constexpr std::size_t max_remembered_addresses = 10'000;

class address_book
{
public:
    using steady_time = std::chrono::steady_clock::time_point;

    address_book(std::size_t max_connections, std::size_t max_failures);

    /// False where the address has as many connections as it may; otherwise leave must follow.
    bool enter(const std::string& address);
    void leave(const std::string& address, steady_time now);

    void count_failure(const std::string& address, steady_time now);
    /// Too many failures in the last ten minutes.
    [[nodiscard]] bool is_barred(const std::string& address, steady_time now) const;

    [[nodiscard]] std::size_t size() const { return m_addresses.size(); }

private:
    struct entry
    {
        std::size_t connections = 0;
        token_bucket failures;
    };

    void forget(steady_time now);

    std::size_t m_max_connections;
    token_rate m_failures;
    std::map<std::string, entry> m_addresses;
};

} // namespace hotich
