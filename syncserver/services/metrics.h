// What the server counts, and its text for Prometheus. From any thread. Labels come from closed
// sets (route patterns, statuses, outcomes), so that nobody outside can make the list grow.
#pragma once

#include "common/sync/pin_queue.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace hotich {

struct operation_counts
{
    std::uint64_t accepted = 0;
    std::uint64_t rejected = 0;
    std::uint64_t held = 0;
};

/// How the door stands: see services/admission.
struct admission_gauges
{
    std::size_t inside = 0;
    double service_s = 0;
    double wait_outside_s = 0;
};

class metrics
{
public:
    void connection_opened();
    void connection_closed();
    void handshake_failed();
    void count_timeouts(std::size_t connections);
    /// `route` is a pattern of the table, never what the client wrote.
    void count_request(std::string_view route, int http_status, std::chrono::nanoseconds took);
    /// A request that no handler saw.
    void count_refusal(std::string_view why, int http_status);
    void set_admission(const admission_gauges& gauges);
    void set_listeners(std::size_t count);
    void count_notice();
    void count_operations(const operation_counts& counted);
    /// The settings name a population database; without it requests only queue.
    void population_configured();
    /// `kind` is one of a closed set: what an answer did, or why there was none.
    void count_pin_answer(std::string_view kind);
    void set_pins(const pin_counts& waiting, instant now);

    /// Text format 0.0.4.
    [[nodiscard]] std::string to_text(std::string_view version) const;

private:
    static constexpr std::array<double, 11> bounds_s{
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10};

    struct histogram
    {
        std::array<std::uint64_t, bounds_s.size()> at_most{};
        std::uint64_t count = 0;
        double sum_s = 0;
    };

    void write_pins(std::ostream& out) const;
    void write_admission(std::ostream& out) const;

    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::uint64_t> m_requests;
    std::map<std::string, histogram, std::less<>> m_durations;
    operation_counts m_operations;
    std::uint64_t m_connections_total = 0;
    std::uint64_t m_connections_open = 0;
    std::uint64_t m_handshakes_failed = 0;
    std::uint64_t m_timeouts = 0;
    admission_gauges m_admission;
    std::uint64_t m_listeners = 0;
    std::uint64_t m_notices = 0;
    bool m_has_population = false;
    std::map<std::string, std::uint64_t, std::less<>> m_pin_answers;
    pin_counts m_pins;
    std::int64_t m_oldest_pin_s = 0;
};

} // namespace hotich
