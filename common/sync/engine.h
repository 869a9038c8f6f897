// The desk's side of synchronisation as a machine without I/O: it is told what happened and says
// what to do next. Sockets, clocks and disks are outside, so one test can run a whole district in
// one thread. A driver carries out the effects and tells how they went: desktop/sync for the
// programs, tests/simulation for the simulated world.
//
//   wanted → load_batch → send_batch → apply_answer → (again while there is more) → report idle
//   any failure → report, wake_at later; a conflict → pull before pushing (the desk was restored
//   from an old copy)
#pragma once

#include "common/base/random_source.h"
#include "common/sync/messages.h"

#include <optional>
#include <variant>
#include <vector>

namespace hotich {

enum class sync_phase { idle, working, waiting, stopped };

// --- what happened
struct sync_wanted
{}; ///< a clerk, a timer, or something new to send

struct batch_loaded
{
    sync_request request;
};

struct answer_received
{
    sync_response response;
};

struct answer_applied
{
    bool unsent_left = false;
};

struct step_failed
{ ///< loading, sending, the server, or the disk
    failure why;
};

using sync_input =
    std::variant<sync_wanted, batch_loaded, answer_received, answer_applied, step_failed>;

// --- what to do
struct load_batch
{
    std::int64_t max_operations = 0; ///< 0: ask only
};

struct send_batch
{
    sync_request request;
};

struct apply_answer
{
    sync_response response;
};

struct wake_at
{ ///< then say sync_wanted
    instant when;
};

struct report_phase
{
    sync_phase phase = sync_phase::idle;
    std::optional<failure> why;
};

using sync_effect = std::variant<load_batch, send_batch, apply_answer, wake_at, report_phase>;

inline constexpr std::int64_t first_retry_ms = 2'000;
inline constexpr std::int64_t last_retry_ms = 300'000;
inline constexpr int max_rounds = 10'000;

class sync_engine
{
public:
    explicit sync_engine(random_source& random) : m_random(random) {}

    std::vector<sync_effect> on(const sync_input& input, instant now);

    [[nodiscard]] sync_phase phase() const { return m_phase; }

private:
    std::vector<sync_effect> begin();
    std::vector<sync_effect> go_on(bool unsent_left);
    std::vector<sync_effect> fail(const failure& why, instant now);
    [[nodiscard]] std::int64_t retry_delay_ms();

    random_source& m_random;
    sync_phase m_phase = sync_phase::idle;
    bool m_wanted_again = false;
    bool m_more = false;
    bool m_pull_first = false;
    int m_failures = 0;
    int m_rounds = 0;
    std::int64_t m_batch = max_operations_per_batch;
};

} // namespace hotich
