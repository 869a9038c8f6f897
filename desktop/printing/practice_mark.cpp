#include "desktop/printing/practice_mark.h"

#include "desktop/printing/page_painter.h"

#include <QString>

namespace hotich {

namespace {

constexpr const char* practice_meta = "practice";

} // namespace

status write_practice_mark(desk_register& desk) { return desk.set_meta(practice_meta, "1"); }

bool is_of_practice(const desk_register& desk) { return desk.meta(practice_meta).has_value(); }

void mark_pages_of_practice(const definitions& known)
{
    mark_every_page(QString::fromStdString(known.message("words", "practice_mark").vi));
}

} // namespace hotich
