#include "syncserver/services/admission.h"

#include <algorithm>
#include <cmath>

namespace hotich {

namespace {

/// The weight of the newest measurement: the last thirty or so count.
constexpr double newest_share = 1.0 / 16;
constexpr admission::seconds least_service{0.0001};
constexpr std::uint64_t jitter_steps = 1000;
/// Requests for each handler that bulk may find inside: whoever comes for a first receipt waits
/// behind no more of it, and no handler is idle.
constexpr std::size_t bulk_rounds = 2;

} // namespace

std::optional<int> admission::ask(admission_class kind, std::size_t body_bytes, steady_time now)
{
    bool must_wait = m_inside >= m_limits.max_waiting || wait_inside() > m_limits.max_wait;
    if (body_bytes >= m_limits.large_body_bytes) {
        kind = admission_class::bulk;
        must_wait = must_wait || m_inside >= m_limits.handlers;
    }
    if (kind == admission_class::bulk)
        must_wait = must_wait || m_last_first > now || m_inside >= bulk_rounds * m_limits.handlers;
    if (!must_wait) return std::nullopt;
    return appointment(kind, now);
}

/// One place behind the last one of its class who got an appointment, or behind all who go before.
/// A quarter of the time is chance: those who were refused in one moment do not come back in one
/// moment.
int admission::appointment(admission_class kind, steady_time now)
{
    const auto most = steady_time::duration(m_limits.max_retry_after);
    const auto to_ticks = [](seconds time) {
        return std::chrono::duration_cast<steady_time::duration>(time);
    };
    const auto one = to_ticks(m_service / static_cast<double>(m_limits.handlers));
    const bool is_first = kind == admission_class::first_receipt;
    auto& last = is_first ? m_last_first : m_last_bulk;
    auto before = std::max(last, now + to_ticks(wait_inside()));
    if (!is_first) before = std::max(before, m_last_first);
    // What nobody is told to wait for is no appointment.
    last = std::min(before + one, now + most);
    const auto due = seconds(last - now).count();
    const double share =
        static_cast<double>(m_chance.below(jitter_steps)) / static_cast<double>(jitter_steps);
    const double told = std::ceil(due + (due / 4 + 1) * share);
    return static_cast<int>(std::clamp(told, 1.0, seconds(most).count()));
}

void admission::leave(seconds service)
{
    --m_inside;
    m_service += (std::max(service, least_service) - m_service) * newest_share;
}

admission::seconds admission::wait_inside() const
{
    return m_service * (static_cast<double>(m_inside) / static_cast<double>(m_limits.handlers));
}

admission::seconds admission::wait_outside(steady_time now) const
{
    return std::max(seconds(0), seconds(std::max(m_last_first, m_last_bulk) - now));
}

} // namespace hotich
