#include "common/sync/engine.h"

#include <algorithm>

namespace hotich {

namespace {

template <class... Handlers>
struct overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <class... Handlers>
overloaded(Handlers...) -> overloaded<Handlers...>;

/// Failures that no waiting mends: a person must look.
bool is_final(failure_code code)
{
    return code == failure_code::not_allowed || code == failure_code::corrupt_data
        || code == failure_code::wrong_key;
}

} // namespace

std::vector<sync_effect> sync_engine::on(const sync_input& input, instant now)
{
    return std::visit(
        overloaded{
            [this](const sync_wanted&) { return begin(); },
            [](const batch_loaded& loaded) {
                return std::vector<sync_effect>{send_batch{loaded.request}};
            },
            [this](const answer_received& answer) {
                m_more = answer.response.more;
                return std::vector<sync_effect>{apply_answer{answer.response}};
            },
            [this](const answer_applied& applied) { return go_on(applied.unsent_left); },
            [this, now](const step_failed& failed) { return fail(failed.why, now); },
        },
        input
    );
}

std::vector<sync_effect> sync_engine::begin()
{
    if (m_phase == sync_phase::working) {
        m_wanted_again = true;
        return {};
    }
    m_phase = sync_phase::working;
    m_rounds = 0;
    return {report_phase{m_phase, std::nullopt}, load_batch{m_pull_first ? 0 : m_batch}};
}

std::vector<sync_effect> sync_engine::go_on(bool unsent_left)
{
    m_failures = 0;
    m_batch = std::min(m_batch * 2, max_operations_per_batch);
    if (!m_more) m_pull_first = false;
    const bool again = m_more || unsent_left || std::exchange(m_wanted_again, false);
    if (again && ++m_rounds < max_rounds) return {load_batch{m_pull_first ? 0 : m_batch}};
    m_phase = sync_phase::idle;
    return {report_phase{m_phase, std::nullopt}};
}

std::vector<sync_effect> sync_engine::fail(const failure& why, instant now)
{
    m_wanted_again = false;
    // What the server has of this desk is not what stands here: take its feed in before sending
    // anything.
    if (why.code == failure_code::conflict && !m_pull_first) {
        m_pull_first = true;
        return {load_batch{0}};
    }
    if (is_final(why.code)) {
        m_phase = sync_phase::stopped;
        return {report_phase{m_phase, why}};
    }
    m_batch = std::max<std::int64_t>(m_batch / 2, 1); // a weak line loses long messages first
    m_phase = sync_phase::waiting;
    return {report_phase{m_phase, why}, wake_at{instant{now.ms + retry_delay_ms()}}};
}

/// Doubles with every failure, with half of it jittered, so that desks do not come back together
/// after an outage.
std::int64_t sync_engine::retry_delay_ms()
{
    const auto full = std::min(first_retry_ms << std::min(m_failures, 8), last_retry_ms);
    m_failures = std::min(m_failures + 1, 8);
    return full / 2
        + static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(full / 2 + 1)));
}

} // namespace hotich
