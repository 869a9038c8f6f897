#include "common/sync/feed_healer.h"

#include "common/accounts/account.h"
#include "common/sync/feed_standing.h"
#include "common/sync/feed_writer.h"
#include "common/sync/pin_queue.h"

namespace hotich {

result<feed_head> complete(shown_feed& shown)
{
    auto head = shown.before;
    for (auto& entry : shown.entries) {
        if (entry.revision != head.revision + 1 || entry.body.empty())
            return failure{failure_code::invalid_input, "what is shown of the feed has a gap"};
        entry.operation_hash = operation_hash(entry.body);
        entry.entry_hash = next_entry_hash(head, entry.operation_hash, entry.verdict_text);
        head = {entry.revision, entry.entry_hash};
    }
    return head;
}

/// Whether what is shown and what is here are one history as far as both go.
result<bool> feed_healer::is_one_history(const shown_feed& shown)
{
    operation_log log(m_db, m_office);
    TRY(const auto head, log.head_of_feed());
    const auto is_same = [&](std::int64_t revision, const std::string& hash) -> result<bool> {
        if (revision > head.revision) return true;
        TRY(const auto here, log.hash_of_entry(revision));
        return here == hash;
    };
    if (shown.before.revision > head.revision)
        return failure{failure_code::busy, "what is shown does not begin where this server ends"};
    TRY(const auto begins, is_same(shown.before.revision, shown.before.hash));
    if (!begins) return false;
    for (const auto& entry : shown.entries) {
        TRY(const auto goes_on, is_same(entry.revision, entry.entry_hash));
        if (!goes_on) return false;
    }
    return true;
}

status feed_healer::take_in(const shown_feed& shown, instant now)
{
    TRY(auto feed, feed_writer::open(m_db, m_known, m_office));
    TRY(const auto head, feed.log().head_of_feed());
    for (const auto& entry : shown.entries) {
        if (entry.revision <= head.revision) continue;
        TRY(auto op, parse_operation(entry.body, entry.operation_hash));
        TRY(const auto decided, parse_verdict(entry.verdict_text));
        const auto kept = op;
        TRY_STATUS(feed.append(std::move(op), decided, now, ""));
        if (kept.desk == server_desk) TRY_STATUS(learn(kept));
    }
    TRY_STATUS(feed.finish());
    TRY(const auto after, feed.log().head_of_feed());
    // What was signed stands behind the very same hash, or not at all.
    if (after.hash != shown.entries.back().entry_hash)
        return failure{failure_code::corrupt_data, "what was shown did not come out the same"};
    return {};
}

/// What this server had written elsewhere with an operation of its own.
status feed_healer::learn(const operation& op)
{
    const auto run = [this](const char* sql, std::vector<sql_value> values) -> status {
        TRY([[maybe_unused]] const auto rows,
            m_db.execute(sql, std::span<const sql_value>(values)));
        return {};
    };
    const auto text = [&op](const char* name) { return std::string(text_at(op.payload, name)); };
    if (op.kind == operation_kind::office_profile)
        return run(
            "INSERT INTO office (office, profile) VALUES ($1, $2) ON CONFLICT (office) DO UPDATE "
            "SET profile = excluded.profile",
            {op.office, to_text(op.payload)}
        );
    if (op.kind == operation_kind::desk_enrolled)
        return run(
            "INSERT INTO desk (office, desk, public_key, enrolled_at, shut_out) VALUES ($1, $2, "
            "$3, $4, 0) ON CONFLICT DO NOTHING",
            {op.office, text("desk"), text("public_key"), op.at.ms}
        );
    if (op.kind == operation_kind::desk_shut_out)
        return feed_standing(m_db).shut_out(op.office, text("desk"));
    if (op.kind == operation_kind::account) {
        const auto* told = object_at(op.payload, "account");
        if (told == nullptr) return {};
        TRY(const auto who, parse_account(*told, m_known.units()));
        if (who.grants.empty()) return {};
        return run(
            "INSERT INTO account_name (name, account, home) VALUES ($1, $2, $3) ON CONFLICT DO "
            "NOTHING",
            {who.name, who.id, feed_of(who.grants.front().unit)}
        );
    }
    return learn_pin(op);
}

status feed_healer::learn_pin(const operation& op)
{
    pin_queue queue(m_db);
    TRY(auto request, queue.find(op.office, op.record));
    if (!request) return {};
    if (op.kind == operation_kind::pin_requested) {
        request->state = pin_state::sent;
        request->told_at = op.at;
        request->in_doubt = true;
    } else if (op.kind == operation_kind::pin_issued) {
        request->state = pin_state::issued;
        request->in_doubt = false;
        request->pin = text_at(op.payload, "pin");
    } else if (op.kind == operation_kind::pin_refused) {
        request->state = pin_state::refused;
        request->in_doubt = false;
        request->code = text_at(op.payload, "code");
        request->text = text_at(op.payload, "text");
    } else {
        return {};
    }
    return queue.save(*request);
}

} // namespace hotich
