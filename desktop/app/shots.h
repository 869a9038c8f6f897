// --shots: pictures of every screen at 1366×768 on a made-up desk, for review and for the user
// guide.
#pragma once

#include "common/definitions/definitions.h"

#include <QString>

class QApplication;

namespace hotich {

struct shot_options
{
    QString folder;
    QString only; ///< pictures whose name begins so; "" takes all
    std::string language;
};

/// Runs the program's event loop until all are taken; the exit code.
int take_shots(QApplication& program, const definitions& known, const shot_options& options);

} // namespace hotich
