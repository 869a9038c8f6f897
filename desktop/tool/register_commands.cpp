#include "desktop/tool/commands.h"

#include <iostream>

namespace hotich::tool {

namespace {

json::array findings_value(
    const context& in, const std::vector<finding>& findings, const event_definition* event
)
{
    json::array list;
    for (const auto& item : findings)
        list.push_back(finding_value(in, item, event));
    return list;
}

std::string findings_text(
    const context& in, const std::vector<finding>& findings, const event_definition* event
)
{
    std::string text;
    for (const auto& item : findings)
        text += in.words("words", name_of(item.level)) + ": "
            + message_of(item, in.known(), event, in.chosen().language) + " [" + item.rule + "]\n";
    return text;
}

/// Without a register a file is checked as the office would that it names, or in which the first
/// address lies.
office_profile stand_in_office(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    const std::string& chosen,
    const civil_date& today
)
{
    office_profile office;
    office.code = chosen.empty() ? std::string(text_at(data, "reg_office")) : chosen;
    for (const auto& field : event.fields)
        if (office.code.empty() && field.kind == "address")
            office.code = text_at(data, field.path + ".commune_code");
    const auto* commune = known.units().find(unit_level::commune, office.code, today);
    office.commune_name = commune == nullptr ? office.code : commune->name;
    office.name = known.message("words", "committee_short").vi + " " + office.commune_name;
    office.province_code = commune == nullptr ? "" : commune->parent;
    office.signatories = {{office.name, known.message("words", "committee").vi}};
    return office;
}

registration_outcome check_alone(
    const context& in, const event_definition& event, json::object data, const std::string& chosen
)
{
    const auto today = date_in_vietnam(in.now());
    const auto office = stand_in_office(in.known(), event, data, chosen, today);
    clean_data(event, data);
    fill_automatic(event, data, {today, office, in.words("tool", "default_user"), &in.known()});
    auto findings = check_record(event, data, {in.known(), office, today, "", no_lookup()});
    return {"", record_state::pending, std::nullopt, std::move(findings), std::move(data)};
}

result<std::vector<override_reason>> read_overrides(const std::string& file)
{
    if (file.empty()) return std::vector<override_reason>();
    TRY(const auto value, read_input(file));
    return parse_overrides(value);
}

std::string outcome_text(const context& in, const registration_outcome& outcome)
{
    if (!outcome.is_stored()) return in.words("tool", "not_stored");
    const auto number = outcome.number ? " " + to_display(*outcome.number) : std::string();
    return in.words("states", name_of(outcome.state)) + number + " " + outcome.record;
}

exit_code decided_by_clerk(
    context& in,
    const std::string& typed,
    const std::function<status(desk_register&, const std::string&)>& act
)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto record = (*desk)->resolve(typed);
    if (!record) return in.fail(record.error());
    if (const auto acted = act(**desk, *record); !acted) return in.fail(acted.error());
    in.print({{"record", *record}}, *record);
    return done;
}

} // namespace

result<json::object> read_record(const std::string& file)
{
    TRY(auto value, read_input(file));
    if (!value.is_object())
        return failure{
            failure_code::invalid_input, "an object with the record's fields is expected"};
    return std::move(value.get_object());
}

json::value number_value(const std::optional<registration_number>& number)
{
    return number ? json::value(to_display(*number)) : json::value();
}

json::object finding_value(const context& in, const finding& item, const event_definition* event)
{
    json::object value{
        {"rule", item.rule},
        {"field", item.field},
        {"severity", name_of(item.level)},
        {"message", message_of(item, in.known(), event, in.chosen().language)},
    };
    if (const auto article = article_of(item, in.known(), in.chosen().language); !article.empty())
        value["article"] = article;
    if (item.needs_reason) value["needs_reason"] = true;
    return value;
}

exit_code check(
    context& in,
    const std::string& event_name,
    const std::string& data_file,
    const std::string& office
)
{
    const auto event = in.event(event_name);
    if (!event) return in.fail(event.error());
    auto data = read_record(data_file);
    if (!data) return in.fail(data.error());
    registration_outcome outcome;
    if (in.has_register()) {
        const auto desk = in.desk();
        if (!desk) return in.fail(desk.error());
        outcome = (*desk)->check(**event, std::move(*data), in.now());
    } else {
        outcome = check_alone(in, **event, std::move(*data), office);
    }
    in.print(
        {{"findings", findings_value(in, outcome.findings, *event)}},
        findings_text(in, outcome.findings, *event)
    );
    return blocks(outcome.findings) ? wrong_input : done;
}

exit_code register_event(
    context& in, const std::string& event_name, const registration_files& files
)
{
    const auto event = in.event(event_name);
    if (!event) return in.fail(event.error());
    auto data = read_record(files.data);
    if (!data) return in.fail(data.error());
    return register_data(in, **event, std::move(*data), files);
}

exit_code register_data(
    context& in, const event_definition& event, json::object data, const registration_files& files
)
{
    auto overrides = read_overrides(files.overrides);
    if (!overrides) return in.fail(overrides.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto outcome = (*desk)->register_event(
        event, {std::move(data), std::move(*overrides), files.record, ""}, in.now()
    );
    if (!outcome) return in.fail(outcome.error());
    json::object document{
        {"record", outcome->is_stored() ? json::value(outcome->record) : json::value()},
        {"state", outcome->is_stored() ? json::value(name_of(outcome->state)) : json::value()},
        {"number", number_value(outcome->number)},
        {"findings", findings_value(in, outcome->findings, &event)},
    };
    if (!outcome->joint_records.empty()) {
        json::array joint;
        for (const auto& record : outcome->joint_records)
            joint.push_back(json::value(record));
        document["joint_records"] = std::move(joint);
    }
    in.print(document, findings_text(in, outcome->findings, &event) + outcome_text(in, *outcome));
    return outcome->is_stored() ? done : wrong_input;
}

exit_code withdraw(context& in, const std::string& record, const std::string& reason)
{
    return decided_by_clerk(in, record, [&](desk_register& desk, const std::string& id) {
        return desk.withdraw(id, reason, in.now());
    });
}

exit_code confirm_distinct(context& in, const std::string& record, const std::string& reason)
{
    return decided_by_clerk(in, record, [&](desk_register& desk, const std::string& id) {
        return desk.confirm_distinct(id, reason, in.now());
    });
}

exit_code example(context& in, const std::string& event_name)
{
    const auto event = in.event(event_name);
    if (!event) return in.fail(event.error());
    in.print((*event)->example, to_text((*event)->example));
    return done;
}

exit_code schema(context& in, const std::string& event_name)
{
    const auto event = in.event(event_name);
    if (!event) return in.fail(event.error());
    auto document = (*event)->schema;
    document["$schema"] = "http://json-schema.org/draft-07/schema#";
    document["title"] = (*event)->title.in(in.chosen().language);
    in.print(document, to_text(document));
    return done;
}

} // namespace hotich::tool
