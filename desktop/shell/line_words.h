// How the line stands, in a sentence: for the home page and the status line.
#pragma once

#include "desktop/app/line.h"
#include "desktop/app/workplace.h"

#include <QString>

namespace hotich {

/// "● Line up, everything sent": sign, colour and words.
QString line_html(const line_report& report, const workplace& place);

} // namespace hotich
