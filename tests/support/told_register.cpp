#include "tests/support/told_register.h"

#include "common/rules/rule.h"
#include "tests/support/small_world.h"

namespace hotich::test {

namespace {

std::string as_text(const rule_result& found)
{
    std::string text;
    for (const auto& item : found) {
        text += item.field;
        for (const auto& argument : item.arguments)
            text += " " + argument.name + "=" + argument.value.vi;
        text += ", ";
    }
    return text;
}

} // namespace

person_fact fact(const std::string& event, const std::string& role)
{
    person_fact out;
    out.office = "00004";
    out.record = "record-1";
    out.event = event;
    out.number = "12/2026";
    out.registered_on = "23/11/2026";
    out.role = role;
    out.name = "Nguyễn Văn Minh";
    out.other_name = "Trần Thị Hoa";
    out.other_gender = "2";
    return out;
}

found_entry entry(const std::string& event, json::object current)
{
    return {"00004", "record-1", event, "12/2026", "", "2026-01-10", std::move(current)};
}

json::object object(const std::string& text) { return must(parse_json_object(text)); }

std::string answer(const record_lookup& lookup, const question& what)
{
    const auto& known = real_definitions();
    const auto office = ba_dinh();
    const check_context context{known, office, {2026, 11, 23}, "record-9", lookup};
    const auto args = must(parse_json(what.args)).get_array();
    const auto* event = known.find_event(what.event);
    const auto check = find_rule(what.rule);
    if (event == nullptr || check == nullptr) qFatal("no such event or rule");
    const rule_input input{*event, what.data, args, context};
    const auto found = check(input);
    for (const auto& item : found) {
        finding told;
        told.rule = what.rule;
        told.field = item.field;
        told.arguments = item.arguments;
        const auto message = message_of(told, known, event, "vi");
        if (message.find('{') != std::string::npos) return "not all told: " + message;
    }
    return as_text(found);
}

} // namespace hotich::test
