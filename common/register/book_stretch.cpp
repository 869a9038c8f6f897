#include "common/register/book_stretch.h"

#include <algorithm>
#include <limits>

namespace hotich {

namespace {

constexpr int beyond_every_number = std::numeric_limits<int>::max();

enum class direction { onward, backward };

/// One more than asked, so that it shows whether the book goes on.
result<std::vector<record_line>> read(
    desk_register& desk, const book_of_year& book, int number, direction way, std::size_t limit
)
{
    const std::string columns =
        "SELECT record, event, state, reg_no, reg_date, title FROM record WHERE office = $1 AND "
        "book = $2 AND year = $3 AND reg_no ";
    TRY(const auto rows,
        desk.connection().query(
            columns
                + (way == direction::onward ? ">= $4 ORDER BY reg_no, record LIMIT $5"
                                            : "< $4 ORDER BY reg_no DESC, record DESC LIMIT $5"),
            {desk.identity().office,
             book.kind,
             std::int64_t(book.year),
             std::int64_t(number),
             std::int64_t(limit)}
        ));
    std::vector<record_line> lines;
    for (const auto& row : rows)
        lines.push_back(
            {row.text(0),
             row.text(1),
             row.text(2),
             registration_number{book.kind, book.year, static_cast<int>(row.integer(3))},
             row.text(4),
             row.text(5)}
        );
    return lines;
}

bool cut_to_stretch(std::vector<record_line>& lines)
{
    if (lines.size() <= entries_of_stretch) return false;
    lines.resize(entries_of_stretch);
    return true;
}

} // namespace

result<book_stretch> stretch_from(desk_register& desk, const book_of_year& book, int number)
{
    book_stretch out;
    TRY(out.lines, read(desk, book, number, direction::onward, entries_of_stretch + 1));
    out.has_later = cut_to_stretch(out.lines);
    TRY(const auto earlier, read(desk, book, number, direction::backward, 1));
    out.has_earlier = !earlier.empty();
    return out;
}

result<book_stretch> stretch_before(desk_register& desk, const book_of_year& book, int number)
{
    book_stretch out;
    TRY(out.lines, read(desk, book, number, direction::backward, entries_of_stretch + 1));
    out.has_earlier = cut_to_stretch(out.lines);
    std::reverse(out.lines.begin(), out.lines.end());
    TRY(const auto later, read(desk, book, number, direction::onward, 1));
    out.has_later = !later.empty();
    return out;
}

result<book_stretch> last_stretch(desk_register& desk, const book_of_year& book)
{
    return stretch_before(desk, book, beyond_every_number);
}

result<book_stretch> found_in_book(
    desk_register& desk, const book_of_year& book, std::string_view words
)
{
    book_stretch out;
    TRY(out.lines, desk.search(words, max_found_in_book));
    std::erase_if(out.lines, [&book](const record_line& line) {
        return !line.number || line.number->book_kind != book.kind
            || line.number->year != book.year;
    });
    std::sort(out.lines.begin(), out.lines.end(), [](const auto& a, const auto& b) {
        return a.number->reg_no < b.number->reg_no;
    });
    return out;
}

} // namespace hotich
