#include "syncserver/services/desk_budget.h"

namespace hotich {

namespace {

token_rate a_minutes(std::size_t amount)
{
    return {static_cast<double>(amount), static_cast<double>(amount) / 60};
}

} // namespace

desk_budget::desk_budget(const desk_rates& rates)
    : m_requests(a_minutes(rates.requests_per_minute)),
      m_bytes(a_minutes(1024 * rates.kilobytes_per_minute))
{}

std::optional<int> desk_budget::take(
    const std::string& desk, std::size_t bytes, token_bucket::time now
)
{
    if (const auto wait = m_requests.take(desk, 1, now)) return wait;
    return m_bytes.take(desk, static_cast<double>(bytes), now);
}

} // namespace hotich
