#include "common/register/desk_pins.h"

#include "common/records/personal_number.h"

namespace hotich {

namespace {

pin_line line_of(record_line entry, pin_tray tray, const json::object& pin)
{
    pin_line line{std::move(entry), tray};
    line.is_sent = text_at(pin, "state") == "sent";
    line.pin = std::string(text_at(pin, "number"));
    line.code = std::string(text_at(pin, "code"));
    line.text = std::string(text_at(pin, "text"));
    line.at = {integer_or(pin, "at", 0)};
    return line;
}

} // namespace

result<std::vector<pin_line>> pins_in(desk_register& desk, pin_tray tray, std::int64_t limit)
{
    TRY(auto entries, desk.view().in_pin_tray(tray, limit));
    std::vector<pin_line> lines;
    for (auto& entry : entries) {
        TRY(const auto content, desk.load(entry.record));
        lines.push_back(line_of(std::move(entry), tray, content.pin));
    }
    return lines;
}

result<pin_overview> pins_waiting_on(desk_register& desk)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT state, count(*) FROM pin_state WHERE office = $1 GROUP BY state",
            {desk.identity().office}
        ));
    pin_overview out;
    for (const auto& row : rows) {
        if (row.text(0) == name_of(pin_tray::waiting)) out.waiting = row.integer(1);
        if (row.text(0) == name_of(pin_tray::refused)) out.refused = row.integer(1);
        if (row.text(0) == name_of(pin_tray::arrived)) out.arrived = row.integer(1);
    }
    return out;
}

status ask_pin_again(desk_register& desk, const std::string& record_id, instant now)
{
    TRY(const auto content, desk.load(record_id));
    if (text_at(content.pin, "state") != "refused")
        return failure{failure_code::not_allowed, "the personal number was not refused"};
    const auto* event = desk.known().find_event(content.event);
    if (event == nullptr || !needs_personal_number(*event, content))
        return failure{failure_code::not_allowed, "the personal number is not asked for any more"};
    return desk.append(operation_kind::ask_pin_again, record_id, {}, now);
}

bilingual refusal_text(const definitions& known, const std::string& code)
{
    const auto text = known.message("pin_refusals", code);
    return text.vi == code ? known.message("pin_refusals", "other") : text;
}

} // namespace hotich
