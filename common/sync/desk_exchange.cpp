#include "common/sync/desk_exchange.h"

#include "common/register/batch_fold.h"
#include "common/register/desk_accounts.h"
#include "common/register/desk_scans.h"
#include "common/register/reading_log.h"

namespace hotich {

namespace {

failure broken_feed(std::int64_t revision, const std::string& what)
{
    return {failure_code::corrupt_data, "feed revision " + std::to_string(revision) + ": " + what};
}

/// Takes in one answer; lives as long as its transaction.
class answer_intake
{
public:
    answer_intake(desk_register& desk, exchange_report& report)
        : m_desk(desk), m_report(report), m_folds(desk.connection(), desk.known(), desk.log())
    {}

    status take(feed_entry entry, feed_head& head)
    {
        if (entry.revision <= head.revision) return {}; // told before
        TRY(auto before, m_desk.log().at(entry.desk, entry.seq));
        TRY_STATUS(complete(entry, before, head));
        if (entry.revision != head.revision + 1)
            return broken_feed(entry.revision, "an entry before it is missing");
        if (next_entry_hash(head, entry.operation_hash, entry.verdict_text) != entry.entry_hash)
            return broken_feed(entry.revision, "its hash does not follow");
        TRY(auto decided, parse_verdict(entry.verdict_text));
        TRY(auto op, decided_operation(entry, std::move(before)));
        TRY_STATUS(check_seen(op, head));
        TRY_STATUS(note_scan(m_desk, op, decided));
        head = {entry.revision, entry.entry_hash};
        ++m_report.pulled;
        m_office_changed |= op.kind == operation_kind::office_profile
            || op.kind == operation_kind::account || op.kind == operation_kind::change_password;
        if (op.desk == m_desk.identity().desk)
            m_report.own.push_back(
                {op.record,
                 op.kind,
                 decided.result_kind,
                 decided.number,
                 decided.reasons,
                 decided.other}
            );
        return m_folds.take(std::move(op), entry.revision, std::move(decided));
    }

    status fold() { return m_folds.fold(); }

    /// Work that stood where another history of this desk stands goes to the end of the chain.
    status append_lost()
    {
        m_report.moved = static_cast<std::int64_t>(m_lost.size());
        return m_desk.append_again(m_lost);
    }

    /// The office's own facts came anew, or something about who may open this desk.
    [[nodiscard]] bool office_changed() const { return m_office_changed; }

private:
    /// What a lean line leaves out. The signed head proves what is computed here.
    static status complete(
        feed_entry& entry, const std::optional<stored_operation>& before, const feed_head& head
    )
    {
        if (entry.operation_hash.empty()) {
            if (!before) return failure{failure_code::not_found, "no such operation"};
            entry.operation_hash = before->hash;
        }
        if (entry.entry_hash.empty())
            entry.entry_hash = next_entry_hash(head, entry.operation_hash, entry.verdict_text);
        return {};
    }

    /// The operation of an entry, in the log and decided. `before` is what stood in its place.
    result<operation> decided_operation(
        const feed_entry& entry, std::optional<stored_operation> before
    )
    {
        if (before && before->hash == entry.operation_hash) {
            TRY_STATUS(m_desk.log().decide(entry));
            return parse_operation(std::move(before->body), std::move(before->hash));
        }
        if (before) TRY_STATUS(give_up_place(entry));
        if (operation_hash(entry.body) != entry.operation_hash)
            return broken_feed(entry.revision, "the operation is not the one its hash says");
        TRY(auto op, parse_operation(entry.body, entry.operation_hash));
        if (op.desk != entry.desk || op.seq != entry.seq || op.office != m_desk.identity().office)
            return broken_feed(entry.revision, "the operation is of another desk or office");
        TRY_STATUS(m_desk.log().append_decided(op, "", entry));
        return op;
    }

    /// A server that shows two desks different histories is found here: what another desk says it
    /// has seen is what stands here, or the two were lied to.
    status check_seen(const operation& op, const feed_head& before)
    {
        if (op.seen.revision == 0) return {};
        const failure two_histories{
            failure_code::corrupt_data,
            "two histories: desk " + op.desk + " has seen another feed up to revision "
                + std::to_string(op.seen.revision)};
        if (op.seen.revision > before.revision) return two_histories;
        TRY(const auto rows,
            m_desk.connection().query(
                "SELECT entry_hash FROM operation WHERE office = $1 AND revision = $2",
                {m_desk.identity().office, op.seen.revision}
            ));
        const bool is_the_same = !rows.empty() && rows.front().text(0).starts_with(op.seen.hash);
        return is_the_same ? status() : two_histories;
    }

    status give_up_place(const feed_entry& entry)
    {
        if (entry.desk != m_desk.identity().desk)
            return broken_feed(entry.revision, "another desk's operation was replaced");
        TRY(const auto waiting, m_desk.log().undecided(entry.desk, max_message_bytes));
        TRY_STATUS(m_desk.log().remove_undecided(entry.desk, entry.seq));
        for (const auto& op : waiting) {
            if (op.seq < entry.seq) continue;
            m_lost.push_back(op);
            TRY_STATUS(m_desk.view().refold(m_desk.log(), op.record));
        }
        return {};
    }

    desk_register& m_desk;
    exchange_report& m_report;
    batch_fold m_folds;
    std::vector<operation> m_lost;
    bool m_office_changed = false;
};

constexpr const char* large_batch_name = "large_batch";
constexpr const char* restored_setting = "server_restored_at_ms";

/// A large batch on its way: {"cursor":n,"first":seq,"last":seq,"answer_bytes":n}. From that the
/// same bytes are made again, as long as nothing was decided or pulled since.
struct large_batch
{
    std::int64_t cursor = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t answer_bytes = 0;
};

/// All zero where none was kept.
large_batch large_batch_of(const desk_register& desk)
{
    const auto text = desk.meta(large_batch_name);
    if (!text) return {};
    const auto kept = parse_json_object(*text);
    if (!kept) return {};
    const auto member = [&kept](const char* name) {
        const auto number = integer_member(*kept, name);
        return number ? *number : 0;
    };
    return {member("cursor"), member("first"), member("last"), member("answer_bytes")};
}

status keep_large_batch(desk_register& desk, const large_batch& batch)
{
    const json::object kept{
        {"cursor", batch.cursor},
        {"first", batch.first},
        {"last", batch.last},
        {"answer_bytes", batch.answer_bytes}};
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY_STATUS(desk.set_meta(large_batch_name, to_text(kept)));
    return transaction.commit();
}

/// Up to where this desk's own decided operations are here, so that they come back without their
/// bodies.
status state_own(desk_register& desk, sync_request& request)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT seq, hash FROM operation WHERE office = $1 AND desk = $2 AND revision IS NOT "
            "NULL ORDER BY seq DESC LIMIT 1",
            {request.office, request.desk}
        ));
    if (rows.empty()) return {};
    request.own_seq = rows.front().integer(0);
    request.own_hash = rows.front().text(1).substr(0, own_hash_digits);
    return {};
}

/// A long answer takes as many entries as it has room for: each one less is a wait for the line.
void ask_for(sync_request& request, std::int64_t answer_bytes)
{
    request.answer_bytes = answer_bytes;
    request.most_entries = answer_bytes > bytes_of_usual_entries ? max_entries_per_batch : 0;
}

/// The last head within an answer's length that the server has signed: what is shown ends there.
struct signed_place
{
    std::int64_t revision = 0;
    std::string signature;
};

result<signed_place> last_signed(desk_register& desk, std::int64_t after)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT revision, signature FROM signed_head WHERE office = $1 AND revision >= $2 AND "
            "revision <= $3 ORDER BY revision DESC LIMIT 1",
            {desk.identity().office, after, after + max_entries_per_batch}
        ));
    if (rows.empty())
        return failure{
            failure_code::conflict, "the server signed nothing that this desk could show"};
    return signed_place{rows.front().integer(0), rows.front().text(1)};
}

} // namespace

result<shown_feed> show_feed(desk_register& desk, std::int64_t after)
{
    shown_feed shown;
    shown.before.revision = after;
    TRY(auto before, desk.log().hash_of_entry(after));
    if (!before) return failure{failure_code::conflict, "this desk has not seen that much"};
    shown.before.hash = std::move(*before);
    TRY(auto last, last_signed(desk, after));
    TRY(shown.entries, desk.log().entries_after(after, last.revision - after));
    shown.signature = std::move(last.signature);
    return shown;
}

result<std::int64_t> restored_at_ms_of(const desk_register& desk)
{
    const auto kept = desk.meta(restored_setting);
    if (kept) return std::stoll(*kept);
    if (kept.error().code == failure_code::not_found) return 0;
    return kept.error();
}

status note_restoration(desk_register& desk, const sync_response& response)
{
    if (response.restored_at_ms == 0) return {};
    return desk.set_meta(restored_setting, std::to_string(response.restored_at_ms));
}

result<sync_request> load_outbox(desk_register& desk, const batch_limits& limits)
{
    sync_request request;
    request.office = desk.identity().office;
    request.desk = desk.identity().desk;
    request.is_lean = true;
    ask_for(request, limits.answer_bytes);
    TRY(const auto head, desk.log().head_of_feed());
    request.cursor = head.revision;
    request.seen_revision = head.revision;
    request.seen_hash = head.hash.substr(0, own_hash_digits);
    TRY(request.restored_at_ms, restored_at_ms_of(desk));
    if (limits.show_after) {
        TRY(request.shown, show_feed(desk, *limits.show_after));
        return request;
    }
    const auto before = limits.resumes ? large_batch_of(desk) : large_batch();
    const auto most = before.last > 0 ? max_operations_per_batch
                                      : std::min(limits.max_operations, max_operations_per_batch);
    std::vector<waiting_operation> waiting;
    if (limits.max_operations > 0) {
        TRY(waiting, desk.log().waiting(request.desk, most));
    }
    if (waiting.empty()) {
        TRY_STATUS(state_own(desk, request));
        TRY(request.readings, readings_to_tell(desk));
        return request;
    }
    const bool goes_on = before.cursor == request.cursor && before.first == waiting.front().seq
        && before.last <= waiting.back().seq;
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (const auto& op : waiting) {
        bytes += op.body.size();
        const bool is_full = goes_on ? op.seq > before.last
                                     : count >= static_cast<std::size_t>(limits.max_operations)
                || bytes > static_cast<std::size_t>(limits.max_bytes);
        if (count > 0 && is_full) break;
        ++count;
    }
    for (std::size_t i = 0; i < count; ++i)
        request.bodies.push_back(std::move(waiting[i].body));
    request.signature = sign_hex(head_message(waiting[count - 1].hash), desk.key());
    if (goes_on) {
        ask_for(request, before.answer_bytes);
    } else if (bytes > resumed_batch_bytes) {
        TRY_STATUS(keep_large_batch(
            desk,
            {request.cursor, waiting.front().seq, waiting[count - 1].seq, request.answer_bytes}
        ));
    } else { // of a batch that goes on where it stopped the bytes must be the same
        TRY(request.readings, readings_to_tell(desk));
    }
    return request;
}

void exchange_report::add(exchange_report next)
{
    pulled += next.pulled;
    unsent_left = next.unsent_left;
    moved += next.moved;
    std::move(next.own.begin(), next.own.end(), std::back_inserter(own));
}

result<exchange_report> take_in_answer(
    desk_register& desk, const sync_response& response, instant now
)
{
    exchange_report report;
    const auto& identity = desk.identity();
    const auto is_signed = [&](const feed_head& head) {
        return is_signed_by(
            feed_message(identity.office, head), response.head_signature, identity.server_key
        );
    };
    const failure unsigned_feed{
        failure_code::corrupt_data, "the feed is not signed by this desk's server"};
    if (!response.is_lean && !is_signed(response.head)) return unsigned_feed;
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY(auto head, desk.log().head_of_feed());
    if (response.head.revision < head.revision)
        return failure{failure_code::conflict, "the server has an older history than this desk"};
    answer_intake intake(desk, report);
    for (const auto& entry : response.entries)
        TRY_STATUS(intake.take(entry, head));
    if (head.revision != response.head.revision
        || (!response.is_lean && head.hash != response.head.hash))
        return broken_feed(response.head.revision, "the signed head is another one");
    if (response.is_lean && !is_signed(head)) return unsigned_feed;
    TRY_STATUS(intake.fold());
    TRY_STATUS(intake.append_lost());
    TRY_STATUS(keep_signed_head(desk.connection(), identity.office, head, response.head_signature));
    TRY_STATUS(desk.set_meta("last_sync_at", std::to_string(now.ms)));
    TRY_STATUS(readings_told(desk, response.readings_taken));
    TRY_STATUS(note_restoration(desk, response));
    TRY_STATUS(transaction.commit());
    release(desk, contact_needed);
    if (intake.office_changed()) {
        TRY_STATUS(desk.refresh());
        TRY_STATUS(align_holders(desk, now));
        bind_to_machine(desk);
    }
    TRY(report.unsent_left, desk.log().count_undecided(identity.desk));
    return report;
}

} // namespace hotich
