#include "tests/simulation/pin_errands.h"

#include <QString>

namespace hotich::test {

namespace {

constexpr std::uint64_t longest_pause_ms = 60 * 60'000;
constexpr std::int64_t tasks_at_once = 4;

} // namespace

pin_answer simulated_population::ask(const pin_task& task)
{
    const auto refused = m_refused.find(task.request);
    const bool is_refused_now =
        refused == m_refused.end() && !m_given.contains(task.request) && m_random.below(6) == 0;
    if (is_refused_now) m_refused[task.request] = task.round;
    if (is_refused_now || (refused != m_refused.end() && refused->second == task.round))
        return {pin_answer_kind::refused, "", "parents_do_not_match", "as it says", task.round};
    if (!m_given.contains(task.request))
        m_given[task.request] =
            QString("001226%1").arg(m_given.size() + 1, 6, 10, QChar('0')).toStdString();
    if (m_random.below(4) == 0) return {pin_answer_kind::waiting, "", "", "", task.round};
    return {pin_answer_kind::issued, m_given[task.request], "", "", task.round};
}

pin_answer simulated_population::question(const pin_task& task)
{
    const auto refused = m_refused.find(task.request);
    if (refused != m_refused.end() && refused->second == task.round)
        return {pin_answer_kind::refused, "", "parents_do_not_match", "as it says", task.round};
    const auto given = m_given.find(task.request);
    if (given == m_given.end()) return {pin_answer_kind::unknown, "", "", "", task.round};
    return {pin_answer_kind::issued, given->second, "", "", task.round};
}

void pin_errands::begin()
{
    for (std::size_t server = 0; server < m_on.servers.count(); ++server)
        after(static_cast<std::int64_t>(m_on.random.below(longest_pause_ms)), [this, server] {
            ask_from(server);
        });
}

void pin_errands::after(std::int64_t delay_ms, std::function<void()> act)
{
    m_on.plan.at(m_on.plan.now_ms() + delay_ms, std::move(act));
}

std::int64_t pin_errands::delay()
{
    const auto longest = static_cast<std::uint64_t>(m_on.network.max_delay_ms + 1);
    return 1 + static_cast<std::int64_t>(m_on.random.below(longest));
}

bool pin_errands::happens(unsigned thousandths)
{
    return thousandths != 0 && m_on.random.below(1000) < thousandths;
}

void pin_errands::ask_from(std::size_t server)
{
    if (m_has_ended) return;
    after(1 + static_cast<std::int64_t>(m_on.random.below(longest_pause_ms)), [this, server] {
        ask_from(server);
    });
    std::vector<pin_task> sent;
    m_on.servers.on(server, now(), [&](host& service, sql_connection&) {
        const auto tasks = service.pins_due(now(), tasks_at_once);
        if (!tasks) return;
        for (const auto& task : *tasks)
            if (service.pin_sent(task, now())) sent.push_back(task);
    });
    for (const auto& task : sent)
        after(delay(), [this, task] { arrive_at_population(task); });
}

void pin_errands::arrive_at_population(const pin_task& task)
{
    if (happens(m_on.network.lose)) return give_up(task);
    const auto answer =
        task.step == pin_step::ask ? m_population.ask(task) : m_population.question(task);
    if (happens(m_on.network.lose)) return give_up(task);
    for (unsigned copies = happens(m_on.network.twice) ? 2 : 1; copies > 0; --copies)
        after(delay(), [this, task, answer] { bring_back(task, answer); });
}

void pin_errands::bring_back(const pin_task& task, const pin_answer& answer)
{
    m_on.servers.on_any(now(), [&](host& service, sql_connection&) {
        (void)service.pin_answered(task, answer, now(), m_on.random).has_value();
    });
}

/// The one who asked waits in vain: nobody knows whether it arrived.
void pin_errands::give_up(const pin_task& task)
{
    after(delay(), [this, task] {
        m_on.servers.on_any(now(), [&](host& service, sql_connection&) {
            (void)service.pin_unanswered(task, pin_silence::no_answer, now(), m_on.random)
                .has_value();
        });
    });
}

} // namespace hotich::test
