// The list of a book's entries on A4 pages, in the book's order: number, date, who. The ministry's
// full columns are a paper of their own later; this is what an office reads its book by.
#pragma once

#include "common/definitions/definitions.h"
#include "common/papers/draw_list.h"
#include "common/records/office_profile.h"

#include <string>
#include <vector>

namespace hotich {

struct book_row
{
    std::string number;
    std::string registered_on; ///< ISO
    std::string title;
};

/// At least one page, with the book's name and year on each; long titles shrink, never cut.
std::vector<draw_list> book_pages(
    const definitions& known,
    const book_definition& book,
    const office_profile& office,
    int year,
    const std::vector<book_row>& rows,
    const text_metrics& metrics
);

} // namespace hotich
