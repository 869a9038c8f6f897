// Every key of the workplace on one sheet, for Shift+F1.
#pragma once

#include <QString>

namespace hotich {

QString keyboard_map_html();

} // namespace hotich
