// The part of desk_register that says which papers an entry has, and issues them.
#include "common/base/ids.h"
#include "common/records/annotation.h"
#include "common/records/personal_number.h"
#include "common/register/book_ledger.h"
#include "common/register/desk_printed.h"
#include "common/register/reading_log.h"

#include <array>

namespace hotich {

namespace {

constexpr std::size_t token_bytes = 15; ///< 24 letters in base 32

failure not_yet(const char* condition) { return {failure_code::not_allowed, condition}; }

/// A refusal is printed of what was refused, an apology of what was delayed.
bool dossier_has(const record& content, const paper_definition& paper)
{
    return !content.dossier.empty()
        && (paper.dossier_member.empty() || is_known(content.dossier, paper.dossier_member));
}

status put_blank(json::object& payload, const paper_definition& paper, const std::string& typed)
{
    if (typed.empty()) return {};
    if (!paper.has_blank) return failure{failure_code::invalid_input, "no_blank"};
    TRY(const auto serial, parse_blank_serial(typed));
    payload["blank"] = json::object{{"kind", paper.certificate}, {"serial", to_text(serial)}};
    return {};
}

std::string paper_number(const registration_number& number, const paper_definition& paper)
{
    return to_display(number) + (paper.number_suffix.empty() ? "" : "/" + paper.number_suffix);
}

} // namespace

result<record> desk_register::copied_entry(const event_definition& event, const record& request)
    const
{
    const auto found = m_view.find_entry(event.copies_of->key_in(request.data, m_identity.office));
    if (!found)
        return failure{failure_code::not_found, "the entry to copy is not in this register"};
    return load(found->record);
}

result<paper_issue> desk_register::preview_paper(
    const std::string& record_id, const std::string& certificate, instant now
) const
{
    TRY(auto content, load(record_id));
    const auto* event = m_known.find_event(content.event);
    if (event == nullptr) return not_yet("certificate");
    std::optional<registration_number> copy_number;
    if (event->copies_of && event->find_paper(certificate) == nullptr) {
        if (content.state != record_state::registered || !content.number) return not_yet("number");
        copy_number = content.number;
        TRY(content, copied_entry(*event, content));
        event = m_known.find_event(content.event);
    }
    const auto* paper = event == nullptr ? nullptr : m_known.find_paper(*event, certificate);
    const auto current = current_data(content);
    const bool is_in_force =
        paper != nullptr && paper->when.holds(current) && paper->valid.holds(date_in_vietnam(now));
    if (!is_in_force) return not_yet("certificate");
    if (paper->kind == "dossier" && !dossier_has(content, *paper)) return not_yet("dossier");
    paper_issue issue{std::move(content), certificate, "", now, "", ""};
    if (!paper->needs_number) return issue;
    if (issue.content.state != record_state::registered || !issue.content.number)
        return not_yet("number");
    const bool waits_for_pin = paper->needs_pin && needs_personal_number(*event, issue.content);
    if (waits_for_pin && !m_office.allow_certificate_without_pin) return not_yet("pin");
    // Domain §4.4: a copy's number comes from the copy book or from the entry, as the office sets.
    const bool from_copy_book = paper->kind == "copy" && m_office.copies_are_numbered_in_their_book;
    if (from_copy_book && !copy_number) return not_yet("copy_book");
    const auto& number = from_copy_book ? *copy_number : *issue.content.number;
    issue.number = paper_number(number, *paper);
    TRY(const auto volumes,
        book_ledger(*m_db, m_identity.office)
            .volumes(issue.content.number->book_kind, issue.content.number->year));
    issue.book_no = volume_label(volumes, *issue.content.number);
    return issue;
}

result<paper_issue> desk_register::issue_paper(
    const std::string& record_id,
    const std::string& certificate,
    instant now,
    const std::string& blank
)
{
    TRY_STATUS(must_be_enrolled());
    TRY(auto issue, preview_paper(record_id, certificate, now));
    const auto* event = m_known.find_event(issue.content.event);
    const auto* paper = event == nullptr ? nullptr : m_known.find_paper(*event, certificate);
    // A declaration or a receipt is no paper of the register: nothing is written of it.
    const bool is_of_register = paper != nullptr && paper->needs_number;
    json::object payload{{"certificate", certificate}, {"number", issue.number}};
    if (is_of_register) {
        if (originals_left(issue.content, *paper) == 0) return not_yet("original_issued");
        TRY_STATUS(put_blank(payload, *paper, blank));
        if (paper->needs_pin && !text_at(issue.content.pin, "number").empty())
            payload["with_pin"] = true; // the number that was waited for stands on it
    }
    TRY_STATUS(note_look(*this, {reading_act::printed, record_id}, now));
    if (!is_of_register) return issue;
    issue.blank = text_at(payload, "blank.serial");
    std::array<std::uint8_t, token_bytes> secret{};
    m_random.fill(secret);
    issue.token = to_base32(secret);
    payload["token"] = issue.token;
    TRY_STATUS(append(operation_kind::issue_paper, issue.content.id, std::move(payload), now));
    return issue;
}

std::vector<const paper_definition*> desk_register::papers_of(const record& content, instant now)
    const
{
    std::vector<const paper_definition*> out;
    const auto* event = m_known.find_event(content.event);
    if (event == nullptr) return out;
    const auto current = current_data(content);
    for (const auto& paper : event->papers)
        if (paper.when.holds(current) && paper.valid.holds(date_in_vietnam(now)))
            out.push_back(&paper);
    for (const auto& paper : m_known.dossier_papers())
        if (dossier_has(content, paper)) out.push_back(&paper);
    return out;
}

} // namespace hotich
