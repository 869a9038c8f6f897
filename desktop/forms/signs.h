// How a finding looks: its sign, its word and its colour, so that colour never says it alone.
#pragma once

#include "common/definitions/definitions.h"

#include <QColor>
#include <QString>

namespace hotich {

/// "■" must be corrected, "▲" please check, "●" note.
QString sign_of(severity level);
QColor colour_of(severity level);
/// The word of messages.json, such as "Phải sửa".
QString word_of(severity level, const definitions& known, std::string_view language);

} // namespace hotich
