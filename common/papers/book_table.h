// The book as it is kept: whole entries in columns on A3 or A4 landscape, with later notes beside
// them and the closing at the end (TT 04/2020 Đ29; domain §4.3). Columns are the pages of the
// event's form, so that every book is drawn by the same code.
#pragma once

#include "common/definitions/definitions.h"
#include "common/papers/draw_list.h"
#include "common/records/office_profile.h"
#include "common/records/register_book.h"

namespace hotich {

enum class book_format { a3_landscape, a4_landscape };

struct book_content
{
    const definitions& known;
    const book_definition& book;
    const office_profile& office;
    int year = 0;
    const std::vector<record>& entries; ///< by number
    const book_count& count;
    const std::vector<register_volume>& volumes;
};

/// At least one page. Text wraps, an entry longer than a page goes on on the next; nothing is cut.
std::vector<draw_list> book_table(
    const book_content& content, book_format format, const text_metrics& metrics
);

} // namespace hotich
