// How the host carries what one office tells another into that office's feed, each letter once.
#include "common/records/annotation.h"
#include "common/register/projection.h"
#include "common/sync/host.h"

namespace hotich {

namespace {

/// Whether the feed tells of a letter already: it was carried before the store was put back.
result<bool> is_told(sql_connection& db, const operation_draft& draft)
{
    TRY(const auto entries, operation_log(db, draft.office).entries_of(draft.record));
    const auto* source = draft.payload.if_contains("source");
    for (const auto& entry : entries) {
        if (entry.op.desk != server_desk || entry.op.kind != draft.kind) continue;
        const auto* told = entry.op.payload.if_contains("source");
        const bool is_same_note = source != nullptr && told != nullptr
            && text_at(draft.payload, "source.record") == text_at(entry.op.payload, "source.record")
            && text_at(draft.payload, "kind") == text_at(entry.op.payload, "kind");
        if (is_same_note || entry.op.payload == draft.payload) return true;
    }
    return false;
}

} // namespace

status host::deliver_mail(instant now)
{
    TRY(const auto letters, office_mail(m_db).waiting(max_letters_at_once));
    for (const auto& letter : letters) {
        TRY(auto transaction, write_transaction::begin(m_db));
        TRY(const auto is_ours, hold_letter(letter));
        if (!is_ours) continue;              // another server has carried it
        if (!deliver(letter, now)) continue; // rolled back; one letter does not stop the others
        TRY_STATUS(office_mail(m_db).mark_delivered(letter));
        TRY_STATUS(transaction.commit());
    }
    return {};
}

status host::deliver(const office_letter& letter, instant now)
{
    if (letter.kind == operation_kind::change_password) return deliver_password(letter, now);
    const auto to_office = successor_office(letter.to_office);
    auto content = letter.content;
    const auto* target = content.if_contains("target");
    const auto& names = target->get_object();
    const projection lookup(m_db, m_known, to_office);
    const auto entry = lookup.find_entry(key_of_target(names));
    if (!entry) {
        if (letter.kind == operation_kind::notice_answered) return {};
        json::object answer{
            {"target", {{"office", letter.office}, {"record", letter.record}}},
            {"state", "not_found"},
            {"kind", text_at(content, "kind")},
            {"by_office", letter.to_office},
            {"number", text_at(names, "number")}};
        return append_once(
            letter.office,
            {letter.office,
             server_desk,
             operation_kind::notice_answered,
             letter.record,
             now,
             "",
             std::move(answer)}
        );
    }
    content.erase("target");
    return append_once(
        to_office, {to_office, server_desk, letter.kind, entry->record, now, "", std::move(content)}
    );
}

/// Books of a unit that was merged are held by its successor (domain §7.3).
std::string host::successor_office(const std::string& code)
{
    if (office(code)) return code;
    const auto* unit = m_known.units().find_any(unit_level::commune, code);
    const bool has_successor = unit != nullptr && !unit->successor.empty();
    return has_successor && office(unit->successor) ? unit->successor : code;
}

status host::append_once(const std::string& office_code, operation_draft draft)
{
    TRY(const auto is_there, is_told(m_db, draft));
    return is_there ? status() : append_own(office_code, std::move(draft));
}

} // namespace hotich
