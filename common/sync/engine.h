// The desk's side of synchronisation as a machine without I/O: it is told what happened and says
// what to do next. Sockets, clocks and disks are outside, so one test can run a whole district in
// one thread. A driver carries out the effects and tells how they went: desktop/sync for the
// programs, tests/simulation for the simulated world.
//
//   wanted → load_batch → send_batch → apply_answer → (again while there is more) → report idle
// The first batch of a session is small, so that first receipts come before bulk; then batches grow
// and shrink with the time they take on this line (learned_line).
//
//   the server asks to be shown its own feed (it was put back to an older copy) → load_batch with
//   that → send_batch any failure → report, wake_at later; a conflict → pull before pushing (the
//   desk was restored from an old copy)
#pragma once

#include "common/base/random_source.h"
#include "common/sync/learned_line.h"
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
    line_sample measured = {};
};

struct answer_applied
{
    bool unsent_left = false;
};

struct step_failed
{ ///< loading, sending, the server, or the disk
    failure why;
    std::int64_t retry_after_ms = 0; ///< the server says when; 0: it does not
};

using sync_input =
    std::variant<sync_wanted, batch_loaded, answer_received, answer_applied, step_failed>;

// --- what to do
struct load_batch
{
    batch_limits limits;
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
inline constexpr std::int64_t last_retry_after_ms = 3'600'000;
inline constexpr int max_rounds = 10'000;
/// A cut batch goes on where it stopped this often; then it is made anew, smaller.
inline constexpr int max_resumptions = 4;

struct feed_progress
{
    std::int64_t here = 0;
    std::int64_t feed = 0;
};

class sync_engine
{
public:
    explicit sync_engine(random_source& random, const learned_line& line = {})
        : m_random(random), m_line(line.within_limits())
    {}

    std::vector<sync_effect> on(const sync_input& input, instant now);

    [[nodiscard]] sync_phase phase() const { return m_phase; }

    /// What is known of the line now, for the next start.
    [[nodiscard]] const learned_line& line() const { return m_line; }

    /// Revision of the feed here, and of the feed as far as the server has told; both 0 before the
    /// first answer.
    [[nodiscard]] feed_progress progress() const { return m_progress; }

private:
    std::vector<sync_effect> begin();
    std::vector<sync_effect> go_on(bool unsent_left);
    std::vector<sync_effect> take(const answer_received& answer);
    std::vector<sync_effect> show(std::int64_t after, instant now);
    std::vector<sync_effect> fail(const step_failed& failed, instant now);
    [[nodiscard]] load_batch next_load() const;
    [[nodiscard]] std::int64_t retry_delay_ms(std::int64_t retry_after_ms);

    random_source& m_random;
    sync_phase m_phase = sync_phase::idle;
    bool m_wanted_again = false;
    bool m_more = false;
    bool m_pull_first = false;
    bool m_has_answer = false; ///< in this session
    int m_failures = 0;
    int m_rounds = 0;
    std::int64_t m_shown_after = -1; ///< what the server was shown last in this session
    std::int64_t m_batch = max_operations_per_batch;
    learned_line m_line;
    std::int64_t m_sent_bytes = 0;
    feed_progress m_progress;
};

} // namespace hotich
