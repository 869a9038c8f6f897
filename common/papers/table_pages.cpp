#include "common/papers/table_pages.h"

#include "common/base/text.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int head_hmm = 3200;
constexpr int title_hmm = 2300;
constexpr int gap_hmm = 100; ///< between a column's line and its text
constexpr font_style heading_font{520, true, false};

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
std::vector<std::string> wrapped_text(
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

} // namespace

table_pages::table_pages(table_form form, const text_metrics& metrics)
    : m_form(std::move(form)),
      m_metrics(metrics),
      m_text_font{m_form.text_hmm, false, false},
      m_head_font{m_form.text_hmm + 20, true, false},
      m_pitch(m_form.text_hmm * 17 / 13)
{
    begin_page();
}

std::vector<std::string> table_pages::wrapped(
    const std::vector<std::string>& texts, int width, const font_style& font
) const
{
    std::vector<std::string> lines;
    for (const auto& text : texts)
        for (auto& line : wrapped_text(text, width - 2 * gap_hmm, font, m_metrics))
            lines.push_back(std::move(line));
    return lines;
}

void table_pages::begin_page()
{
    const int right = m_form.width - table_margin_hmm;
    m_pages.push_back({m_form.width, m_form.height, {}, {}});
    draw(draw_text{table_margin_hmm, table_margin_hmm, m_form.office, m_head_font, text_align::left}
    );
    draw(draw_text{m_form.width / 2, title_hmm, m_form.title, heading_font, text_align::center});
    draw(draw_text{
        right, table_margin_hmm, std::to_string(m_pages.size()), m_head_font, text_align::right});
    std::size_t lines = 1;
    m_y = head_hmm;
    int x = table_margin_hmm;
    for (const auto& column : m_form.columns) {
        const auto title = wrapped({column.title}, column.width, m_head_font);
        draw_lines(title, x, 0, title.size(), m_head_font);
        lines = std::max(lines, title.size());
        x += column.width;
    }
    m_y += static_cast<int>(lines) * m_pitch + gap_hmm;
    draw_rule(40);
}

void table_pages::draw_rule(int width)
{
    draw(draw_line{table_margin_hmm, m_y, m_form.width - table_margin_hmm, m_y, width});
}

void table_pages::draw_lines(
    const std::vector<std::string>& lines,
    int x,
    std::size_t from,
    std::size_t to,
    const font_style& font
)
{
    for (std::size_t i = from; i < std::min(to, lines.size()); ++i)
        draw(draw_text{
            x + gap_hmm,
            m_y + static_cast<int>(i - from + 1) * m_pitch - gap_hmm / 2,
            lines[i],
            font,
            text_align::left});
}

void table_pages::add_row(const std::vector<std::vector<std::string>>& cells)
{
    std::vector<std::vector<std::string>> lines;
    auto height = static_cast<std::size_t>(m_form.least_lines);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        lines.push_back(wrapped(cells[i], m_form.columns[i].width, m_text_font));
        height = std::max(height, lines.back().size());
    }
    const auto room = [this] {
        return static_cast<std::size_t>(std::max(0, (bottom() - m_y) / m_pitch));
    };
    if (height > room() && m_y > head_hmm + 3 * m_pitch) begin_page();
    for (std::size_t from = 0; from < height;) {
        const auto to = std::min(height, from + std::max<std::size_t>(1, room()));
        int x = table_margin_hmm;
        for (std::size_t i = 0; i < lines.size(); x += m_form.columns[i++].width)
            draw_lines(lines[i], x, from, to, m_text_font);
        m_y += static_cast<int>(to - from) * m_pitch + gap_hmm;
        draw_rule(10);
        from = to;
        if (from < height) begin_page();
    }
}

void table_pages::add_text(const std::string& text)
{
    const auto lines = wrapped({text}, m_form.width - 2 * table_margin_hmm, m_text_font);
    if (m_y + static_cast<int>(lines.size() + 1) * m_pitch > bottom()) begin_page();
    m_y += m_pitch;
    draw_lines(lines, table_margin_hmm, 0, lines.size(), m_text_font);
    m_y += static_cast<int>(lines.size()) * m_pitch;
}

} // namespace hotich
