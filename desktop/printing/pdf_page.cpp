#include "desktop/printing/pdf_page.h"

#include "desktop/printing/paper_text.h"

#include <QPainterPath>

#include <cmath>
#include <span>

namespace hotich {

namespace {

/// Content streams take numbers and operators, with spaces between them.
class operators
{
public:
    template <class... Numbers>
    void add(const char* name, Numbers... operands)
    {
        (number(operands), ...);
        m_text += name;
        m_text += '\n';
    }

    void number(double value)
    {
        m_text += pdf_number(value);
        m_text += ' ';
    }

    void raw(std::string_view text) { m_text += text; }

    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

double rounded(double value, double to) { return std::round(value / to) * to; }

class page_writer
{
public:
    page_writer(const draw_list& page, pdf_fonts& fonts) : m_page(page), m_fonts(fonts) {}

    std::string content(paper_kind paper);

private:
    void mark();
    void shapes(const std::vector<draw_command>& layer);
    void texts(const std::vector<draw_command>& layer);

    void shape_of(const draw_line& line);
    void shape_of(const draw_frame& frame);
    void shape_of(const draw_bar& bar);

    void shape_of(const draw_text& /*written with the other texts*/) {}

    void set_width(int width);
    void write(const std::string& words, const font_style& style, double x, double y);
    void write_codes(
        std::string_view words, std::size_t face, std::span<const shaped_glyph> glyphs
    );
    void outline(const std::string& words, const font_style& style, double x, double y);

    [[nodiscard]] double from_below(double y) const { return m_page.height - y; }

    const draw_list& m_page;
    pdf_fonts& m_fonts;
    operators m_out;
    int m_width = -1;
};

std::string page_writer::content(paper_kind paper)
{
    m_out.add("cm", points_per_unit, 0, 0, points_per_unit, 0, 0);
    mark();            // below what is written, which stays legible
    m_out.add("J", 2); // as Qt ends and joins a line
    m_out.add("j", 2);
    for (const auto* layer : {&m_page.blank, &m_page.fill}) {
        if (layer == &m_page.blank && paper != paper_kind::plain) continue;
        shapes(*layer);
        texts(*layer);
    }
    return m_out.take();
}

void page_writer::mark()
{
    const auto mark = mark_across(m_page);
    if (mark.words.isEmpty()) return;
    const double cosine = std::cos(mark.angle);
    const double sine = std::sin(mark.angle);
    constexpr double full = 255;
    m_out.add("q");
    m_out.add("g", mark_grey / full);
    m_out.add("cm", cosine, sine, -sine, cosine, m_page.width / 2.0, m_page.height / 2.0);
    write(mark.words.toStdString(), mark.style, -mark.width / 2, -mark.baseline);
    m_out.add("Q");
}

void page_writer::set_width(int width)
{
    if (width != m_width) m_out.add("w", width);
    m_width = width;
}

void page_writer::shape_of(const draw_line& line)
{
    set_width(line.width);
    m_out.add("m", line.x1, from_below(line.y1));
    m_out.add("l", line.x2, from_below(line.y2));
    m_out.add("S");
}

void page_writer::shape_of(const draw_frame& frame)
{
    set_width(frame.line_width);
    m_out.add("re", frame.x, from_below(frame.y + frame.h), frame.w, frame.h);
    m_out.add("S");
}

void page_writer::shape_of(const draw_bar& bar)
{
    m_out.add("re", bar.x, from_below(bar.y + bar.h), bar.w, bar.h);
}

/// Bars lie side by side in their hundreds, in a code: they are filled together.
void page_writer::shapes(const std::vector<draw_command>& layer)
{
    bool bars_wait = false;
    for (const auto& command : layer) {
        const bool is_bar = std::holds_alternative<draw_bar>(command);
        if (bars_wait && !is_bar) m_out.add("f");
        bars_wait = is_bar;
        std::visit([this](const auto& shape) { shape_of(shape); }, command);
    }
    if (bars_wait) m_out.add("f");
}

void page_writer::texts(const std::vector<draw_command>& layer)
{
    for (const auto& command : layer)
        if (const auto* text = std::get_if<draw_text>(&command))
            write(text->text, text->font, left_end_of(*text), from_below(text->y));
}

/// A stretch of glyphs at one height is one operator.
void page_writer::write(const std::string& words, const font_style& style, double x, double y)
{
    constexpr double tenth = 0.1;
    const auto face = face_of(style);
    const auto line = shape(words, face);
    if (!line.complete) return outline(words, style, x, y);
    const double scale = static_cast<double>(style.size_hmm) / measures_of(face).units_per_em;
    m_out.add("BT");
    m_out.raw("/" + pdf_fonts::name_of(face) + " ");
    m_out.add("Tf", style.size_hmm);
    for (std::size_t from = 0; from < line.glyphs.size();) {
        const auto& first = line.glyphs[from];
        auto to = from + 1;
        while (to < line.glyphs.size() && line.glyphs[to].y == first.y)
            ++to;
        const double left = rounded(x + first.x * scale, tenth);
        m_out.add("Tm", 1, 0, 0, 1, left, rounded(y + first.y * scale, tenth));
        write_codes(words, face, std::span(line.glyphs).subspan(from, to - from));
        from = to;
    }
    m_out.add("ET");
}

/// Where a glyph does not stand at the end of the one before, as in "AV", the difference goes
/// between them, in thousandths of the size to the left.
void page_writer::write_codes(
    std::string_view words, std::size_t face, std::span<const shaped_glyph> glyphs
)
{
    constexpr std::string_view digits = "0123456789abcdef";
    m_out.raw("[<");
    int reached = glyphs.front().x;
    for (const auto& glyph : glyphs) {
        if (glyph.x != reached) {
            m_out.raw("> ");
            m_out.number(std::round(per_mille(face, reached - glyph.x)));
            m_out.raw("<");
        }
        const auto code = m_fonts.code_of(face, glyph.glyph, words.substr(glyph.from, glyph.bytes));
        for (const unsigned shift : {12U, 8U, 4U, 0U})
            m_out.raw(digits.substr(code >> shift & 0xfU, 1));
        reached = glyph.x + advance_of(face, glyph.glyph);
    }
    m_out.raw(">] ");
    m_out.add("TJ");
}

/// A line with letters the paper's font has not, as Qt draws it: seen and printed, not found by a
/// search.
void page_writer::outline(const std::string& words, const font_style& style, double x, double y)
{
    QPainterPath path;
    path.addText(0, 0, font_of(style), QString::fromStdString(words));
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto at = path.elementAt(i);
        m_out.number(x + at.x);
        m_out.number(y - at.y);
        if (at.isMoveTo()) m_out.add("m");
        if (at.isLineTo()) m_out.add("l");
        const bool ends_curve = at.type == QPainterPath::CurveToDataElement
            && (i + 1 == path.elementCount()
                || path.elementAt(i + 1).type != QPainterPath::CurveToDataElement);
        if (ends_curve) m_out.add("c");
    }
    if (!path.isEmpty()) m_out.add("f");
}

} // namespace

std::string pdf_content(const draw_list& page, paper_kind paper, pdf_fonts& fonts)
{
    return page_writer(page, fonts).content(paper);
}

} // namespace hotich
