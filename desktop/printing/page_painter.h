// Paints a draw list: on screen and on a printer (a PDF is pdf_file.h's). The only place that knows
// how a hundredth of a millimetre becomes a device's dots, and the only place that applies a
// printer's calibration.
#pragma once

#include "common/base/result.h"
#include "common/papers/draw_list.h"
#include "common/papers/printer_setup.h"

class QPainter;
class QPrinter;

namespace hotich {

/// Paints one page; the painter's origin is the paper's corner and its device has `dots_per_mm`.
void paint_page(
    QPainter& painter,
    const draw_list& page,
    paper_kind paper,
    double dots_per_mm,
    const calibration& correction = {}
);

/// Prints with the printer's full page, without its margins.
status print_pages(
    QPrinter& printer,
    const std::vector<draw_list>& pages,
    paper_kind paper,
    const calibration& correction
);

} // namespace hotich
