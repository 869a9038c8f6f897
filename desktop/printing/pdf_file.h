// Papers as PDF: the glyphs stand where the screen and the printer have them, because the same
// text layout gives their places. The same paper gives the same bytes at any time, on any PC.
#pragma once

#include "common/base/result.h"
#include "common/papers/draw_list.h"
#include "common/papers/printer_setup.h"

class QString;

namespace hotich {

/// Writes a PDF with embedded fonts, each list a page. storage_unavailable where the file cannot be
/// written.
status write_pdf(
    const QString& file, const std::vector<draw_list>& pages, paper_kind paper, const QString& title
);

} // namespace hotich
