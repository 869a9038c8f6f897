#include "common/sync/engine.h"

#include "common/base/backoff.h"

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

std::int64_t bytes_of(const sync_request& request)
{
    std::size_t bytes = 0;
    for (const auto& body : request.bodies)
        bytes += body.size();
    return static_cast<std::int64_t>(bytes);
}

std::int64_t bytes_of(const sync_response& response)
{
    std::size_t bytes = 0;
    for (const auto& entry : response.entries)
        bytes += entry.body.size();
    return static_cast<std::int64_t>(bytes);
}

} // namespace

std::vector<sync_effect> sync_engine::on(const sync_input& input, instant now)
{
    return std::visit(
        overloaded{
            [this](const sync_wanted&) { return begin(); },
            [this](const batch_loaded& loaded) {
                m_sent_bytes = bytes_of(loaded.request);
                return std::vector<sync_effect>{send_batch{loaded.request}};
            },
            [this, now](const answer_received& answer) {
                return answer.response.show_after ? show(*answer.response.show_after, now)
                                                  : take(answer);
            },
            [this](const answer_applied& applied) { return go_on(applied.unsent_left); },
            [this, now](const step_failed& failed) { return fail(failed, now); },
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
    m_shown_after = -1;
    return {report_phase{m_phase, std::nullopt}, next_load()};
}

/// Until the first answer of a session it is small both ways.
load_batch sync_engine::next_load() const
{
    const auto line = m_has_answer ? m_line : m_line.at_first();
    return {
        {m_pull_first ? 0 : m_batch,
         line.batch_bytes,
         line.answer_bytes,
         m_failures <= max_resumptions}};
}

std::vector<sync_effect> sync_engine::take(const answer_received& answer)
{
    const auto used = m_has_answer ? m_line : m_line.at_first();
    m_line.learn({m_sent_bytes, bytes_of(answer.response)}, used, answer.measured);
    m_has_answer = true;
    m_more = answer.response.more;
    m_progress = {
        answer.response.head.revision,
        std::max(answer.response.head.revision, answer.response.feed_revision)};
    return {apply_answer{answer.response}};
}

/// Each time it knows more than before; one that asks for the same again is not healed by this
/// desk.
std::vector<sync_effect> sync_engine::show(std::int64_t after, instant now)
{
    if (after <= m_shown_after)
        return fail(
            {{failure_code::busy, "the server was not healed by what this desk has shown"}}, now
        );
    m_shown_after = after;
    auto load = next_load();
    load.limits.show_after = after;
    return {load};
}

std::vector<sync_effect> sync_engine::go_on(bool unsent_left)
{
    m_failures = 0;
    m_batch = std::min(m_batch * 2, max_operations_per_batch);
    if (!m_more) m_pull_first = false;
    const bool again = m_more || unsent_left || std::exchange(m_wanted_again, false);
    if (again && ++m_rounds < max_rounds) return {next_load()};
    m_phase = sync_phase::idle;
    return {report_phase{m_phase, std::nullopt}};
}

std::vector<sync_effect> sync_engine::fail(const step_failed& failed, instant now)
{
    const auto& why = failed.why;
    m_wanted_again = false;
    // What the server has of this desk is not what stands here: take its feed in before sending
    // anything.
    if (why.code == failure_code::conflict && !m_pull_first) {
        m_pull_first = true;
        return {next_load()};
    }
    if (is_final(why.code)) {
        m_phase = sync_phase::stopped;
        return {report_phase{m_phase, why}};
    }
    // A weak line loses long messages first; a server that says when to come back had no trouble
    // with the line.
    if (failed.retry_after_ms == 0) {
        m_batch = std::max<std::int64_t>(m_batch / 2, 1);
        m_line.shrink();
    }
    m_phase = sync_phase::waiting;
    return {
        report_phase{m_phase, why},
        wake_at{instant{now.ms + retry_delay_ms(failed.retry_after_ms)}}};
}

/// Desks do not come back together after an outage. What the server asks for is kept, and jittered
/// by as much again: it sends many desks away at once.
std::int64_t sync_engine::retry_delay_ms(std::int64_t retry_after_ms)
{
    constexpr backoff retries{first_retry_ms, last_retry_ms};
    const int failures = m_failures;
    m_failures = std::min(failures + 1, backoff::max_doublings);
    if (retry_after_ms == 0) return retries.delay_ms(failures, m_random);
    const auto asked = std::clamp<std::int64_t>(retry_after_ms, 0, last_retry_after_ms);
    return asked + chance_up_to(std::max(asked, retries.full_delay_ms(failures) / 2), m_random);
}

} // namespace hotich
