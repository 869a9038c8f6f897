#include "common/sync/sequencer.h"

#include "common/base/ids.h"
#include "common/base/text.h"

#include <algorithm>

namespace hotich {

namespace {

std::vector<override_reason> overrides_of(const operation& op)
{
    const auto* list = op.payload.if_contains("overrides");
    if (list == nullptr) return {};
    const auto parsed = parse_overrides(*list);
    return parsed ? *parsed : std::vector<override_reason>();
}

/// A probable duplicate is held for a person to decide; anything else that stands in the way
/// rejects.
bool is_duplicate(const finding& item)
{
    return item.rule == "same_claim" || item.rule == "possible_duplicate";
}

verdict refused(const std::vector<finding>& findings, outcome kind)
{
    verdict out;
    out.result_kind = kind;
    for (const auto& item : findings)
        out.reasons.push_back(item.to_json());
    return out;
}

/// Points to the record that has the claim: office and record, nothing of its data.
json::object pointer_to(const finding& duplicate)
{
    json::object other;
    for (const auto& argument : duplicate.arguments)
        if (argument.name == "office" || argument.name == "record" || argument.name == "number")
            other[argument.name] = argument.value.vi;
    return other;
}

/// What another office's clerk may see of the record that has the claim: where it is, not who it
/// is.
void drop_personal_arguments(std::vector<finding>& findings, const std::string& own_office)
{
    for (auto& item : findings) {
        const bool is_foreign =
            std::any_of(item.arguments.begin(), item.arguments.end(), [&](const auto& argument) {
                return argument.name == "office" && argument.value.vi != own_office;
            });
        if (is_foreign)
            std::erase_if(item.arguments, [](const auto& argument) {
                return argument.name == "name" || argument.name == "date";
            });
    }
}

int year_of_registration(const json::object& data)
{
    return parse_date(text_at(data, "reg_date")).value_or(civil_date{}).year;
}

} // namespace

result<verdict> sequencer::decide(const operation& op, instant now)
{
    if (op.office != m_office.code) return rejected("not_this_office");
    if (!is_uuid(op.record)) return rejected("record_unknown");
    const auto found = decisions().find(op.kind);
    if (found == decisions().end()) return rejected("unknown_operation");
    TRY(auto refusal, why_not_his(op, now));
    return refusal ? std::move(*refusal) : (this->*found->second)(op, now);
}

const std::map<std::string_view, sequencer::decision>& sequencer::decisions()
{
    static const std::map<std::string_view, decision> table{
        {operation_kind::registration, &sequencer::decide_registration},
        {operation_kind::confirm_distinct, &sequencer::decide_confirm_distinct},
        {operation_kind::withdraw, &sequencer::decide_withdraw},
        {operation_kind::issue_paper, &sequencer::decide_issue_paper},
        {operation_kind::paper_step, &sequencer::decide_paper_step},
        {operation_kind::move_blanks, &sequencer::decide_move_blanks},
        {operation_kind::attach_scan, &sequencer::decide_attach_scan},
        {operation_kind::request_block, &sequencer::decide_request_block},
        {operation_kind::return_block, &sequencer::decide_return_block},
        {operation_kind::open_book, &sequencer::decide_open_book},
        {operation_kind::close_book, &sequencer::decide_close_book},
        {operation_kind::void_number, &sequencer::decide_void_number},
        {operation_kind::fix, &sequencer::decide_fix},
        {operation_kind::confirm_annotation, &sequencer::decide_answer_to_notice},
        {operation_kind::decline_annotation, &sequencer::decide_answer_to_notice},
        {operation_kind::ask_pin_again, &sequencer::decide_ask_pin_again},
        {operation_kind::same_person, &sequencer::decide_judgement},
        {operation_kind::distinct_person, &sequencer::decide_judgement},
        {operation_kind::receive_dossier, &sequencer::decide_receive_dossier},
        {operation_kind::pause_dossier, &sequencer::decide_open_dossier},
        {operation_kind::resume_dossier, &sequencer::decide_open_dossier},
        {operation_kind::ask_for_papers, &sequencer::decide_open_dossier},
        {operation_kind::delay_dossier, &sequencer::decide_open_dossier},
        {operation_kind::refuse_dossier, &sequencer::decide_open_dossier},
        {operation_kind::change_password, &sequencer::decide_change_password},
    };
    return table;
}

std::vector<std::string_view> sequencer::kinds()
{
    std::vector<std::string_view> out;
    for (const auto& [kind, decide] : decisions())
        out.push_back(kind);
    return out;
}

result<std::optional<record>> sequencer::current(const std::string& record_id)
{
    auto loaded = projection(m_db, m_known, m_office.code).load(record_id);
    if (loaded) return std::optional<record>(std::move(*loaded));
    if (loaded.error().code == failure_code::not_found) return std::optional<record>();
    return loaded.error();
}

result<verdict> sequencer::decide_registration(const operation& op, instant now)
{
    const auto* event = m_known.find_event(text_at(op.payload, "event"));
    const auto* data = object_at(op.payload, "data");
    if (event == nullptr || data == nullptr) return rejected("unknown_event");
    TRY(const auto existing, current(op.record));
    if (existing && existing->state == record_state::registered)
        return rejected("already_registered");
    const bool is_over = existing
        && (existing->state == record_state::withdrawn || existing->state == record_state::refused);
    if (is_over) return rejected("not_resolvable");
    if (!notes_fit(op, *event, *data)) return rejected("annotation_wrong");

    const projection lookup(m_db, m_known, m_office.code);
    auto stopping = unresolved(
        check_record(*event, *data, {m_known, m_office, date_in_vietnam(now), op.record, lookup}),
        overrides_of(op)
    );
    drop_personal_arguments(stopping, m_office.code);
    const auto duplicate = std::find_if(stopping.begin(), stopping.end(), is_duplicate);
    const bool only_duplicates = std::all_of(stopping.begin(), stopping.end(), is_duplicate);
    if (!stopping.empty() && !only_duplicates) return refused(stopping, outcome::rejected);
    if (duplicate != stopping.end()) {
        auto held = refused(stopping, outcome::held);
        held.other = pointer_to(*duplicate);
        return held;
    }
    return accept_in_book(op, *event, *data, number_in(op.payload));
}

result<verdict> sequencer::accept_in_book(
    const operation& op,
    const event_definition& event,
    const json::object& data,
    const std::optional<registration_number>& own
)
{
    const auto* book = event.book_for(data);
    if (book == nullptr) return verdict(); // a note on another entry needs no number
    if (const auto typed = paper_number_of(event, data)) return accept_paper_number(op, *typed);
    return accept_with_number(op, {own, book->kind, year_of_registration(data)});
}

result<verdict> sequencer::accept_paper_number(
    const operation& op, const registration_number& number
)
{
    TRY(const auto used, number_book(m_db, m_office.code).is_used(number, op.record));
    if (used) return rejected("number_already_used");
    verdict accepted;
    accepted.number = number;
    return accepted;
}

result<verdict> sequencer::accept_with_number(const operation& op, const wanted_number& wanted)
{
    number_book numbers(m_db, m_office.code);
    verdict accepted;
    const auto& own = wanted.own;
    if (!own) {
        TRY(const auto reg_no, numbers.next(wanted.book_kind, wanted.year));
        accepted.number = {wanted.book_kind, wanted.year, reg_no};
        return accepted;
    }
    if (own->book_kind != wanted.book_kind || own->year != wanted.year)
        return rejected("book_year_wrong");
    TRY(const auto existing, current(op.record));
    const bool is_kept =
        existing && existing->number == own; // another desk of the office may send it again
    TRY(const auto is_granted, numbers.is_granted(*own, is_kept ? std::string() : op.desk));
    if (!is_granted) return rejected("number_not_granted");
    TRY(const auto used, numbers.is_used(*own, op.record));
    if (used) return rejected("number_already_used");
    accepted.number = *own;
    return accepted;
}

result<verdict> sequencer::decide_confirm_distinct(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    if (!existing || existing->state != record_state::held) return rejected("not_resolvable");
    if (clean_text(text_at(op.payload, "reason")).empty()) return rejected("reason_needed");
    const auto* event = m_known.find_event(existing->event);
    if (event == nullptr) return rejected("unknown_event");
    // A record is held before its number is looked at, so that it is looked at here.
    return accept_in_book(op, *event, existing->data, existing->number);
}

result<verdict> sequencer::decide_withdraw(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    const bool is_open = existing
        && (existing->state == record_state::held || existing->state == record_state::rejected);
    return is_open ? verdict() : rejected("not_resolvable");
}

} // namespace hotich
