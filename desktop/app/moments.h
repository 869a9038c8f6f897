// Points in time and ages as a clerk reads them, in Vietnam's time.
#pragma once

#include "common/base/instant.h"

#include <QString>

namespace hotich {

/// "23/11/2026 08:15".
QString moment_text(instant when);
/// "3 hours": how long ago, in the unit that fits.
QString age_text(instant since, instant now);

} // namespace hotich
