// Lets in as many requests as the server can do and gives the others a time to come back. After an
// outage every desk of the country is here at once: a few wait inside, the rest get appointments
// one behind the other, as fast as requests are really done. One thread; time and chance are
// arguments. Used by http/connection.
#pragma once

#include "common/base/random_source.h"

#include <chrono>
#include <cstddef>
#include <optional>

namespace hotich {

struct admission_limits
{
    std::size_t handlers = 2; ///< that work at the same time
    std::size_t max_waiting = 1024;
    std::chrono::milliseconds max_wait{5'000};
    std::size_t large_body_bytes = 256u * 1024u; ///< from here on a body is bulk
    std::chrono::seconds max_retry_after{300};
};

/// A first receipt is a small message of a connection that has had no answer yet; everything else
/// is bulk.
enum class admission_class { first_receipt, bulk };

class admission
{
public:
    using steady_time = std::chrono::steady_clock::time_point;
    using seconds = std::chrono::duration<double>;

    admission(const admission_limits& limits, random_source& chance)
        : m_limits(limits), m_chance(chance)
    {}

    /// Nothing: come in. Otherwise the seconds after which to come again. While first receipts are
    /// waiting outside, no bulk comes in, nor while many are inside, and no large body while
    /// anybody waits inside: a first receipt is worth more to a desk than the end of somebody's
    /// upload.
    std::optional<int> ask(admission_class kind, std::size_t body_bytes, steady_time now);
    /// The seconds for someone who is refused for another reason.
    int appointment(admission_class kind, steady_time now);

    void enter() { ++m_inside; }

    void leave(seconds service);

    /// With a handler or before one.
    [[nodiscard]] std::size_t inside() const { return m_inside; }

    /// What one request takes of one handler, as measured lately.
    [[nodiscard]] seconds service() const { return m_service; }

    /// How long the last of the queue waits.
    [[nodiscard]] seconds wait_inside() const;
    /// How long the last of those with an appointment has to wait.
    [[nodiscard]] seconds wait_outside(steady_time now) const;

private:
    admission_limits m_limits;
    random_source& m_chance;
    std::size_t m_inside = 0;
    seconds m_service{0.005};
    steady_time m_last_first{}; ///< the last appointment of each class
    steady_time m_last_bulk{};
};

} // namespace hotich
