// Kept under "reception" in the desk's register, as {"record": id, "typed": {what the page holds,
// by the names the page gives it}}.
#include "common/register/begun_reception.h"

#include "common/base/ids.h"

namespace hotich {

namespace {

constexpr const char* kept_in = "reception";

} // namespace

result<begun_reception> begin_reception(desk_register& desk, instant now)
{
    begun_reception fresh{new_uuid(now, desk.random()), {}};
    const auto text = desk.meta(kept_in);
    if (!text && text.error().code == failure_code::not_found) return fresh;
    if (!text) return text.error();
    TRY(const auto kept, parse_json_object(*text));
    const std::string record(text_at(kept, "record"));
    if (record.empty() || desk.load(record)) return fresh;
    const auto* typed = object_at(kept, "typed");
    return begun_reception{record, typed == nullptr ? json::object() : *typed};
}

status keep_reception(desk_register& desk, const begun_reception& begun)
{
    return desk.set_meta(
        kept_in, to_text(json::object{{"record", begun.record}, {"typed", begun.typed}})
    );
}

} // namespace hotich
