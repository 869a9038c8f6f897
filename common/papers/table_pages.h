// A table on as many pages as it needs: each with the office's name, a title, its number and the
// columns' heads. Text wraps, a row longer than a page goes on on the next; nothing is cut. Used by
// book_table and by desktop/printing/printed_lists.
#pragma once

#include "common/papers/draw_list.h"

#include <string>
#include <vector>

namespace hotich {

inline constexpr int table_margin_hmm = 1500;

struct table_column
{
    std::string title;
    int width = 0;
};

struct table_form
{
    std::string office;
    std::string title;
    int width = 21000; ///< of the page
    int height = 29700;
    std::vector<table_column> columns; ///< together as wide as the page without its margins
    int text_hmm = 260;
    int least_lines = 1; ///< of a row: room for what is written by hand
};

class table_pages
{
public:
    /// The metrics outlive it.
    table_pages(table_form form, const text_metrics& metrics);

    /// The texts of each column, one below the other.
    void add_row(const std::vector<std::vector<std::string>>& cells);
    /// Below the table, over its whole width.
    void add_text(const std::string& text);

    /// At least one.
    std::vector<draw_list> take() { return std::move(m_pages); }

private:
    void begin_page();

    void draw(draw_command command) { m_pages.back().fill.push_back(std::move(command)); }

    void draw_rule(int width);
    void draw_lines(
        const std::vector<std::string>& lines,
        int x,
        std::size_t from,
        std::size_t to,
        const font_style& font
    );
    [[nodiscard]] std::vector<std::string> wrapped(
        const std::vector<std::string>& texts, int width, const font_style& font
    ) const;

    [[nodiscard]] int bottom() const { return m_form.height - table_margin_hmm; }

    table_form m_form;
    const text_metrics& m_metrics;
    font_style m_text_font;
    font_style m_head_font;
    int m_pitch = 0;
    std::vector<draw_list> m_pages;
    int m_y = 0;
};

} // namespace hotich
