#include "desktop/app/clock.h"

#include <QDateTime>

namespace hotich {

instant computer_clock::now() const { return {QDateTime::currentMSecsSinceEpoch()}; }

} // namespace hotich
