#include "common/sync/host.h"

#include "common/register/kept_rows.h"
#include "common/sync/feed_standing.h"
#include "common/sync/feed_writer.h"
#include "common/sync/sequencer.h"

namespace hotich {

namespace {

constexpr std::size_t line_bytes = 300; ///< of an answer's line, beside body and verdict

/// How much an answer may hold.
struct answer_room
{
    std::size_t bytes = max_message_bytes / 4;
    std::int64_t entries = usual_entries_per_batch;
};

answer_room room_of(const sync_request& request)
{
    if (request.answer_bytes <= 0) return {};
    const auto most = request.most_entries > 0
        ? std::min(request.most_entries, max_entries_per_batch)
        : usual_entries_per_batch;
    const auto bytes =
        std::min<std::int64_t>(request.answer_bytes, std::int64_t(answer_room().bytes));
    // No more is read than can be sent.
    const auto entries = std::min(bytes / std::int64_t(line_bytes) + 1, most);
    return {static_cast<std::size_t>(bytes), entries};
}

failure not_our_history(const std::string& desk)
{
    return {failure_code::conflict, "the history of desk " + desk + " is not the one known here"};
}

} // namespace

/// Server operations about an office stand under an id made from its code, so that they can be
/// found again.
std::string office_subject(const std::string& office)
{
    const auto hash = sha256_hex("hotich-office-1\n" + office);
    return hash.substr(0, 8) + "-" + hash.substr(8, 4) + "-" + hash.substr(12, 4) + "-"
        + hash.substr(16, 4) + "-" + hash.substr(20, 12);
}

status host::prepare_store(sql_connection& db, const std::string& schemas_folder, writers others)
{
    if (others == writers::several) {
        TRY_STATUS(migrate(db, "postgres", schemas_folder + "/sql/postgres"));
        return index_waiting_records(db, schemas_folder);
    }
    TRY_STATUS(migrate(db, "log", schemas_folder + "/sql/log"));
    TRY_STATUS(index_waiting_records(db, schemas_folder));
    return migrate(db, "server", schemas_folder + "/sql/server/sqlite");
}

status host::put_office(const office_profile& profile, instant now)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(write_office(profile, now));
    return transaction.commit();
}

status host::write_office(const office_profile& profile, instant now)
{
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO office (office, profile) VALUES ($1, $2) "
            "ON CONFLICT (office) DO UPDATE SET profile = excluded.profile",
            {profile.code, to_text(profile.to_json())}
        ));
    return append_own(
        profile.code,
        {profile.code,
         server_desk,
         operation_kind::office_profile,
         office_subject(profile.code),
         now,
         "",
         profile.to_json()}
    );
}

result<office_profile> host::office(const std::string& code)
{
    TRY(const auto rows, m_db.query("SELECT profile FROM office WHERE office = $1", {code}));
    if (rows.empty())
        return failure{failure_code::not_found, "no office " + code + " on this server"};
    TRY(const auto source, parse_json_object(rows.front().text(0)));
    return parse_office_profile(source);
}

std::vector<std::string> host::offices()
{
    std::vector<std::string> codes;
    const auto rows = m_db.query("SELECT office FROM office ORDER BY office");
    if (rows)
        for (const auto& row : *rows)
            codes.push_back(row.text(0));
    return codes;
}

result<sync_response> host::exchange(const sync_request& request, instant now)
{
    auto batch = foresee(m_known, request.bodies);
    return exchange(request, batch, now);
}

result<sync_response> host::exchange(
    const sync_request& request, foreseen_batch& batch, instant now
)
{
    m_decided = {};
    TRY(const auto profile, office(request.office));
    TRY(const auto key, desk_key(request.office, request.desk));
    TRY_STATUS(take_readings(request, now));
    if (request.shown) return take_shown(request, now);
    TRY_STATUS(hear(request, now));
    if (request.bodies.empty()) return give_out(request);
    if (!is_signed_by(head_message(operation_hash(request.bodies.back())), request.signature, key))
        return failure{failure_code::not_allowed, "the signature of the batch is not this desk's"};
    return take_batch(request, batch, profile, now);
}

result<sync_response> host::take_batch(
    const sync_request& request, foreseen_batch& batch, const office_profile& profile, instant now
)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(request.office));
    TRY(const auto head, operation_log(m_db, request.office).head_of_feed());
    TRY(const auto unknown, unknown_after(request, head));
    if (unknown) return give_out(request); // nothing is taken in before both know the same
    if (const auto is_open = feed_standing(m_db).must_be_open(request.office); !is_open) {
        TRY(const auto is_too_early, must_be_told(request));
        if (is_too_early) return give_out(request);
        return is_open.error();
    }
    TRY_STATUS(hold_claims(request, batch));
    TRY_STATUS(take_in(request, batch, profile, now));
    if (m_writers == writers::several) TRY_STATUS(look_again(m_db, request.office, batch));
    TRY(auto response, give_out(request));
    TRY_STATUS(transaction.commit());
    // In steps of their own: what goes wrong with another office's letter is not this desk's
    // trouble, and the letter waits.
    [[maybe_unused]] const auto delivered = deliver_mail(now);
    return response;
}

status host::take_in(
    const sync_request& request, foreseen_batch& batch, const office_profile& profile, instant now
)
{
    kept_rows rows(m_db, request.office);
    TRY(auto feed, feed_writer::open(rows, m_known, request.office));
    TRY(auto head, feed.log().head_of_desk(request.desk));
    TRY_STATUS(look_ahead(m_db, batch, rows));
    sequencer judge(rows, m_known, profile);
    for (std::size_t i = 0; i < request.bodies.size(); ++i) {
        auto& parsed = batch.operations[i];
        if (!parsed)
            return failure{
                failure_code::invalid_input,
                "operation " + std::to_string(i + 1) + ": " + parsed.error().detail};
        auto& op = *parsed;
        if (op.office != request.office || op.desk != request.desk)
            return failure{
                failure_code::not_allowed,
                "operation " + std::to_string(i + 1) + " is of another desk"};
        if (op.seq <= head.seq) {
            // Sent before and its answer lost: the same bytes are the same operation, other bytes
            // another history.
            TRY(const auto known_hash, feed.log().hash_at(op.desk, op.seq));
            if (known_hash != op.hash) return not_our_history(op.desk);
            continue;
        }
        if (op.seq != head.seq + 1 || op.prev != head.hash) return not_our_history(op.desk);
        const bool is_last = i + 1 == request.bodies.size();
        TRY(const auto decided, judge.decide(op, now));
        head = {op.seq, op.hash};
        m_decided.count(decided.result_kind);
        TRY_STATUS(
            feed.append(std::move(op), decided, now, is_last ? request.signature : std::string())
        );
    }
    TRY_STATUS(feed.finish());
    return rows.settle();
}

status host::append_own(const std::string& office_code, operation_draft draft)
{
    TRY_STATUS(hold_feed(office_code));
    TRY_STATUS(feed_standing(m_db).must_be_open(office_code));
    TRY(auto feed, feed_writer::open(m_db, m_known, office_code));
    TRY(const auto head, feed.log().head_of_desk(server_desk));
    auto op = make_operation(std::move(draft), head);
    const auto at = op.at;
    const auto signature = sign_hex(head_message(op.hash), m_key);
    TRY_STATUS(feed.append(std::move(op), verdict(), at, signature));
    return feed.finish();
}

result<sync_response> host::give_out(const sync_request& request)
{
    operation_log log(m_db, request.office);
    sync_response response;
    response.is_lean = request.is_lean;
    if (!request.readings.empty()) response.readings_taken = request.readings.back().seq;
    TRY(const auto desk_head, log.head_of_desk(request.desk));
    response.known_seq = desk_head.seq;
    TRY(const auto restored_at_ms, feed_standing(m_db).restored_at_ms());
    if (request.restored_at_ms != restored_at_ms) response.restored_at_ms = restored_at_ms;
    // The head first: what another process appends meanwhile is left for the next exchange.
    TRY(const auto head, log.head_of_feed());
    TRY(response.show_after, unknown_after(request, head));
    if (response.show_after && !request.says_what_it_saw()) // a bundle, or an older program
        return failure{
            failure_code::conflict, "the desk has seen more of the feed than this server has"};
    if (response.show_after) {
        response.head = head;
        response.head_signature = sign_hex(feed_message(request.office, head), m_key);
        return response;
    }
    TRY(const auto held_seq, held_by_desk(request));
    const auto room = room_of(request);
    TRY(auto entries, log.entries_after(request.cursor, room.entries));
    std::erase_if(entries, [&head](const feed_entry& entry) {
        return entry.revision > head.revision;
    });
    std::size_t bytes = 0;
    for (auto& entry : entries) {
        if (entry.desk == request.desk && entry.seq <= held_seq) entry.body.clear();
        bytes += entry.body.size() + entry.verdict_text.size() + line_bytes;
        if (!response.entries.empty() && bytes > room.bytes) break;
        response.entries.push_back(std::move(entry));
    }
    response.head = response.entries.empty()
        ? head
        : feed_head{response.entries.back().revision, response.entries.back().entry_hash};
    response.feed_revision = head.revision;
    // A desk that learns that the store was put back is to say what it has seen.
    const bool is_told = request.restored_at_ms && response.restored_at_ms > 0;
    response.more = is_told || response.head.revision < head.revision;
    response.head_signature = sign_hex(feed_message(request.office, response.head), m_key);
    return response;
}

/// The last of its own operations that a desk surely holds as they are here: those it has just
/// sent, or says it has.
result<std::int64_t> host::held_by_desk(const sync_request& request)
{
    if (!request.is_lean) return 0;
    if (!request.bodies.empty()) {
        TRY(const auto last, parse_operation(request.bodies.back()));
        return last.seq;
    }
    if (request.own_seq == 0 || request.own_hash.size() < own_hash_digits) return 0;
    const auto here = operation_log(m_db, request.office).hash_at(request.desk, request.own_seq);
    if (here) return here->starts_with(request.own_hash) ? request.own_seq : 0;
    if (here.error().code == failure_code::not_found) return 0;
    return here.error();
}

} // namespace hotich
