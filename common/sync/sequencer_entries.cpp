// The part of the sequencer that judges what is done with an entry that stands: notes, mending in
// place, personal numbers, dossiers, judgements about people.
#include "common/base/text.h"
#include "common/records/annotation.h"
#include "common/records/personal_number.h"
#include "common/records/scan.h"
#include "common/sync/sequencer.h"

#include <algorithm>

namespace hotich {

namespace {

/// Where the note goes is looked up again; what it says must be what the data say.
json::array without_targets(json::array notes)
{
    for (auto& note : notes)
        if (note.is_object()) note.get_object().erase("target");
    return notes;
}

} // namespace

bool sequencer::notes_fit(
    const operation& op, const event_definition& event, const json::object& data
)
{
    const auto wanted = annotations_of(m_known, event, data, m_office.code);
    const auto& given = rows_at(op.payload, "annotations");
    if (without_targets(given) != without_targets(wanted)) return false;
    const projection lookup(m_db, m_known, m_office.code);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto& target = *target_in(wanted[i]);
        const auto* named = target_in(given[i]);
        if (named == nullptr || text_at(*named, "office") != text_at(target, "office"))
            return false;
        const auto record = text_at(*named, "record");
        if (text_at(target, "office") != m_office.code || record.empty()) continue;
        const auto found = lookup.find_entry(key_of_target(target));
        if (!found || found->record != record) return false;
    }
    return true;
}

/// Domain §4.5: only the same day and before the paper is handed out; afterwards there is cải
/// chính.
result<verdict> sequencer::decide_fix(const operation& op, instant now)
{
    TRY(const auto existing, current(op.record));
    if (!existing || existing->state != record_state::registered) return rejected("not_registered");
    if (!existing->papers.empty()) return rejected("paper_already_issued");
    const auto written = parse_date(text_at(existing->data, "reg_date"));
    if (!written || date_in_vietnam(op.at) != *written) return rejected("not_same_day");
    if (clean_text(text_at(op.payload, "reason")).empty()) return rejected("reason_needed");
    const auto& changes = rows_at(op.payload, "changes");
    const auto* event = m_known.find_event(existing->event);
    if (event == nullptr) return rejected("unknown_event");
    auto mended = current_data(*existing);
    const auto before = mended;
    apply_changes(mended, op.payload);
    if (changes.empty() || mended == before) return rejected("fix_changes_nothing");
    if (stale_change(m_known, *event, before, changes)) return rejected("old_value_is_current");
    if (text_at(mended, "reg_date") != text_at(before, "reg_date")
        || event->book_for(mended) != event->book_for(before))
        return rejected("book_year_wrong");
    const projection lookup(m_db, m_known, m_office.code);
    auto findings =
        check_record(*event, mended, {m_known, m_office, date_in_vietnam(now), op.record, lookup});
    std::erase_if(findings, [](const finding& item) {
        return item.level != severity::block || item.rule == "must_be_blank";
    });
    if (findings.empty()) return verdict();
    verdict out;
    out.result_kind = outcome::rejected;
    for (const auto& item : findings)
        out.reasons.push_back(item.to_json());
    return out;
}

result<verdict> sequencer::decide_answer_to_notice(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    const auto* source = object_at(op.payload, "source");
    if (!existing || source == nullptr) return rejected("no_such_notice");
    const auto notice = std::find_if(
        existing->notices.begin(),
        existing->notices.end(),
        [source](const json::value& item) {
            const auto& own = item.get_object();
            return text_at(own, "source.office") == text_at(*source, "office")
                && text_at(own, "source.record") == text_at(*source, "record")
                && text_at(own, "kind") == text_at(*source, "kind");
        }
    );
    if (notice == existing->notices.end()) return rejected("no_such_notice");
    if (text_at(notice->get_object(), "state") != "waiting") return rejected("already_confirmed");
    if (op.kind == operation_kind::decline_annotation)
        return clean_text(text_at(op.payload, "reason")).empty() ? rejected("reason_needed")
                                                                 : verdict();
    const auto* event = m_known.find_event(existing->event);
    const auto& changes = rows_at(notice->get_object(), "changes");
    if (event != nullptr && stale_change(m_known, *event, current_data(*existing), changes))
        return rejected("old_value_is_current");
    return verdict();
}

result<verdict> sequencer::decide_attach_scan(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    if (!existing) return rejected("record_unknown");
    const bool is_over =
        existing->state == record_state::withdrawn || existing->state == record_state::refused;
    if (is_over) return rejected("not_resolvable");
    if (!parse_scan(op.payload)) return rejected("scan_wrong");
    return existing->scans.size() < max_scans_of_record ? verdict() : rejected("too_many_scans");
}

result<verdict> sequencer::decide_ask_pin_again(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    if (!existing || existing->state != record_state::registered) return rejected("not_registered");
    const auto* event = m_known.find_event(existing->event);
    if (event == nullptr) return rejected("unknown_event");
    const bool was_refused = text_at(existing->pin, "state") == "refused";
    // A correction since may have made the number needless.
    return was_refused && needs_personal_number(*event, *existing) ? verdict()
                                                                   : rejected("not_resolvable");
}

result<verdict> sequencer::decide_judgement(const operation& op, instant)
{
    if (clean_text(text_at(op.payload, "reason")).empty()) return rejected("reason_needed");
    for (const auto* side : {"a", "b"}) {
        const auto* named = object_at(op.payload, side);
        if (named == nullptr || text_at(*named, "role").empty()) return rejected("record_unknown");
        TRY(const auto existing, current(std::string(text_at(*named, "record"))));
        if (!existing) return rejected("record_unknown");
    }
    return verdict();
}

result<verdict> sequencer::decide_receive_dossier(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    if (existing) return rejected("already_registered");
    return m_known.find_event(text_at(op.payload, "event")) == nullptr ? rejected("unknown_event")
                                                                       : verdict();
}

result<verdict> sequencer::decide_open_dossier(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    const bool is_open = existing && existing->state == record_state::received;
    if (!is_open) return rejected("not_resolvable");
    const bool needs_reason =
        op.kind == operation_kind::refuse_dossier || op.kind == operation_kind::delay_dossier;
    const bool has_reason = !clean_text(text_at(op.payload, "reason")).empty();
    return needs_reason && !has_reason ? rejected("reason_needed") : verdict();
}

} // namespace hotich
