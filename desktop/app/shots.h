// --shots: pictures of every screen at 1366×768 on a made-up desk, for review and for the user
// guide; tests look at the same screens.
#pragma once

#include "common/base/random_source.h"
#include "common/definitions/definitions.h"

#include <QString>

#include <functional>

class QApplication;
class QWidget;

namespace hotich {

struct shot_options
{
    random_source& random;
    QString folder;
    QString only; ///< pictures whose name begins so; "" takes all
    std::string language;
    bool is_practice = false; ///< the practice's window and papers
    /// Looks at each screen instead of taking its picture.
    std::function<void(const QString& name, QWidget& window)> look = {};
};

/// Runs the program's event loop until all are taken; the exit code.
int take_shots(QApplication& program, const definitions& known, const shot_options& options);

} // namespace hotich
