// Slows down who guesses passwords: after some wrong ones for a name from an address, that name
// from that address waits, longer each time. A clerk elsewhere is not shut out by it, and nobody
// for ever. Many names from one address are the address book's (http/address_book). Used by
// services/account_service; safe from several threads.
#pragma once

#include "common/base/instant.h"

#include <map>
#include <mutex>
#include <string>

namespace hotich {

inline constexpr int free_attempts = 5;
inline constexpr std::int64_t first_wait_ms = 2'000;
inline constexpr std::int64_t longest_wait_ms = 15ll * 60 * 1000;
inline constexpr std::size_t max_guarded = 100'000;

class sign_in_guard
{
public:
    /// How long from now until another attempt is looked at; 0: at once.
    std::int64_t wait_ms(const std::string& name, const std::string& address, instant now);
    void failed(const std::string& name, const std::string& address, instant now);
    void succeeded(const std::string& name, const std::string& address);

private:
    struct attempts
    {
        int failures = 0;
        instant open_again;
    };

    void make_room(instant now);

    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, attempts> m_attempts;
};

} // namespace hotich
