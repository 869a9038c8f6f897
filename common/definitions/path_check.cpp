#include "common/definitions/path_check.h"

#include <algorithm>

namespace hotich {

namespace {

bool schema_has(const json::object& schema, std::string_view path)
{
    const json::object* at = &schema;
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        const auto* properties = at->if_contains("properties");
        if (properties == nullptr || !properties->is_object()) return false;
        const auto* member = properties->get_object().if_contains(path.substr(0, dot));
        if (member == nullptr || !member->is_object()) return false;
        at = &member->get_object();
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return true;
}

status check_all(
    const event_definition& event, const std::string& place, const std::vector<std::string>& paths
)
{
    for (const auto& path : paths)
        if (path.empty() || !schema_has(event.schema, path))
            return failure{
                failure_code::invalid_input,
                place + ": " + path + ": the schema has no such field"};
    return {};
}

status check_form(const event_definition& event)
{
    for (const auto& page : event.pages) {
        const auto place = "form." + page.id;
        TRY_STATUS(check_all(event, place, page.blank_when.paths()));
        for (const auto index : page.fields) {
            const auto& field = event.fields[index];
            TRY_STATUS(check_all(event, place + "." + field.path, field.required_when.paths()));
            TRY_STATUS(check_all(event, place + "." + field.path, field.blank_when.paths()));
        }
    }
    return {};
}

} // namespace

status check_paths(const event_definition& event)
{
    TRY_STATUS(check_all(event, "subject", {event.subject, event.subject + ".full_name"}));
    TRY_STATUS(check_form(event));
    for (const auto& use : event.rules)
        TRY_STATUS(check_all(event, "rules." + use.rule, use.when.paths()));
    for (const auto& claim : event.claims)
        TRY_STATUS(check_all(event, "claims." + claim.id, claim.fields));
    TRY_STATUS(check_all(event, "search", event.search_names));
    return check_all(event, "search", event.search_numbers);
}

} // namespace hotich
