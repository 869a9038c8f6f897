// What stands on a page of a PDF, in the operators of a content stream (ISO 32000-1, 8 and 9).
#pragma once

#include "common/papers/draw_list.h"
#include "common/papers/printer_setup.h"
#include "desktop/printing/pdf_fonts.h"

#include <string>

namespace hotich {

/// The page's content; one unit is a hundredth of a millimetre, from the lower left corner. The
/// letters it uses are noted in `fonts`.
std::string pdf_content(const draw_list& page, paper_kind paper, pdf_fonts& fonts);

/// In a hundredth of a millimetre.
inline constexpr double points_per_unit = 72 / 2540.0;

} // namespace hotich
