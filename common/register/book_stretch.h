// A stretch of a year's book in the order of its numbers: what a list shows of it at a time. Read
// by key, so that the last page of a thick book opens as fast as the first. Used by the book's
// page.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

inline constexpr std::size_t entries_of_stretch = 100;

struct book_of_year
{
    std::string kind; ///< of the book: "BIRTH"
    int year = 0;

    bool operator==(const book_of_year&) const = default;
};

struct book_stretch
{
    std::vector<record_line> lines; ///< by number
    bool has_earlier = false;
    bool has_later = false;
};

/// The number or, where no entry has it, the next one, and what follows.
result<book_stretch> stretch_from(desk_register& desk, const book_of_year& book, int number);
/// What comes before the number.
result<book_stretch> stretch_before(desk_register& desk, const book_of_year& book, int number);
result<book_stretch> last_stretch(desk_register& desk, const book_of_year& book);

inline constexpr std::int64_t max_found_in_book = 500;

/// Entries of the book with these words, as a search finds them among the office's records.
result<book_stretch> found_in_book(
    desk_register& desk, const book_of_year& book, std::string_view words
);

} // namespace hotich
