#include "syncserver/services/desk_budget.h"

#include <cmath>

namespace hotich {

namespace {

token_rate a_minutes(double amount) { return {amount, amount / 60}; }

} // namespace

desk_budget::desk_budget(const desk_rates& rates)
    : m_requests(a_minutes(static_cast<double>(rates.requests_per_minute))),
      m_bytes(a_minutes(1024.0 * static_cast<double>(rates.kilobytes_per_minute)))
{}

std::optional<int> desk_budget::take(
    const std::string& desk, std::size_t bytes, std::chrono::steady_clock::time_point now
)
{
    const std::lock_guard lock(m_mutex);
    auto& of_desk = m_accounts[desk];
    if (!of_desk.requests.has_one(m_requests, now) || !of_desk.bytes.has_one(m_bytes, now)) {
        const auto wait = std::max(
            of_desk.requests.time_to_one(m_requests, now), of_desk.bytes.time_to_one(m_bytes, now)
        );
        return 1 + static_cast<int>(std::ceil(wait.count()));
    }
    of_desk.requests.take(1, m_requests, now);
    of_desk.bytes.take(static_cast<double>(bytes), m_bytes, now);
    return std::nullopt;
}

} // namespace hotich
