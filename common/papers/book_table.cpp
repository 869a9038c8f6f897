#include "common/papers/book_table.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/papers/notes.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int margin_hmm = 1500;
constexpr int head_hmm = 3200;
constexpr int title_hmm = 2300;
constexpr int gap_hmm = 100; ///< between a column's line and its text
constexpr font_style heading_font{520, true, false};
constexpr font_style column_font{280, true, false};
constexpr font_style text_font{260, false, false};
constexpr int pitch_hmm = 340;
constexpr int number_column_hmm = 1900; ///< a date on one line

struct column
{
    std::string title;
    int x = 0;
    int w = 0;
};

struct page_size
{
    int width = 0;
    int height = 0;
};

page_size size_of(book_format format)
{
    return format == book_format::a3_landscape ? page_size{42000, 29700} : page_size{29700, 21000};
}

/// How many bytes of a word fit the width: at least one character, whole characters only.
std::size_t first_that_fits(
    const std::string& word, int width, const font_style& font, const text_metrics& metrics
)
{
    std::size_t end = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto next = at + 1;
        while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0u) == 0x80u)
            ++next;
        if (end != 0 && metrics.width_hmm(word.substr(0, next), font) > width) break;
        end = at = next;
    }
    return end;
}

/// Words on lines no wider than the column; a word wider than it stands on a line of its own, split
/// at characters.
std::vector<std::string> wrapped(
    const std::string& text, int width, const font_style& font, const text_metrics& metrics
)
{
    std::vector<std::string> lines;
    std::string line;
    for (const auto& word : words_of(text)) {
        const auto longer = line.empty() ? word : line + " " + word;
        if (metrics.width_hmm(longer, font) <= width) {
            line = longer;
            continue;
        }
        if (!line.empty()) lines.push_back(line);
        line = word;
        while (metrics.width_hmm(line, font) > width && character_count(line) > 1) {
            const auto head = first_that_fits(line, width, font, metrics);
            lines.push_back(line.substr(0, head));
            line.erase(0, head);
        }
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

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

std::vector<column> columns_of(const book_content& content, const page_size& page)
{
    auto titles = content_titles(content);
    titles.insert(titles.begin(), content.known.message("words", "number").vi);
    titles.push_back(content.known.message("words", "later_notes").vi);
    const int usable = page.width - 2 * margin_hmm - number_column_hmm;
    const int text_columns = static_cast<int>(titles.size()) - 1;
    std::vector<column> columns;
    int x = margin_hmm;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const int w = i == 0 ? number_column_hmm : usable / text_columns;
        columns.push_back({titles[i], x, w});
        x += w;
    }
    return columns;
}

void add_wrapped(
    std::vector<std::string>& lines,
    const std::string& text,
    const column& of,
    const text_metrics& metrics
)
{
    for (auto& line : wrapped(text, of.w - 2 * gap_hmm, text_font, metrics))
        lines.push_back(std::move(line));
}

using row_cells = std::vector<std::vector<std::string>>;

row_cells cells_of(
    const book_content& content,
    const record& entry,
    const std::vector<column>& columns,
    const text_metrics& metrics
)
{
    row_cells cells(columns.size());
    if (entry.number)
        add_wrapped(cells.front(), to_display(*entry.number), columns.front(), metrics);
    add_wrapped(
        cells.front(), display_date(text_at(entry.data, "reg_date")), columns.front(), metrics
    );
    const auto* event = content.known.find_event(entry.event);
    if (event == nullptr) return cells;
    for (const auto& page : event->pages) {
        const auto at = std::find_if(columns.begin(), columns.end(), [&page](const column& item) {
            return item.title == page.title.vi;
        });
        if (page.later || at == columns.end()) continue;
        auto& cell = cells[static_cast<std::size_t>(at - columns.begin())];
        for (const auto index : page.fields) {
            const auto& field = event->fields[index];
            const auto value = field.kind == "list"
                ? items_text(content.known, entry.data)
                : display_value(content.known, *event, entry.data, field.path, "vi");
            if (!value.empty()) add_wrapped(cell, field.label.vi + ": " + value, *at, metrics);
        }
    }
    for (const auto& note : entry.annotations)
        add_wrapped(
            cells.back(),
            note_text(content.known, *event, note.get_object()),
            columns.back(),
            metrics
        );
    return cells;
}

/// Lays rows down page by page.
class table_writer
{
public:
    table_writer(const book_content& content, book_format format, const text_metrics& metrics)
        : m_content(content),
          m_metrics(metrics),
          m_page(size_of(format)),
          m_columns(columns_of(content, m_page))
    {
        begin_page();
    }

    std::vector<draw_list> write()
    {
        for (const auto& entry : m_content.entries)
            add_row(cells_of(m_content, entry, m_columns, m_metrics));
        add_closing();
        return std::move(m_pages);
    }

private:
    [[nodiscard]] int bottom() const { return m_page.height - margin_hmm; }

    void draw(draw_command command) { m_pages.back().fill.push_back(std::move(command)); }

    void begin_page()
    {
        m_pages.push_back({m_page.width, m_page.height, {}, {}});
        draw(draw_text{margin_hmm, margin_hmm, m_content.office.name, column_font, text_align::left}
        );
        const auto title = to_upper(m_content.book.title.vi) + " - "
            + m_content.known.message("words", "year").vi + " " + std::to_string(m_content.year);
        draw(draw_text{m_page.width / 2, title_hmm, title, heading_font, text_align::center});
        draw(draw_text{
            m_page.width - margin_hmm,
            margin_hmm,
            std::to_string(m_pages.size()),
            column_font,
            text_align::right});
        int lines = 1;
        std::vector<std::vector<std::string>> titles;
        for (const auto& item : m_columns) {
            titles.push_back(wrapped(item.title, item.w - 2 * gap_hmm, column_font, m_metrics));
            lines = std::max(lines, static_cast<int>(titles.back().size()));
        }
        m_y = head_hmm;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            draw_lines(titles[i], m_columns[i], 0, titles[i].size(), column_font);
        m_y += lines * pitch_hmm + gap_hmm;
        draw_rule(40);
    }

    void draw_rule(int width)
    {
        draw(draw_line{margin_hmm, m_y, m_page.width - margin_hmm, m_y, width});
    }

    void draw_lines(
        const std::vector<std::string>& lines,
        const column& of,
        std::size_t from,
        std::size_t to,
        const font_style& font
    )
    {
        for (std::size_t i = from; i < std::min(to, lines.size()); ++i)
            draw(draw_text{
                of.x + gap_hmm,
                m_y + static_cast<int>(i - from + 1) * pitch_hmm - gap_hmm / 2,
                lines[i],
                font,
                text_align::left});
    }

    void add_row(const row_cells& cells)
    {
        std::size_t height = 1;
        for (const auto& cell : cells)
            height = std::max(height, cell.size());
        const auto room = [this] {
            return static_cast<std::size_t>(std::max(0, (bottom() - m_y) / pitch_hmm));
        };
        if (height > room() && m_y > head_hmm + 3 * pitch_hmm) begin_page();
        for (std::size_t from = 0; from < height;) {
            const auto to = std::min(height, from + std::max<std::size_t>(1, room()));
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                draw_lines(cells[i], m_columns[i], from, to, text_font);
            m_y += static_cast<int>(to - from) * pitch_hmm + gap_hmm;
            draw_rule(10);
            from = to;
            if (from < height) begin_page();
        }
    }

    /// Luật Hộ tịch Đ58 k2: on the page after the last entry stand the totals.
    void add_closing()
    {
        const auto& count = m_content.count;
        const bool is_closed =
            !m_content.volumes.empty() && !m_content.volumes.back().closed_on.empty();
        const auto& totals = is_closed ? m_content.volumes.back().totals : json::object();
        const auto text = replace_placeholders(
            m_content.known.message("words", is_closed ? "book_closing" : "book_so_far").vi,
            {{"entries", std::to_string(count.entries)},
             {"last", std::to_string(count.last_no)},
             {"noted", std::to_string(count.noted)},
             {"void", std::to_string(count.void_numbers.size())},
             {"pages", std::to_string(integer_or(totals, "pages_used", 0))},
             {"blank", std::to_string(integer_or(totals, "blank_pages", 0))},
             {"date", is_closed ? display_date(m_content.volumes.back().closed_on) : ""},
             {"by", std::string(text_at(totals, "closed_by"))},
             {"head", std::string(text_at(totals, "head_signed_by"))}}
        );
        const column whole{"", margin_hmm, m_page.width - 2 * margin_hmm};
        const auto lines = wrapped(text, whole.w - 2 * gap_hmm, text_font, m_metrics);
        if (m_y + static_cast<int>(lines.size() + 1) * pitch_hmm > bottom()) begin_page();
        m_y += pitch_hmm;
        draw_lines(lines, whole, 0, lines.size(), text_font);
    }

    const book_content& m_content;
    const text_metrics& m_metrics;
    page_size m_page;
    std::vector<column> m_columns;
    std::vector<draw_list> m_pages;
    int m_y = 0;
};

} // namespace

std::vector<draw_list> book_table(
    const book_content& content, book_format format, const text_metrics& metrics
)
{
    return table_writer(content, format, metrics).write();
}

} // namespace hotich
