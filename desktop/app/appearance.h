// The look of the program: its own fonts, an explicit light palette (Windows' dark mode is not
// followed by this Qt), and one calm style sheet.
#pragma once

#include "common/base/result.h"

class QApplication;

namespace hotich {

/// Before the first widget. not_found where a font is missing from the program.
status dress(QApplication& program);

} // namespace hotich
