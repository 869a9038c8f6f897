#include "common/register/desk_books.h"

#include "common/base/ids.h"
#include "common/base/text.h"

namespace hotich {

namespace {

failure not_allowed(const char* why) { return {failure_code::not_allowed, why}; }

book_ledger ledger_of(desk_register& desk) { return {desk.connection(), desk.identity().office}; }

json::object named(const std::string& book_kind, int year)
{
    return {{"book", book_kind}, {"year", year}};
}

record_line line_of(const record& entry, const definitions& known)
{
    const auto* event = known.find_event(entry.event);
    return {
        entry.id,
        entry.event,
        name_of(entry.state),
        entry.number,
        std::string(text_at(entry.data, "reg_date")),
        event == nullptr ? std::string() : title_of(*event, current_data(entry))};
}

/// Who printed it, as the log tells: one desk prints one thing at a moment. "" where it does not.
std::string printed_by(const record& entry, const json::object& paper)
{
    for (const auto& item : entry.history) {
        const auto& line = item.get_object();
        const bool is_it = text_at(line, "kind") == operation_kind::issue_paper
            && text_at(line, "desk") == text_at(paper, "desk")
            && integer_or(line, "at", 0) == integer_or(paper, "at", 0);
        if (is_it) return std::string(text_at(line, "user"));
    }
    return {};
}

} // namespace

status open_book(
    desk_register& desk, const std::string& book_kind, int year, int after, instant now
)
{
    auto payload = named(book_kind, year);
    payload["volume"] = 1;
    payload["first_no"] = after + 1;
    return desk.append(
        operation_kind::open_book, new_uuid(now, desk.random()), std::move(payload), now
    );
}

status open_next_volume(desk_register& desk, const std::string& book_kind, int year, instant now)
{
    TRY(const auto volumes, ledger_of(desk).volumes(book_kind, year));
    TRY(const auto next,
        number_book(desk.connection(), desk.identity().office).next_of_block(book_kind, year));
    auto payload = named(book_kind, year);
    payload["volume"] = volumes.empty() ? 2 : volumes.back().volume + 1;
    payload["first_no"] = next;
    return desk.append(
        operation_kind::open_book, new_uuid(now, desk.random()), std::move(payload), now
    );
}

status void_number(
    desk_register& desk, const registration_number& number, const std::string& reason, instant now
)
{
    if (clean_text(reason).empty()) return not_allowed("reason_needed");
    auto payload = named(number.book_kind, number.year);
    payload["reg_no"] = number.reg_no;
    payload["reason"] = clean_text(reason);
    return desk.append(
        operation_kind::void_number, new_uuid(now, desk.random()), std::move(payload), now
    );
}

status close_book(
    desk_register& desk, const std::string& book_kind, int year, const closing& with, instant now
)
{
    auto ledger = ledger_of(desk);
    if (ledger.is_closed(book_kind, year)) return not_allowed("book_already_closed");
    if (date_in_vietnam(now) < civil_date{year, 12, 31} && clean_text(with.reason).empty())
        return not_allowed("book_year_not_over");
    TRY(const auto blocks, desk.blocks());
    for (const auto& block : blocks)
        if (block.book_kind == book_kind && block.year == year)
            return not_allowed("blocks_not_returned");
    TRY(const auto count, ledger.count(book_kind, year));
    if (!count.gaps.empty()) return not_allowed("book_has_gaps");
    auto totals = count.to_json();
    totals["pages_used"] = with.pages_used;
    totals["blank_pages"] = with.blank_pages;
    totals["head_signed_by"] = with.head_signed_by;
    totals["closed_by"] = desk.user();
    auto payload = named(book_kind, year);
    payload["totals"] = std::move(totals);
    if (!with.reason.empty()) payload["reason"] = clean_text(with.reason);
    return desk.append(
        operation_kind::close_book, new_uuid(now, desk.random()), std::move(payload), now
    );
}

result<book_count> count_book(desk_register& desk, const std::string& book_kind, int year)
{
    return ledger_of(desk).count(book_kind, year);
}

result<std::vector<register_volume>> volumes_of_book(
    desk_register& desk, const std::string& book_kind, int year
)
{
    return ledger_of(desk).volumes(book_kind, year);
}

result<std::vector<day_line>> day_sheet(desk_register& desk, const civil_date& day)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT folded FROM record WHERE office = $1 AND (reg_date = $2 OR folded LIKE "
            "'%\"papers\":[{%') ORDER BY book, year, reg_no, record",
            {desk.identity().office, to_iso(day)}
        ));
    std::vector<day_line> lines;
    for (const auto& row : rows) {
        TRY(const auto entry, parse_record(row.text(0)));
        const auto line = line_of(entry, desk.known());
        if (line.reg_date == to_iso(day) && entry.state == record_state::registered)
            lines.push_back({"register", line, std::string(text_at(entry.data, "officer_name"))});
        for (const auto& item : entry.papers) {
            const auto& paper = item.get_object();
            if (date_in_vietnam({integer_or(paper, "at", 0)}) == day)
                lines.push_back(
                    {std::string(text_at(paper, "certificate")), line, printed_by(entry, paper)}
                );
        }
    }
    return lines;
}

} // namespace hotich
