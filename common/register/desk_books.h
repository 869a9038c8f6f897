// The books of an office at the desk: opening after a paper number, a new volume, void numbers,
// closing with the totals, and what one day brought. The server decides each.
#pragma once

#include "common/register/book_ledger.h"
#include "common/register/desk_register.h"

namespace hotich {

/// Opens the year's first volume so that its first number follows `after` (the last number of the
/// paper book; 0 begins at 01).
status open_book(
    desk_register& desk, const std::string& book_kind, int year, int after, instant now
);
/// A full volume is closed and the next one continues the numbers.
status open_next_volume(desk_register& desk, const std::string& book_kind, int year, instant now);
/// Closes a number that no entry has. not_allowed: "reason_needed".
status void_number(
    desk_register& desk, const registration_number& number, const std::string& reason, instant now
);

struct closing
{
    int pages_used = 0; ///< of the paper book; Đ58 k2 wants them counted
    int blank_pages = 0;
    std::string head_signed_by;
    std::string reason; ///< only where the year is not over
};

/// Closes the year's book with its totals. not_allowed says what stands in the way:
/// "book_has_gaps", "book_already_closed", "blocks_not_returned", "book_year_not_over".
status close_book(
    desk_register& desk, const std::string& book_kind, int year, const closing& with, instant now
);

result<book_count> count_book(desk_register& desk, const std::string& book_kind, int year);
result<std::vector<register_volume>> volumes_of_book(
    desk_register& desk, const std::string& book_kind, int year
);

/// A line of the day's sheet: an entry written that day, or a paper issued.
struct day_line
{
    std::string what; ///< "register" or the certificate
    record_line entry;
    std::string by;
};

/// What was registered and printed on a day, in the order of the books.
result<std::vector<day_line>> day_sheet(desk_register& desk, const civil_date& day);

} // namespace hotich
