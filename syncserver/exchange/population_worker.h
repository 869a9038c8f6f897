// Carries requests for personal numbers to the population database and the answers home, in a
// thread of its own, one at a time and a few a round. An outage slows it down; nothing is lost and
// nothing waits for it. Used by app/serve_command.
#pragma once

#include "common/base/random_source.h"
#include "syncserver/exchange/population_database.h"
#include "syncserver/services/event_log.h"
#include "syncserver/services/exchange_service.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace hotich {

/// A round is given up after so many requests without an answer: the others would wait in vain too.
inline constexpr int max_silences_in_a_round = 3;
/// The longest pause between two rounds, however long an outage lasts.
inline constexpr std::chrono::milliseconds max_pause_of_outage{5 * 60'000};

class population_worker
{
public:
    struct parts
    {
        exchange_service& exchanges;
        population_database& database;
        random_source& random;
        metrics& counters;
        const event_log& journal;
        std::chrono::milliseconds interval{5'000};
    };

    explicit population_worker(parts given) : m_parts(given) {}

    population_worker(const population_worker&) = delete;
    population_worker& operator=(const population_worker&) = delete;

    ~population_worker() { stop(); }

    void start();
    /// Returns when the thread has ended; a call that is running is cut.
    void stop();

    /// What is due now, once; false where the database did not answer.
    bool run_round();

private:
    void run();
    bool carry(const pin_task& task);
    bool note_silence(const pin_task& task, const failure& why);
    void note_outcome(const pin_task& task, pin_outcome outcome);

    parts m_parts;
    int m_silences = 0;
    bool m_is_stopping = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace hotich
