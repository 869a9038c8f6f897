// Loads the program's words: Vietnamese unless English is asked for.
#pragma once

#include <QString>

class QCoreApplication;

namespace hotich {

void speak(QCoreApplication& program, const QString& language);

} // namespace hotich
