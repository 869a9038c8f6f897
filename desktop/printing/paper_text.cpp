#include "desktop/printing/paper_text.h"

#include "desktop/printing/fonts.h"
#include "desktop/printing/paper_faces.h"

#include <QFontMetricsF>

#include <cmath>

namespace hotich {

namespace {

/// As the program's colours: of the whole program, said once at its start.
QString& words_of_mark()
{
    static QString words;
    return words;
}

} // namespace

QFont font_of(const font_style& style)
{
    QFont font(paper_font_family);
    font.setPixelSize(style.size_hmm);
    font.setBold(style.bold);
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double width_of(const std::string& text, const font_style& style)
{
    const auto face = face_of(style);
    const auto line = shape(text, face);
    if (line.complete)
        return static_cast<double>(line.width) * style.size_hmm / measures_of(face).units_per_em;
    return QFontMetricsF(font_of(style)).horizontalAdvance(QString::fromStdString(text));
}

double left_end_of(const draw_text& text)
{
    if (text.align == text_align::left) return text.x;
    const double width = width_of(text.text, text.font);
    return text.align == text_align::center ? text.x - width / 2 : text.x - width;
}

int paper_text_metrics::width_hmm(const std::string& text, const font_style& font) const
{
    return static_cast<int>(std::ceil(width_of(text, font)));
}

page_mark mark_across(const draw_list& page)
{
    constexpr double share_of_diagonal = 0.8;
    constexpr int tried_size = 1000;
    if (words_of_mark().isEmpty()) return {};
    const double wanted = std::hypot(page.width, page.height) * share_of_diagonal;
    font_style style{tried_size, true, false};
    const auto words = words_of_mark().toStdString();
    style.size_hmm = static_cast<int>(tried_size * wanted / width_of(words, style));
    const QFontMetricsF metrics(font_of(style));
    return {
        words_of_mark(),
        style,
        width_of(words, style),
        (metrics.ascent() - metrics.descent()) / 2,
        std::atan2(page.height, page.width)};
}

void mark_every_page(const QString& words) { words_of_mark() = words; }

} // namespace hotich
