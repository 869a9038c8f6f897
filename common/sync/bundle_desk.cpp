#include "common/sync/bundle_desk.h"

#include "common/register/reading_log.h"

#include <limits>

namespace hotich {

namespace {

constexpr const char* number_setting = "bundle_number";
constexpr const char* show_setting = "bundle_shows_after"; ///< what the server asked to be shown
constexpr std::size_t max_request_bytes = max_message_bytes / 4;

/// Numbers are for people and file names: a gap after a failed writing does no harm.
result<std::int64_t> next_number(desk_register& desk)
{
    std::int64_t last = 0;
    if (const auto known = desk.meta(number_setting)) last = std::stoll(*known);
    TRY_STATUS(desk.set_meta(number_setting, std::to_string(last + 1)));
    return last + 1;
}

/// Cuts undecided work into requests as they would go over the line.
class outbox_packer
{
public:
    outbox_packer(
        desk_register& desk, feed_head seen, std::int64_t restored_at_ms, bundle_limits limits
    )
        : m_desk(desk), m_seen(std::move(seen)), m_restored_at_ms(restored_at_ms), m_content(limits)
    {
        begin();
        // With the first request; the answer says that they are known.
        if (auto looks = readings_to_tell(m_desk)) m_request.readings = std::move(*looks);
    }

    /// False where the bundle is full.
    bool show(shown_feed part)
    {
        auto readings = std::move(m_request.readings);
        begin();
        m_request.shown = std::move(part);
        const bool fits = m_content.add(encode(m_request));
        begin();
        m_request.readings = std::move(readings);
        return fits;
    }

    /// False where the bundle is full.
    bool take(const operation& op)
    {
        const bool is_full =
            static_cast<std::int64_t>(m_request.bodies.size()) >= max_operations_per_batch
            || m_bytes + op.body.size() > max_request_bytes;
        if (is_full && !m_request.bodies.empty() && !close()) return false;
        m_bytes += op.body.size();
        m_request.bodies.push_back(op.body);
        m_last_hash = op.hash;
        return true;
    }

    /// Puts the request at hand into the bundle; an empty one asks only.
    bool close()
    {
        if (!m_last_hash.empty())
            m_request.signature = sign_hex(head_message(m_last_hash), m_desk.key());
        if (!m_content.add(encode(m_request))) return false;
        m_packed += static_cast<std::int64_t>(m_request.bodies.size());
        begin();
        return true;
    }

    [[nodiscard]] bool has_open() const { return !m_request.bodies.empty(); }

    [[nodiscard]] std::int64_t packed() const { return m_packed; }

    [[nodiscard]] const bundle_content& content() const { return m_content; }

private:
    void begin()
    {
        m_request = {};
        m_request.office = m_desk.identity().office;
        m_request.desk = m_desk.identity().desk;
        m_request.cursor = m_seen.revision;
        m_request.seen_revision = m_seen.revision;
        m_request.seen_hash = m_seen.hash.substr(0, own_hash_digits);
        m_request.restored_at_ms = m_restored_at_ms;
        m_bytes = 0;
        m_last_hash.clear();
    }

    desk_register& m_desk;
    feed_head m_seen;
    std::int64_t m_restored_at_ms;
    bundle_content m_content;
    sync_request m_request;
    std::size_t m_bytes = 0;
    std::string m_last_hash;
    std::int64_t m_packed = 0;
};

/// Where the server asked for it, its own feed as this desk has it; true where all of it fitted.
result<bool> show_as_asked(desk_register& desk, outbox_packer& packer)
{
    const auto asked = desk.meta(show_setting);
    if (!asked || asked->empty()) return true;
    TRY(const auto head, desk.log().head_of_feed());
    auto after = std::stoll(*asked);
    while (true) {
        TRY(auto part, show_feed(desk, after));
        const auto shown = static_cast<std::int64_t>(part.entries.size());
        // At least where it stands: the server may have gone another way there.
        if (!packer.show(std::move(part))) return false;
        after += shown;
        if (shown == 0 || after >= head.revision) return true;
    }
}

result<sync_response> response_of(const std::string& message)
{
    TRY(const auto text, decompress(message));
    return decode_response(text);
}

/// What a server that was put back asks for: its next bundle shows that.
status note_question(desk_register& desk, const sync_response& response)
{
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY_STATUS(note_restoration(desk, response));
    TRY_STATUS(
        desk.set_meta(show_setting, response.show_after ? std::to_string(*response.show_after) : "")
    );
    return transaction.commit();
}

/// The hash of this desk's history at a revision.
result<std::string> own_hash_at(operation_log& log, std::int64_t revision)
{
    TRY(auto hash, log.hash_of_entry(revision));
    if (hash) return std::move(*hash);
    return failure{
        failure_code::corrupt_data,
        "feed revision " + std::to_string(revision) + " is not in this register"};
}

/// Proves an answer before it is taken in: one chain, signed by the server, that agrees with what
/// this desk has.
class answer_proof
{
public:
    answer_proof(desk_register& desk, feed_head own) : m_desk(desk), m_own(std::move(own)) {}

    status start_after(std::int64_t cursor)
    {
        if (cursor > m_own.revision)
            return failure{
                failure_code::conflict,
                "feed revisions " + std::to_string(m_own.revision + 1) + " to "
                    + std::to_string(cursor) + " are missing here: the bundle follows on them"};
        m_at.revision = cursor;
        TRY(m_at.hash, own_hash_at(m_desk.log(), cursor));
        return {};
    }

    status prove(const sync_response& message)
    {
        for (const auto& entry : message.entries)
            TRY_STATUS(follow(entry));
        if (m_at.revision != message.head.revision || m_at.hash != message.head.hash)
            return broken("the signed head is another one");
        const auto& identity = m_desk.identity();
        const auto signed_text = feed_message(identity.office, message.head);
        if (!is_signed_by(signed_text, message.head_signature, identity.server_key))
            return broken("the feed is not signed by this desk's server");
        const auto shared = std::min(m_at.revision, m_own.revision);
        if (shared != m_at.revision) return {};
        TRY(const auto own, own_hash_at(m_desk.log(), shared));
        return own == m_at.hash ? status() : broken("this desk has another history");
    }

private:
    status follow(const feed_entry& entry)
    {
        if (entry.revision != m_at.revision + 1) return broken("an entry is missing after it");
        if (next_entry_hash(m_at, entry.operation_hash, entry.verdict_text) != entry.entry_hash)
            return broken("the next entry does not follow from it");
        if (!entry.body.empty() && operation_hash(entry.body) != entry.operation_hash)
            return broken("the next operation is not the one its hash says");
        m_at = {entry.revision, entry.entry_hash};
        if (entry.revision != m_own.revision || entry.entry_hash == m_own.hash) return {};
        return broken("this desk has another history");
    }

    [[nodiscard]] failure broken(const std::string& what) const
    {
        return {
            failure_code::corrupt_data,
            "feed revision " + std::to_string(m_at.revision) + ": " + what};
    }

    desk_register& m_desk;
    feed_head m_own;
    feed_head m_at;
};

status must_be_for(const desk_identity& identity, const bundle_label& label)
{
    if (label.kind != bundle_kind::to_desk)
        return failure{failure_code::not_allowed, "the bundle is for the server, not for a desk"};
    if (label.office == identity.office && label.desk == identity.desk) return {};
    return failure{
        failure_code::not_allowed,
        "the bundle is for desk " + label.desk + " of office " + label.office + ", this is desk "
            + identity.desk + " of office " + identity.office};
}

status must_be_enrolled(const desk_register& desk)
{
    if (desk.is_enrolled()) return {};
    return failure{failure_code::not_allowed, "this desk is not enrolled"};
}

} // namespace

result<desk_bundle> pack_for_server(desk_register& desk, instant now, bundle_limits limits)
{
    TRY_STATUS(must_be_enrolled(desk));
    const auto& identity = desk.identity();
    TRY(const auto head, desk.log().head_of_feed());
    TRY(const auto waiting,
        desk.log().undecided(identity.desk, std::numeric_limits<std::int32_t>::max()));
    TRY(const auto restored_at_ms, restored_at_ms_of(desk));
    outbox_packer packer(desk, head, restored_at_ms, limits);
    TRY(bool fits, show_as_asked(desk, packer));
    for (const auto& op : waiting)
        if (!fits || !(fits = packer.take(op))) break;
    if (fits && (packer.has_open() || waiting.empty())) fits = packer.close();
    if (packer.content().messages().empty())
        return failure{failure_code::invalid_input, "not one message fits into a bundle"};
    desk_bundle out;
    TRY(const auto number, next_number(desk));
    out.label = {
        bundle_kind::to_server, identity.office, identity.desk, number, head.revision, now};
    TRY(out.file, make_bundle(out.label, packer.content(), desk.key(), identity.server_key));
    out.operations = packer.packed();
    out.left = static_cast<std::int64_t>(waiting.size()) - out.operations;
    return out;
}

result<taken_answer> take_in_bundle(
    desk_register& desk, std::string_view file, instant now, bundle_limits limits
)
{
    TRY_STATUS(must_be_enrolled(desk));
    taken_answer out;
    TRY(out.label, read_bundle_label(file, limits));
    TRY_STATUS(must_be_for(desk.identity(), out.label));
    TRY(const auto messages, open_bundle(file, desk.identity().server_key, desk.key(), limits));
    TRY(const auto first, response_of(messages.front()));
    TRY(const auto restored_at_ms, restored_at_ms_of(desk));
    // What the server told before its store was put back is no part of its feed any more, unless a
    // desk had seen it by then; this one has said since what it has seen.
    if (first.restored_at_ms < restored_at_ms)
        return failure{failure_code::conflict, before_restoration};
    out.must_show = first.show_after || first.restored_at_ms > restored_at_ms;
    TRY_STATUS(note_question(desk, first));
    if (first.show_after) return out;
    TRY(auto head, desk.log().head_of_feed());
    answer_proof proof(desk, head);
    TRY_STATUS(proof.start_after(out.label.cursor));
    for (const auto& message : messages) {
        TRY(const auto response, response_of(message));
        TRY_STATUS(proof.prove(response));
        out.more = response.more;
    }
    out.was_known = true;
    for (const auto& message : messages) {
        TRY(const auto response, response_of(message));
        if (response.head.revision <= head.revision) {
            TRY(auto transaction, write_transaction::begin(desk.connection()));
            TRY_STATUS(readings_told(desk, response.readings_taken));
            TRY_STATUS(transaction.commit());
            continue;
        }
        TRY(auto part, take_in_answer(desk, response, now));
        out.report.add(std::move(part));
        head = response.head;
        out.was_known = false;
    }
    TRY(out.report.unsent_left, desk.log().count_undecided(desk.identity().desk));
    return out;
}

} // namespace hotich
