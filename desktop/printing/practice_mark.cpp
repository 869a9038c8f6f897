#include "desktop/printing/practice_mark.h"

#include "desktop/printing/paper_text.h"

#include <QString>

namespace hotich {

namespace {

constexpr const char* practice_meta = "practice";

} // namespace

status write_practice_mark(desk_register& desk, const json::object& began)
{
    return desk.set_meta(practice_meta, to_text(began));
}

result<json::object> practice_mark(const desk_register& desk)
{
    TRY(const auto kept, desk.meta(practice_meta));
    return parse_json_object(kept);
}

void leave_practice_unbound(desk_register& desk)
{
    if (auto& files = desk.session().files; files && practice_mark(desk)) files->store = {};
}

void mark_pages_of_practice(const definitions& known)
{
    mark_every_page(QString::fromStdString(known.message("words", "practice_mark").vi));
}

} // namespace hotich
