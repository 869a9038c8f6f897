#include "desktop/registers/print_order.h"

#include "common/register/reading_log.h"
#include "desktop/printing/printed_lists.h"

#include <algorithm>

namespace hotich {

namespace {

const paper_definition* definition_of(const definitions& known, const paper_issue& issue)
{
    const auto* event = known.find_event(issue.content.event);
    return event == nullptr ? nullptr : known.find_paper(*event, issue.certificate);
}

/// How many sheets of it may be printed now. not_allowed: "original_issued".
result<int> sheets_left(const desk_register& desk, const paper_issue& issue)
{
    const auto* paper = definition_of(desk.known(), issue);
    if (paper == nullptr || paper->kind != "original" || !paper->needs_number)
        return max_sheets_at_once;
    const auto left = originals_left(issue.content, *paper);
    if (left == 0) return failure{failure_code::not_allowed, "original_issued"};
    return left;
}

status offer_item(desk_register& desk, print_item item, instant now, print_offer& out)
{
    TRY(const auto issue, desk.preview_paper(item.record, item.certificate, now));
    TRY(const auto most, sheets_left(desk, issue));
    const auto due = most == max_sheets_at_once ? 1 : most;
    item.sheets = item.sheets == as_many_as_due ? due : std::clamp(item.sheets, 1, most);
    const auto* paper = definition_of(desk.known(), issue);
    const auto kind = paper != nullptr && paper->has_blank ? item.certificate : std::string();
    out.blank_kind = out.items.empty() || out.blank_kind == kind ? kind : std::string();
    out.most = most;
    TRY_STATUS(note_look(desk, {reading_act::previewed, item.record}, now));
    out.papers.insert(out.papers.end(), static_cast<std::size_t>(item.sheets), issue);
    out.items.push_back(std::move(item));
    return {};
}

} // namespace

std::string name_of_papers(
    const definitions& known, const std::vector<print_item>& items, const std::string& language
)
{
    return items.empty() ? "" : name_of_paper(known, "", items.front().certificate, language);
}

result<print_offer> offer_print(
    desk_register& desk, const std::vector<print_item>& items, instant now
)
{
    print_offer out;
    for (const auto& item : items) {
        const auto offered = offer_item(desk, item, now, out);
        if (!offered && items.size() == 1) return offered.error();
        if (!offered) ++out.left_out;
    }
    if (out.blank_kind.empty()) return out;
    blank_ledger ledger(desk.connection(), desk.identity().office);
    TRY(const auto next, ledger.next(out.blank_kind, out.papers.size()));
    for (const auto& serial : next)
        out.blanks.push_back(to_text(serial));
    return out;
}

result<std::vector<paper_issue>> issue_print(
    desk_register& desk,
    const std::vector<print_item>& items,
    const std::vector<std::string>& blanks,
    instant now
)
{
    std::vector<paper_issue> out;
    for (const auto& item : items)
        for (int sheet = 0; sheet < item.sheets; ++sheet) {
            const auto blank = out.size() < blanks.size() ? blanks[out.size()] : std::string();
            TRY(auto issue, desk.issue_paper(item.record, item.certificate, now, blank));
            out.push_back(std::move(issue));
        }
    return out;
}

result<std::vector<std::string>> blanks_from(
    const std::string& first, const std::vector<std::string>& in_hand, std::size_t sheets
)
{
    TRY(auto serial, parse_blank_serial(first));
    const auto at = std::find(in_hand.begin(), in_hand.end(), to_text(serial));
    std::vector<std::string> out(at, in_hand.end());
    if (out.size() > sheets) out.resize(sheets);
    if (!out.empty())
        serial = *parse_blank_serial(out.back());
    else
        out.push_back(to_text(serial));
    while (out.size() < sheets) {
        ++serial.number;
        out.push_back(to_text(serial));
    }
    return out;
}

} // namespace hotich
