#include "desktop/printing/printer_setups.h"

namespace hotich {

namespace {

std::string name_of_setting(const std::string& printer) { return "printer:" + printer; }

} // namespace

result<printer_setup> setup_of_printer(const desk_register& desk, const std::string& printer)
{
    const auto kept = desk.meta(name_of_setting(printer));
    if (!kept && kept.error().code == failure_code::not_found) return printer_setup{};
    if (!kept) return kept.error();
    const auto read = parse_json(*kept);
    return read && read->is_object() ? printer_setup_from(read->get_object()) : printer_setup{};
}

status keep_printer_setup(
    desk_register& desk, const std::string& printer, const printer_setup& setup
)
{
    return desk.set_meta(name_of_setting(printer), to_text(to_json(setup)));
}

} // namespace hotich
