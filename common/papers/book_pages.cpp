#include "common/papers/book_pages.h"

#include "common/base/civil_date.h"
#include "common/base/text.h"

namespace hotich {

namespace {

constexpr std::size_t rows_per_page = 32;
constexpr int left_hmm = 2000;
constexpr int right_hmm = 19000;
constexpr int first_row_hmm = 5400;
constexpr int row_hmm = 700;
constexpr int date_column_hmm = left_hmm + 3000;
constexpr int title_column_hmm = left_hmm + 6500;
constexpr font_style plain_font{440, false, false};
constexpr font_style head_font{440, true, false};

draw_text words(
    int x, int y, std::string text, font_style font, text_align align = text_align::left
)
{
    return {x, y, std::move(text), font, align};
}

/// The largest size at which the text fits the width; names are never cut.
font_style fitting(const std::string& text, int width, const text_metrics& metrics)
{
    auto font = plain_font;
    while (font.size_hmm > 150 && metrics.width_hmm(text, font) > width)
        font.size_hmm -= 10;
    return font;
}

void draw_heading(
    draw_list& page,
    const definitions& known,
    const book_definition& book,
    const office_profile& office,
    int year
)
{
    const int middle = (left_hmm + right_hmm) / 2;
    page.fill.emplace_back(words(left_hmm, 2200, office.name, plain_font));
    page.fill.emplace_back(
        words(middle, 3300, to_upper(book.title.vi), {560, true, false}, text_align::center)
    );
    page.fill.emplace_back(words(
        middle,
        4000,
        known.message("words", "year").vi + " " + std::to_string(year),
        plain_font,
        text_align::center
    ));
    const int y = first_row_hmm - row_hmm;
    page.fill.emplace_back(words(left_hmm, y, known.message("words", "number").vi, head_font));
    page.fill.emplace_back(
        words(date_column_hmm, y, known.message("words", "registered_on").vi, head_font)
    );
    page.fill.emplace_back(
        words(title_column_hmm, y, known.message("words", "full_name").vi, head_font)
    );
    page.fill.emplace_back(draw_line{left_hmm, y + 180, right_hmm, y + 180, 30});
}

void draw_row(draw_list& page, const book_row& row, int y, const text_metrics& metrics)
{
    const auto date = parse_date(row.registered_on);
    const auto title = to_upper(row.title);
    page.fill.emplace_back(words(left_hmm, y, row.number, plain_font));
    page.fill.emplace_back(
        words(date_column_hmm, y, date ? to_display(*date) : row.registered_on, plain_font)
    );
    page.fill.emplace_back(
        words(title_column_hmm, y, title, fitting(title, right_hmm - title_column_hmm, metrics))
    );
    page.fill.emplace_back(draw_line{left_hmm, y + 180, right_hmm, y + 180, 10});
}

} // namespace

std::vector<draw_list> book_pages(
    const definitions& known,
    const book_definition& book,
    const office_profile& office,
    int year,
    const std::vector<book_row>& rows,
    const text_metrics& metrics
)
{
    const auto pages = rows.empty() ? 1 : (rows.size() + rows_per_page - 1) / rows_per_page;
    std::vector<draw_list> out(pages);
    for (std::size_t i = 0; i < pages; ++i) {
        draw_heading(out[i], known, book, office, year);
        out[i].fill.emplace_back(words(
            right_hmm,
            28500,
            std::to_string(i + 1) + "/" + std::to_string(pages),
            plain_font,
            text_align::right
        ));
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_row(
            out[i / rows_per_page],
            rows[i],
            first_row_hmm + static_cast<int>(i % rows_per_page) * row_hmm,
            metrics
        );
    return out;
}

} // namespace hotich
