// How the line stands, in a sentence: for the home page and the status line.
#pragma once

#include "desktop/app/line.h"
#include "desktop/app/workplace.h"

#include <QString>

namespace hotich {

/// "● Line up, everything sent": sign, colour and words.
QString line_html(const line_report& report, const workplace& place);

/// What this PC's clock is found to be, in red; "" where nothing is wrong with it.
QString clock_html(const line_report& report, const workplace& place);

/// "12 KB", "3,4 MB".
QString size_text(std::int64_t bytes);

} // namespace hotich
