#include "common/sync/bundle_host.h"

#include <map>

namespace hotich {

namespace {

result<sync_request> request_of(const std::string& message)
{
    TRY(const auto text, decompress(message));
    return decode_request(text);
}

failure not_its_own(const std::string& what)
{
    return {failure_code::not_allowed, "the bundle holds " + what};
}

} // namespace

/// Proves what a bundle brings before anything is decided: requests of the desk on its label, one
/// chain of operations, each request signed by the desk.
class bundle_host::request_proof
{
public:
    request_proof(const bundle_label& label, const std::string& desk_key)
        : m_label(label), m_desk_key(desk_key)
    {
        ask.office = label.office;
        ask.desk = label.desk;
        ask.cursor = label.cursor;
        ask.seen_revision = label.cursor;
    }

    status prove(const sync_request& request)
    {
        if (request.office != m_label.office || request.desk != m_label.desk)
            return not_its_own("a request of another desk");
        if (request.cursor != m_label.cursor)
            return failure{
                failure_code::invalid_input, "the bundle's requests state another cursor"};
        ask.seen_hash = request.seen_hash;
        ask.restored_at_ms = request.restored_at_ms;
        readings.insert(readings.end(), request.readings.begin(), request.readings.end());
        for (const auto& body : request.bodies)
            TRY_STATUS(follow(body));
        if (request.bodies.empty()
            || is_signed_by(head_message(m_head.hash), request.signature, m_desk_key))
            return {};
        return not_its_own("operations that the desk has not signed");
    }

    std::vector<carried_operation> carried;
    std::vector<reading> readings; ///< what the desk tells of looks at personal data
    /// What the desk says of itself; a bundle of an older program does not say what it saw.
    sync_request ask;

private:
    status follow(const std::string& body)
    {
        const auto place = "operation " + std::to_string(carried.size() + 1);
        const auto op = parse_operation(body);
        if (!op) return failure{failure_code::invalid_input, place + ": " + op.error().detail};
        if (op->office != m_label.office || op->desk != m_label.desk)
            return not_its_own("operations of another desk");
        const bool follows =
            carried.empty() || (op->seq == m_head.seq + 1 && op->prev == m_head.hash);
        if (!follows)
            return failure{
                failure_code::invalid_input, place + " does not follow from the one before"};
        m_head = {op->seq, op->hash};
        carried.push_back({op->seq, op->record, op->kind});
        return {};
    }

    const bundle_label& m_label;
    const std::string& m_desk_key;
    chain_head m_head;
};

result<taken_bundle> bundle_host::take_in(std::string_view file, instant now, bundle_limits limits)
{
    taken_bundle out;
    TRY(out.label, read_bundle_label(file, limits));
    const auto& label = out.label;
    if (label.kind != bundle_kind::to_server)
        return failure{failure_code::not_allowed, "the bundle is for a desk, not for the server"};
    TRY(const auto desk_key, m_service.desk_key(label.office, label.desk));
    TRY(const auto messages, open_bundle(file, desk_key, m_key, limits));
    request_proof proof(label, desk_key);
    for (const auto& message : messages) {
        TRY(const auto request, request_of(message));
        TRY_STATUS(proof.prove(request));
    }
    const bundle_label answer{bundle_kind::to_desk, label.office, label.desk, 0, label.cursor, now};
    TRY_STATUS(take_shown(messages, now));
    TRY(const auto question, question_for(proof.ask, now));
    if (question) {
        out.fate = bundle_fate::must_be_shown;
        TRY(out.answer, pack_question(*question, answer, desk_key));
        return out;
    }
    TRY_STATUS(must_follow(label, proof.carried));
    TRY(const auto before, operation_log(m_db, label.office).head_of_desk(label.desk));
    const auto decided = decide(messages, label, now);
    if (!decided && decided.error().code != failure_code::conflict) return decided.error();
    if (!decided) out.fate = bundle_fate::old_copy;
    if (decided) {
        for (const auto& op : proof.carried)
            out.known += op.seq <= before.seq ? 1 : 0;
        TRY_STATUS(tell_decided(proof.carried, out));
    }
    // Nobody may send again what came by hand: letters that a failure left are carried now, or the
    // one who took the bundle in is told to do it again.
    TRY_STATUS(m_service.deliver_mail(now));
    TRY_STATUS(keep_cursor(label));
    TRY(out.answer, pack_after(label.cursor, answer, desk_key, limits, std::move(proof.readings)));
    return out;
}

/// What the desk holds of this server's own feed comes before its work, which follows on it.
status bundle_host::take_shown(const std::vector<std::string>& messages, instant now)
{
    for (const auto& message : messages) {
        TRY(const auto request, request_of(message));
        if (!request.shown) continue;
        TRY([[maybe_unused]] const auto taken, m_service.exchange(request, now));
    }
    return {};
}

/// A server that was restored from an older copy knows less than the desk, or something else, or
/// has yet to tell it so: nothing may be decided on such ground.
result<std::optional<sync_response>> bundle_host::question_for(const sync_request& ask, instant now)
{
    if (!ask.says_what_it_saw()) return std::optional<sync_response>();
    TRY(const auto must_be_told, m_service.must_be_told(ask));
    TRY(auto answer, m_service.exchange(ask, now));
    if (answer.show_after || must_be_told) return std::optional(std::move(answer));
    return std::optional<sync_response>();
}

status bundle_host::must_follow(
    const bundle_label& label, const std::vector<carried_operation>& carried
)
{
    operation_log log(m_db, label.office);
    TRY(const auto feed, log.head_of_feed());
    if (label.cursor > feed.revision)
        return failure{
            failure_code::conflict,
            "the desk has seen feed revision " + std::to_string(label.cursor)
                + ", this server has only " + std::to_string(feed.revision)};
    TRY(const auto chain, log.head_of_desk(label.desk));
    if (carried.empty() || carried.front().seq <= chain.seq + 1) return {};
    return failure{
        failure_code::conflict,
        "operations " + std::to_string(chain.seq + 1) + " to "
            + std::to_string(carried.front().seq - 1) + " of the desk are missing here"};
}

status bundle_host::decide(
    const std::vector<std::string>& messages, const bundle_label& label, instant now
)
{
    for (const auto& message : messages) {
        TRY(auto request, request_of(message));
        if (request.bodies.empty()) continue;
        // What the desk has not seen is packed at the end, once.
        TRY(const auto head, operation_log(m_db, label.office).head_of_feed());
        request.cursor = head.revision;
        TRY([[maybe_unused]] const auto decided, m_service.exchange(request, now));
    }
    return {};
}

status bundle_host::tell_decided(const std::vector<carried_operation>& carried, taken_bundle& out)
{
    if (carried.empty()) return {};
    TRY(const auto rows,
        m_db.query(
            "SELECT seq, verdict FROM operation WHERE office = $1 AND desk = $2 AND seq >= $3 AND "
            "seq <= $4 AND verdict IS NOT NULL",
            {out.label.office, out.label.desk, carried.front().seq, carried.back().seq}
        ));
    std::map<std::int64_t, std::string> verdicts;
    for (const auto& row : rows)
        verdicts[row.integer(0)] = row.text(1);
    for (const auto& op : carried) {
        TRY(auto decided, parse_verdict(verdicts[op.seq]));
        out.decided.push_back(
            {op.record,
             op.kind,
             decided.result_kind,
             decided.number,
             std::move(decided.reasons),
             std::move(decided.other)}
        );
    }
    return {};
}

result<host_bundle> bundle_host::pack_for_desk(
    const std::string& office, const std::string& desk, instant now, bundle_limits limits
)
{
    TRY(const auto desk_key, m_service.desk_key(office, desk));
    TRY(const auto cursor, cursor_of(office, desk));
    const bundle_label label{bundle_kind::to_desk, office, desk, 0, 0, now};
    return pack_after(cursor, label, desk_key, limits, {});
}

result<host_bundle> bundle_host::pack_question(
    const sync_response& question, bundle_label label, const std::string& desk_key
)
{
    host_bundle out;
    out.label = std::move(label);
    bundle_content content({});
    content.add(encode(question));
    TRY(out.label.number, next_number(out.label.office, out.label.desk));
    TRY(out.file, make_bundle(out.label, content, m_key, desk_key));
    return out;
}

result<host_bundle> bundle_host::pack_after(
    std::int64_t cursor,
    bundle_label label,
    const std::string& desk_key,
    bundle_limits limits,
    std::vector<reading> readings
)
{
    host_bundle out;
    out.label = std::move(label);
    out.label.cursor = cursor;
    bundle_content content(limits);
    sync_request ask;
    ask.office = out.label.office;
    ask.desk = out.label.desk;
    ask.cursor = cursor;
    ask.readings = std::move(readings); // kept, and answered so
    do {
        TRY(const auto answer, m_service.exchange(ask, out.label.made_at));
        out.more = true;
        if (!content.add(encode(answer))) break;
        out.entries += static_cast<std::int64_t>(answer.entries.size());
        out.more = answer.more;
        ask.cursor = answer.head.revision;
    } while (out.more);
    if (content.messages().empty())
        return failure{failure_code::invalid_input, "not one message fits into a bundle"};
    TRY(out.label.number, next_number(out.label.office, out.label.desk));
    TRY(out.file, make_bundle(out.label, content, m_key, desk_key));
    return out;
}

status bundle_host::keep_cursor(const bundle_label& label)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO courier (office, desk, cursor, stated_at, made) VALUES ($1, $2, $3, $4, "
            "0) "
            "ON CONFLICT (office, desk) DO UPDATE SET cursor = excluded.cursor, stated_at = "
            "excluded.stated_at WHERE excluded.stated_at >= courier.stated_at",
            {label.office, label.desk, label.cursor, label.made_at.ms}
        ));
    return transaction.commit();
}

result<std::int64_t> bundle_host::cursor_of(const std::string& office, const std::string& desk)
{
    TRY(const auto rows,
        m_db.query("SELECT cursor FROM courier WHERE office = $1 AND desk = $2", {office, desk}));
    return rows.empty() ? 0 : rows.front().integer(0);
}

result<std::int64_t> bundle_host::next_number(const std::string& office, const std::string& desk)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY(const auto rows,
        m_db.query(
            "INSERT INTO courier (office, desk, cursor, stated_at, made) VALUES ($1, $2, 0, 0, 1) "
            "ON CONFLICT (office, desk) DO UPDATE SET made = courier.made + 1 RETURNING made",
            {office, desk}
        ));
    TRY_STATUS(transaction.commit());
    return rows.front().integer(0);
}

} // namespace hotich
