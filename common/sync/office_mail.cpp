#include "common/sync/office_mail.h"

#include "common/records/annotation.h"
#include "common/register/account_book.h"
#include "common/register/kept_rows.h"

#include <algorithm>

namespace hotich {

namespace {

/// The registration that counts is the newest; the notes it makes stand in its payload.
const operation* newest_registration(
    const std::vector<log_entry>& entries, const std::string& record
)
{
    const operation* newest = nullptr;
    for (const auto& entry : entries)
        if (entry.op.record == record && entry.op.kind == operation_kind::registration)
            newest = &entry.op;
    return newest;
}

json::object source_of(const record& entry, std::string_view kind)
{
    json::object source{
        {"office", entry.office}, {"record", entry.id}, {"event", entry.event}, {"kind", kind}};
    if (entry.number) source["number"] = to_display(*entry.number);
    return source;
}

} // namespace

status office_mail::queue_after(
    const record& folded, const std::vector<log_entry>& entries, const verdict& decided
)
{
    if (decided.result_kind != outcome::accepted) return {};
    const auto& op = entries.back().op;
    if (op.kind == operation_kind::registration || op.kind == operation_kind::confirm_distinct)
        return queue_notes(folded, entries);
    if (op.kind == operation_kind::confirm_annotation
        || op.kind == operation_kind::decline_annotation)
        return queue_answer(folded, op);
    return {};
}

status office_mail::queue_notes(const record& folded, const std::vector<log_entry>& entries)
{
    const auto* made_by = newest_registration(entries, folded.id);
    if (made_by == nullptr) return {};
    for (const auto& item : rows_at(made_by->payload, "annotations")) {
        const auto* target = target_in(item);
        if (target == nullptr || text_at(*target, "office") == folded.office) continue;
        auto content = item.get_object();
        content["source"] = source_of(folded, text_at(content, "kind"));
        content["on"] = text_at(folded.data, "reg_date");
        content["by"] = made_by->user;
        TRY_STATUS(queue(
            {folded.office,
             0,
             operation_kind::annotation_notice,
             folded.id,
             std::string(text_at(*target, "office")),
             std::move(content)}
        ));
    }
    return {};
}

/// The office that asked learns what became of its note.
status office_mail::queue_answer(const record& folded, const operation& op)
{
    const bool confirms = op.kind == operation_kind::confirm_annotation;
    const auto* source = op.payload.if_contains("source");
    if (source == nullptr || !source->is_object()) return {};
    const auto& asked = source->get_object();
    json::object content{
        {"target", {{"office", text_at(asked, "office")}, {"record", text_at(asked, "record")}}},
        {"state", confirms ? "confirmed" : "declined"},
        {"kind", text_at(asked, "kind")},
        {"by_office", op.office},
        {"entry", op.record}};
    if (folded.number) content["number"] = to_display(*folded.number);
    if (!confirms) content["reason"] = text_at(op.payload, "reason");
    return queue(
        {op.office,
         0,
         operation_kind::notice_answered,
         op.record,
         std::string(text_at(asked, "office")),
         std::move(content)}
    );
}

status office_mail::queue_password(
    const definitions& known, const operation& op, const verdict& decided
)
{
    if (op.kind != operation_kind::change_password || decided.result_kind != outcome::accepted)
        return {};
    TRY(const auto who, account_book(m_db, known.units(), op.office).find(op.record));
    const auto* proof = object_at(op.payload, "credential");
    if (!who || proof == nullptr) return {};
    for (const auto& feed : feeds_of(*who))
        if (feed != op.office)
            TRY_STATUS(queue({op.office, 0, op.kind, op.record, feed, {{"credential", *proof}}}));
    return {};
}

status office_mail::queue(const office_letter& letter)
{
    TRY([[maybe_unused]] const auto rows,
        stored(m_db).execute(
            "INSERT INTO office_mail (office, mail, kind, record, to_office, content, delivered) "
            "VALUES ($1, (SELECT coalesce(max(mail), 0) + 1 FROM office_mail WHERE office = $1), "
            "$2, $3, $4, $5, 0) ON CONFLICT DO NOTHING",
            {letter.office, letter.kind, letter.record, letter.to_office, to_text(letter.content)}
        ));
    return {};
}

result<std::vector<office_letter>> office_mail::waiting(std::int64_t limit)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT office, mail, kind, record, to_office, content FROM office_mail WHERE "
            "delivered = 0 AND NOT EXISTS (SELECT 1 FROM feed_standing WHERE feed_standing.office "
            "= to_office) ORDER BY office, mail LIMIT $1",
            {limit}
        ));
    std::vector<office_letter> letters;
    for (const auto& row : rows) {
        TRY(auto content, parse_json_object(row.text(5)));
        letters.push_back(
            {row.text(0), row.integer(1), row.text(2), row.text(3), row.text(4), std::move(content)}
        );
    }
    return letters;
}

status office_mail::mark_delivered(const office_letter& letter)
{
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "UPDATE office_mail SET delivered = 1 WHERE office = $1 AND mail = $2",
            {letter.office, letter.mail}
        ));
    return {};
}

} // namespace hotich
