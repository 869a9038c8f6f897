#include "syncserver/exchange/population_worker.h"

#include <algorithm>

namespace hotich {

namespace {

const char* name_of(pin_outcome outcome)
{
    switch (outcome) {
    case pin_outcome::nothing:
        return "repeated";
    case pin_outcome::waiting:
        return "waiting";
    case pin_outcome::to_ask:
        return "unknown";
    case pin_outcome::issued:
        return "issued";
    case pin_outcome::issued_unusual:
        return "issued_unusual";
    case pin_outcome::refused:
        return "refused";
    case pin_outcome::conflict:
        return "conflict";
    }
    return "";
}

log_level level_of(pin_outcome outcome)
{
    if (outcome == pin_outcome::conflict) return log_level::error;
    return outcome == pin_outcome::issued_unusual ? log_level::warn : log_level::info;
}

} // namespace

void population_worker::start()
{
    m_parts.counters.population_configured();
    m_thread = std::thread([this] { run(); });
}

void population_worker::stop()
{
    if (!m_thread.joinable()) return; // nothing of ours is running
    {
        const std::lock_guard lock(m_mutex);
        m_is_stopping = true;
    }
    m_parts.database.cancel();
    m_wake.notify_all();
    m_thread.join();
}

void population_worker::run()
{
    auto pause = m_parts.interval;
    std::unique_lock lock(m_mutex);
    while (!m_is_stopping) {
        lock.unlock();
        bool is_answered = false;
        try {
            is_answered = run_round();
        } catch (const std::exception& error) {
            m_parts.journal.write(log_level::error, "pin_round_threw", {{"detail", error.what()}});
        }
        const auto longest = std::max(m_parts.interval, max_pause_of_outage);
        pause = is_answered ? m_parts.interval : std::min(pause * 2, longest);
        lock.lock();
        m_wake.wait_for(lock, pause, [this] { return m_is_stopping; });
    }
}

bool population_worker::run_round()
{
    const auto tasks = m_parts.exchanges.pins_due(max_pins_at_once);
    if (!tasks) {
        m_parts.journal.write(
            log_level::error, "pin_queue_failed", {{"detail", tasks.error().detail}}
        );
        return false;
    }
    m_silences = 0;
    const bool is_whole =
        std::all_of(tasks->begin(), tasks->end(), [this](const auto& task) { return carry(task); });
    return is_whole && m_silences == 0;
}

/// False where the round is over.
bool population_worker::carry(const pin_task& task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_is_stopping) return false;
    }
    const auto message = m_parts.exchanges.pin_sent(task);
    if (!message) {
        if (message.error().code == failure_code::cancelled) return true; // not ours any more
        m_parts.journal.write(
            log_level::error, "pin_queue_failed", {{"detail", message.error().detail}}
        );
        return false;
    }
    const auto answer = task.step == pin_step::ask ? m_parts.database.ask(*message)
                                                   : m_parts.database.question(task.request);
    if (!answer) return note_silence(task, answer.error());
    m_silences = 0;
    const auto outcome = m_parts.exchanges.pin_answered(task, *answer, m_parts.random);
    if (!outcome) {
        m_parts.journal.write(
            log_level::error, "pin_answer_lost", {{"detail", outcome.error().detail}}
        );
        return false; // in doubt, and asked after later
    }
    note_outcome(task, *outcome);
    return true;
}

bool population_worker::note_silence(const pin_task& task, const failure& why)
{
    const bool is_unreached = why.code == failure_code::offline;
    // Cut by our own stop: in doubt, and asked after when the server runs again.
    const auto silence = is_unreached ? pin_silence::not_reached : pin_silence::no_answer;
    const auto noted = m_parts.exchanges.pin_unanswered(task, silence, m_parts.random);
    if (why.code == failure_code::cancelled || !noted) return false;
    const auto* kind = is_unreached ? "not_reached" : "no_answer";
    m_parts.counters.count_pin_answer(kind);
    m_parts.journal.write(
        log_level::warn,
        "pin_unanswered",
        {{"office", task.office}, {"kind", kind}, {"detail", why.detail}}
    );
    return !is_unreached && ++m_silences < max_silences_in_a_round;
}

/// The id of an entry names nobody; an incident must be found again.
void population_worker::note_outcome(const pin_task& task, pin_outcome outcome)
{
    const auto level = level_of(outcome);
    json::object line{{"office", task.office}, {"kind", name_of(outcome)}};
    if (level != log_level::info) line["record"] = task.record;
    m_parts.counters.count_pin_answer(name_of(outcome));
    m_parts.journal.write(level, "pin_answered", line);
}

} // namespace hotich
