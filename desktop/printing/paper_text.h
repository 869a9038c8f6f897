// Text of a paper, on screen, on a printer and in a PDF alike: in which font, from where on, and
// the mark across a page of the practice.
#pragma once

#include "common/papers/draw_list.h"

#include <QFont>
#include <QString>

#include <string>

namespace hotich {

/// One unit is a hundredth of a millimetre, so the size in units is the pixel size.
QFont font_of(const font_style& style);

/// Hundredths of a millimetre.
double width_of(const std::string& text, const font_style& style);

/// Where a text of a draw list begins on its baseline.
double left_end_of(const draw_text& text);

/// Measures in the fonts that papers are painted in.
class paper_text_metrics final : public text_metrics
{
public:
    [[nodiscard]] int width_hmm(const std::string& text, const font_style& font) const override;
};

/// The words across a page of the practice: as wide as the page's diagonal lets them be.
struct page_mark
{
    QString words;
    font_style style;
    double width = 0;    ///< hundredths of a millimetre, as is the next
    double baseline = 0; ///< below the page's middle
    double angle = 0;    ///< radians, against the clock
};

/// No words: the page bears none. See mark_every_page.
page_mark mark_across(const draw_list& page);

/// From now on every page bears these words across it, on screen, on a printer and in a PDF: papers
/// of the practice are never taken for real ones, whoever paints them. "" takes them away.
void mark_every_page(const QString& words);

/// Light enough to read through; of 255.
inline constexpr int mark_grey = 200;

} // namespace hotich
