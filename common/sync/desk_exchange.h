// What the engine's effects do to a desk's register: collecting a batch, taking in an answer. An
// answer is one transaction: its operations, their verdicts, the folded records and the cursor
// change together or not at all.
#pragma once

#include "common/register/desk_register.h"
#include "common/sync/messages.h"

namespace hotich {

/// What this desk holds of the server's own feed behind a revision, as far as one message goes.
/// conflict: it holds nothing there that the server has signed.
result<shown_feed> show_feed(desk_register& desk, std::int64_t after);

/// The oldest operations that the server has not decided, within the limits and one at least, and
/// where the feed stands here. A large batch is written down, so that after a cut, or a new start
/// of the program, the same bytes are made again and go on where they stopped.
result<sync_request> load_outbox(desk_register& desk, const batch_limits& limits);

inline result<sync_request> load_outbox(desk_register& desk, std::int64_t max_operations)
{
    return load_outbox(desk, batch_limits{.max_operations = max_operations});
}

/// When the server's store was put back last, as far as this desk was told, in ms; 0: never.
result<std::int64_t> restored_at_ms_of(const desk_register& desk);
/// Within the caller's transaction. The word of the line counts, whatever was known before.
status note_restoration(desk_register& desk, const sync_response& response);

/// Batches with more text than this are made again as they were.
inline constexpr std::size_t resumed_batch_bytes = 256u * 1024u;

/// What an answer changed, for the clerk.
struct exchange_report
{
    struct decided_record
    {
        std::string record;
        std::string kind; ///< of the operation
        outcome result_kind = outcome::accepted;
        std::optional<registration_number> number;
        json::array reasons;
        json::object other;
    };

    std::int64_t pulled = 0;
    std::vector<decided_record> own; ///< this desk's operations, in feed order
    std::int64_t unsent_left = 0;
    std::int64_t moved = 0; ///< operations that were put behind a history this copy had lost

    /// Counts the next answer of the same exchange.
    void add(exchange_report next);
};

/// corrupt_data: the feed does not follow from what is here, or its signature is wrong; conflict:
/// the server knows less than this desk has seen. Nothing is changed then.
result<exchange_report> take_in_answer(
    desk_register& desk, const sync_response& response, instant now
);

} // namespace hotich
