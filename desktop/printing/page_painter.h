// Paints a draw list: on screen, on a printer, into a PDF. The only place that knows how a
// hundredth of a millimetre becomes a device's dots, and the only place that applies a printer's
// calibration.
#pragma once

#include "common/base/result.h"
#include "common/papers/draw_list.h"
#include "common/papers/printer_setup.h"

class QPainter;
class QPrinter;
class QString;

namespace hotich {

/// Paints one page; the painter's origin is the paper's corner and its device has `dots_per_mm`.
void paint_page(
    QPainter& painter,
    const draw_list& page,
    paper_kind paper,
    double dots_per_mm,
    const calibration& correction = {}
);

/// From now on every page bears these words across it, on screen, on a printer and in a PDF: papers
/// of the practice are never taken for real ones, whoever paints them. "" takes them away.
void mark_every_page(const QString& words);

/// Writes a PDF with embedded fonts, each list a page. storage_unavailable where the file cannot be
/// written.
status write_pdf(
    const QString& file, const std::vector<draw_list>& pages, paper_kind paper, const QString& title
);

/// Prints with the printer's full page, without its margins.
status print_pages(
    QPrinter& printer,
    const std::vector<draw_list>& pages,
    paper_kind paper,
    const calibration& correction
);

/// Measures in the fonts that paint_page uses.
class qt_text_metrics final : public text_metrics
{
public:
    [[nodiscard]] int width_hmm(const std::string& text, const font_style& font) const override;
};

} // namespace hotich
