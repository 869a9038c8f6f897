// The fold of a record's operations; see record.h.
#include "common/records/annotation.h"
#include "common/records/blank.h"
#include "common/records/fold_steps.h"

#include <algorithm>
#include <map>

namespace hotich {

namespace {

bool is_unnumbered(const json::object& payload)
{
    const auto* flag = payload.if_contains("unnumbered");
    return flag != nullptr && *flag == json::value(true);
}

void add_history(record& folded, const log_entry& entry)
{
    json::object line;
    line["revision"] = entry.revision;
    line["desk"] = entry.op.desk;
    line["seq"] = entry.op.seq;
    line["kind"] = entry.op.kind;
    line["at"] = entry.op.at.ms;
    line["user"] = entry.op.user;
    if (entry.decided) line["outcome"] = name_of(entry.decided->result_kind);
    folded.history.push_back(std::move(line));
}

/// A number that the server does not grant is another record's or nobody's; the record may not go
/// on with it.
bool number_was_refused(const verdict& decided)
{
    return std::any_of(
        decided.reasons.begin(),
        decided.reasons.end(),
        [](const json::value& reason) {
            const auto rule =
                reason.is_object() ? text_at(reason.get_object(), "rule") : std::string_view();
            return rule == "number_not_granted" || rule == "number_already_used"
                || rule == "book_year_wrong";
        }
    );
}

/// A registration, sent for the first time or again after a refusal.
void apply_registration(record& folded, const log_entry& entry)
{
    if (folded.state == record_state::registered && folded.confirmed)
        return; // a registered entry is never replaced
    const auto& payload = entry.op.payload;
    folded.event = std::string(text_at(payload, "event"));
    if (const auto* data = object_at(payload, "data")) folded.data = *data;
    if (const auto own = number_in(payload)) folded.number = own;
    folded.links = rows_at(payload, "links");
    folded.reasons.clear();
    folded.other.clear();
    folded.confirmed = entry.decided.has_value();
    if (!entry.decided) {
        // A number of a block has its legal force offline, and so has a note that needs none;
        // without a number the entry waits for the server.
        const bool stands = folded.number || is_unnumbered(payload);
        folded.state = stands ? record_state::registered : record_state::pending;
        return;
    }
    switch (entry.decided->result_kind) {
    case outcome::accepted:
        folded.state = record_state::registered;
        folded.number = entry.decided->number;
        return;
    case outcome::held:
        folded.state = record_state::held;
        folded.other = entry.decided->other;
        break;
    case outcome::rejected:
        folded.state = record_state::rejected;
        if (number_was_refused(*entry.decided)) folded.number.reset();
        break;
    }
    folded.reasons = entry.decided->reasons;
}

void apply_confirm_distinct(record& folded, const log_entry& entry)
{
    if (folded.state != record_state::held || !entry.decided) return;
    if (number_was_refused(*entry.decided)) {
        folded.number.reset();
        const auto& why = entry.decided->reasons;
        folded.reasons.insert(folded.reasons.end(), why.begin(), why.end());
    }
    if (was_refused(entry)) return;
    folded.state = record_state::registered;
    folded.number = entry.decided->number;
    folded.reasons.clear();
}

void apply_withdraw(record& folded, const log_entry& entry)
{
    if (was_refused(entry) || (folded.state == record_state::registered && folded.confirmed))
        return;
    folded.state = record_state::withdrawn;
    folded.confirmed = entry.decided.has_value();
}

void apply_issue_paper(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    auto paper = entry.op.payload;
    paper["desk"] = entry.op.desk;
    paper["at"] = entry.op.at.ms;
    folded.papers.push_back(std::move(paper));
}

void apply_paper_step(record& folded, const log_entry& entry)
{
    if (!was_refused(entry)) take_paper_step(folded.papers, entry.op.payload, entry.op.at.ms);
}

void apply_attach_scan(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    auto attached = entry.op.payload;
    attached["by"] = entry.op.user;
    attached["at"] = entry.op.at.ms;
    folded.scans.push_back(std::move(attached));
}

/// Domain §4.5: mended in place the same day, before its paper is out; the old value stays in the
/// note.
void apply_fix(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    json::object note{{"kind", "register_fix"}, {"changes", rows_at(entry.op.payload, "changes")}};
    note["text"] = text_at(entry.op.payload, "reason");
    note["on_copies"] = false;
    note["on"] = to_iso(date_in_vietnam(entry.op.at));
    note["by"] = entry.op.user;
    note["state"] = "effective";
    folded.annotations.push_back(std::move(note));
}

bool is_from(const json::object& note, const json::object& source)
{
    const auto* own = object_at(note, "source");
    return own != nullptr && text_at(*own, "office") == text_at(source, "office")
        && text_at(*own, "record") == text_at(source, "record")
        && text_at(note, "kind") == text_at(source, "kind");
}

json::object* notice_of(record& folded, const json::object& payload)
{
    const auto* source = object_at(payload, "source");
    if (source == nullptr) return nullptr;
    for (auto& notice : folded.notices)
        if (is_from(notice.get_object(), *source)) return &notice.get_object();
    return nullptr;
}

void apply_notice(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    auto notice = entry.op.payload;
    notice["state"] = "waiting";
    folded.notices.push_back(std::move(notice));
}

/// The office that holds the book writes the note of another office down, or gives its reason for
/// not doing so.
void apply_answer_to_notice(record& folded, const log_entry& entry)
{
    auto* notice = notice_of(folded, entry.op.payload);
    if (notice == nullptr || was_refused(entry) || text_at(*notice, "state") != "waiting") return;
    const bool confirms = entry.op.kind == operation_kind::confirm_annotation;
    (*notice)["state"] = confirms ? "confirmed" : "declined";
    (*notice)["answered_by"] = entry.op.user;
    if (!confirms) (*notice)["reason"] = text_at(entry.op.payload, "reason");
    if (!confirms) return;
    auto note = *notice;
    note.erase("answered_by");
    note["state"] = "effective";
    note["confirmed_by"] = entry.op.user;
    folded.annotations.push_back(std::move(note));
}

/// What another office did with the note this entry sent it.
void apply_notice_answer(record& folded, const log_entry& entry)
{
    auto answer = entry.op.payload;
    answer.erase("target");
    folded.links.push_back(std::move(answer));
}

using apply_function = void (*)(record&, const log_entry&);

/// What each kind of operation does to its record; others are about numbers, books or the office.
const std::map<std::string_view, apply_function>& effects()
{
    static const std::map<std::string_view, apply_function> table{
        {operation_kind::registration, apply_registration},
        {operation_kind::confirm_distinct, apply_confirm_distinct},
        {operation_kind::withdraw, apply_withdraw},
        {operation_kind::issue_paper, apply_issue_paper},
        {operation_kind::paper_step, apply_paper_step},
        {operation_kind::attach_scan, apply_attach_scan},
        {operation_kind::fix, apply_fix},
        {operation_kind::annotation_notice, apply_notice},
        {operation_kind::confirm_annotation, apply_answer_to_notice},
        {operation_kind::decline_annotation, apply_answer_to_notice},
        {operation_kind::notice_answered, apply_notice_answer},
        {operation_kind::pin_requested, apply_pin},
        {operation_kind::pin_issued, apply_pin},
        {operation_kind::pin_refused, apply_pin},
        {operation_kind::ask_pin_again, apply_pin},
        {operation_kind::receive_dossier, apply_dossier},
        {operation_kind::pause_dossier, apply_dossier},
        {operation_kind::resume_dossier, apply_dossier},
        {operation_kind::ask_for_papers, apply_dossier},
        {operation_kind::delay_dossier, apply_dossier},
        {operation_kind::refuse_dossier, apply_dossier},
    };
    return table;
}

void apply(record& folded, const log_entry& entry)
{
    if (const auto found = effects().find(entry.op.kind); found != effects().end())
        found->second(folded, entry);
    add_history(folded, entry);
}

bool begins_record(const operation& op)
{
    return op.kind == operation_kind::registration || op.kind == operation_kind::receive_dossier;
}

void begin(std::optional<record>& folded, const operation& op)
{
    folded.emplace();
    folded->id = op.record;
    folded->office = op.office;
}

/// Entries of other records of the office that note something on this one.
class note_sources
{
public:
    explicit note_sources(std::string target) : m_target(std::move(target)) {}

    void apply_to(record& target, const log_entry& entry)
    {
        auto& source = m_sources[entry.op.record];
        if (!source.folded) {
            if (!begins_record(entry.op)) return;
            begin(source.folded, entry.op);
        }
        apply(*source.folded, entry);
        if (entry.op.kind == operation_kind::registration)
            source.notes = rows_at(entry.op.payload, "annotations");
        const bool stands = source.folded->state == record_state::registered;
        const bool waits = source.folded->state == record_state::pending && !entry.decided;
        if (source.is_told || (!stands && !waits)) return;
        source.is_told = true;
        for (const auto& item : source.notes)
            add_note(target, *source.folded, entry, item);
    }

private:
    struct note_source
    {
        std::optional<record> folded;
        json::array notes;
        bool is_told = false;
    };

    void add_note(
        record& target, const record& source, const log_entry& entry, const json::value& item
    ) const
    {
        const auto* names = target_in(item);
        if (names == nullptr || text_at(*names, "record") != m_target) return;
        auto note = item.get_object();
        note.erase("target");
        json::object from{
            {"office", source.office}, {"record", source.id}, {"event", source.event}};
        if (source.number) from["number"] = to_display(*source.number);
        note["source"] = std::move(from);
        note["on"] = text_at(source.data, "reg_date");
        note["by"] = entry.op.user;
        note["state"] = source.state == record_state::registered ? "effective" : "pending";
        target.annotations.push_back(std::move(note));
    }

    std::string m_target;
    std::map<std::string, note_source> m_sources;
};

} // namespace

std::optional<record> fold_record(const std::string& id, std::span<const log_entry> entries)
{
    std::optional<record> folded;
    note_sources sources(id);
    for (const auto& entry : entries) {
        const bool is_own = entry.op.record == id;
        if (!folded) {
            if (!is_own || !begins_record(entry.op)) continue;
            begin(folded, entry.op);
        }
        if (is_own)
            apply(*folded, entry);
        else
            sources.apply_to(*folded, entry);
    }
    return folded;
}

json::object current_data(const record& entry)
{
    auto data = entry.data;
    for (const auto& note : entry.annotations)
        if (note.is_object() && text_at(note.get_object(), "state") == "effective")
            apply_changes(data, note.get_object());
    return data;
}

} // namespace hotich
