// The look of the program: its own fonts, an explicit palette (Windows' dark mode is not followed
// by this Qt), one calm style sheet in three themes, and the size of everything. What a clerk chose
// is kept on this PC, beside the window's place.
#pragma once

#include "common/base/result.h"
#include "desktop/app/theme.h"

#include <QSettings>

#include <array>

class QApplication;

namespace hotich {

/// Per cent of the usual size, that a clerk may choose among.
inline constexpr std::array text_sizes{100, 125, 150, 200};

struct kept_look
{
    theme colours = theme::light;
    int percent = 100;
};

/// What is kept of the window on this PC, without personal data.
QSettings window_settings();

kept_look read_look();
void keep_look(const kept_look& look);

/// Before the QApplication is made: later nothing changes its size any more.
void prepare_text_size(int percent);

/// Before the first widget. not_found where a font is missing from the program.
status dress(QApplication& program, theme chosen = theme::light);
/// While it runs. What was written in colours before keeps them until it is written again.
status change_clothes(QApplication& program, theme chosen);

} // namespace hotich
