#include "common/papers/book_table.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/papers/notes.h"
#include "common/papers/table_pages.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int number_column_hmm = 1900; ///< a date on one line

/// The form pages of the events that write into the book, by title, in the order of the events.
std::vector<std::string> content_titles(const book_content& content)
{
    std::vector<std::string> titles;
    for (const auto& entry : content.entries) {
        const auto* event = content.known.find_event(entry.event);
        if (event == nullptr) continue;
        for (const auto& page : event->pages)
            if (!page.later
                && std::find(titles.begin(), titles.end(), page.title.vi) == titles.end())
                titles.push_back(page.title.vi);
    }
    return titles;
}

table_form form_of(const book_content& content, book_format format)
{
    const bool is_a3 = format == book_format::a3_landscape;
    const auto& known = content.known;
    table_form form{
        content.office.name,
        to_upper(content.book.title.vi) + " - " + known.message("words", "year").vi + " "
            + std::to_string(content.year),
        is_a3 ? 42000 : 29700,
        is_a3 ? 29700 : 21000,
        {}};
    auto titles = content_titles(content);
    titles.push_back(known.message("words", "later_notes").vi);
    const int usable = form.width - 2 * table_margin_hmm - number_column_hmm;
    form.columns.push_back({known.message("words", "number").vi, number_column_hmm});
    for (const auto& title : titles)
        form.columns.push_back({title, usable / static_cast<int>(titles.size())});
    return form;
}

using row_cells = std::vector<std::vector<std::string>>;

row_cells cells_of(
    const book_content& content, const record& entry, const std::vector<table_column>& columns
)
{
    row_cells cells(columns.size());
    if (entry.number) cells.front().push_back(to_display(*entry.number));
    cells.front().push_back(display_date(text_at(entry.data, "reg_date")));
    const auto* event = content.known.find_event(entry.event);
    if (event == nullptr) return cells;
    for (const auto& page : event->pages) {
        const auto at =
            std::find_if(columns.begin(), columns.end(), [&page](const table_column& item) {
                return item.title == page.title.vi;
            });
        if (page.later || at == columns.end()) continue;
        auto& cell = cells[static_cast<std::size_t>(at - columns.begin())];
        for (const auto index : page.fields) {
            const auto& field = event->fields[index];
            const auto value = field.kind == "list"
                ? items_text(content.known, entry.data)
                : display_value(content.known, *event, entry.data, field.path, "vi");
            if (!value.empty()) cell.push_back(field.label.vi + ": " + value);
        }
    }
    for (const auto& note : entry.annotations)
        cells.back().push_back(note_text(content.known, *event, note.get_object()));
    return cells;
}

/// Luật Hộ tịch Đ58 k2: on the page after the last entry stand the totals.
std::string closing_of(const book_content& content)
{
    const auto& count = content.count;
    const bool is_closed = !content.volumes.empty() && !content.volumes.back().closed_on.empty();
    const auto& totals = is_closed ? content.volumes.back().totals : json::object();
    return replace_placeholders(
        content.known.message("words", is_closed ? "book_closing" : "book_so_far").vi,
        {{"entries", std::to_string(count.entries)},
         {"last", std::to_string(count.last_no)},
         {"noted", std::to_string(count.noted)},
         {"void", std::to_string(count.void_numbers.size())},
         {"pages", std::to_string(integer_or(totals, "pages_used", 0))},
         {"blank", std::to_string(integer_or(totals, "blank_pages", 0))},
         {"date", is_closed ? display_date(content.volumes.back().closed_on) : ""},
         {"by", std::string(text_at(totals, "closed_by"))},
         {"head", std::string(text_at(totals, "head_signed_by"))}}
    );
}

} // namespace

std::vector<draw_list> book_table(
    const book_content& content, book_format format, const text_metrics& metrics
)
{
    const auto form = form_of(content, format);
    table_pages pages(form, metrics);
    for (const auto& entry : content.entries)
        pages.add_row(cells_of(content, entry, form.columns));
    pages.add_text(closing_of(content));
    return pages.take();
}

} // namespace hotich
