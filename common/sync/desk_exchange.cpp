#include "common/sync/desk_exchange.h"

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
    answer_intake(desk_register& desk, exchange_report& report) : m_desk(desk), m_report(report) {}

    status take(const feed_entry& entry, feed_head& head)
    {
        if (entry.revision <= head.revision) return {}; // told before
        if (entry.revision != head.revision + 1)
            return broken_feed(entry.revision, "an entry before it is missing");
        if (next_entry_hash(head, entry.operation_hash, entry.verdict_text) != entry.entry_hash)
            return broken_feed(entry.revision, "its hash does not follow");
        TRY(const auto op, operation_of(entry));
        TRY(const auto decided, parse_verdict(entry.verdict_text));
        TRY_STATUS(m_desk.log().decide(entry));
        TRY_STATUS(m_desk.view().apply(m_desk.log(), op, decided));
        head = {entry.revision, entry.entry_hash};
        ++m_report.pulled;
        if (op.desk == m_desk.identity().desk)
            m_report.own.push_back(
                {op.record,
                 op.kind,
                 decided.result_kind,
                 decided.number,
                 decided.reasons,
                 decided.other}
            );
        return {};
    }

    /// Work that stood where another history of this desk stands goes to the end of the chain.
    status append_lost()
    {
        m_report.moved = static_cast<std::int64_t>(m_lost.size());
        return m_desk.append_again(m_lost);
    }

private:
    /// The operation of an entry, in the log and undecided.
    result<operation> operation_of(const feed_entry& entry)
    {
        const auto known_hash = m_desk.log().hash_at(entry.desk, entry.seq);
        if (known_hash && *known_hash == entry.operation_hash) return stored(entry);
        if (!known_hash && known_hash.error().code != failure_code::not_found)
            return known_hash.error();
        if (known_hash) TRY_STATUS(give_up_place(entry));
        if (operation_hash(entry.body) != entry.operation_hash)
            return broken_feed(entry.revision, "the operation is not the one its hash says");
        TRY(auto op, parse_operation(entry.body));
        if (op.desk != entry.desk || op.seq != entry.seq || op.office != m_desk.identity().office)
            return broken_feed(entry.revision, "the operation is of another desk or office");
        TRY_STATUS(m_desk.log().append(op, ""));
        return op;
    }

    result<operation> stored(const feed_entry& entry)
    {
        if (!entry.body.empty()) return parse_operation(entry.body);
        return failure{failure_code::corrupt_data, "an own operation came without its body"};
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
    std::vector<operation> m_lost;
};

} // namespace

result<sync_request> load_outbox(desk_register& desk, std::int64_t max_operations)
{
    sync_request request;
    request.office = desk.identity().office;
    request.desk = desk.identity().desk;
    TRY(const auto head, desk.log().head_of_feed());
    request.cursor = head.revision;
    if (max_operations == 0) return request;
    TRY(const auto waiting,
        desk.log().undecided(request.desk, std::min(max_operations, max_operations_per_batch)));
    std::size_t bytes = 0;
    for (const auto& op : waiting) {
        bytes += op.body.size();
        if (!request.bodies.empty() && bytes > max_message_bytes / 4) break;
        request.bodies.push_back(op.body);
        request.signature = sign_hex(head_message(op.hash), desk.key());
    }
    return request;
}

result<exchange_report> take_in_answer(
    desk_register& desk, const sync_response& response, instant now
)
{
    exchange_report report;
    const auto& identity = desk.identity();
    if (!is_signed_by(
            feed_message(identity.office, response.head),
            response.head_signature,
            identity.server_key
        ))
        return failure{failure_code::corrupt_data, "the feed is not signed by this desk's server"};
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY(auto head, desk.log().head_of_feed());
    if (response.head.revision < head.revision)
        return failure{failure_code::conflict, "the server has an older history than this desk"};
    answer_intake intake(desk, report);
    for (const auto& entry : response.entries)
        TRY_STATUS(intake.take(entry, head));
    if (head.revision != response.head.revision || head.hash != response.head.hash)
        return broken_feed(response.head.revision, "the signed head is another one");
    TRY_STATUS(intake.append_lost());
    TRY_STATUS(desk.set_meta("last_sync_at", std::to_string(now.ms)));
    TRY_STATUS(transaction.commit());
    TRY_STATUS(desk.refresh());
    TRY(report.unsent_left, desk.log().count_undecided(identity.desk));
    return report;
}

} // namespace hotich
