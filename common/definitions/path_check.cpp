#include "common/definitions/path_check.h"

#include <algorithm>

namespace hotich {

namespace {

bool schema_has(const json::object& schema, std::string_view path)
{
    const json::object* at = &schema;
    while (!path.empty()) {
        if (const auto* items = at->if_contains("items"); items != nullptr && items->is_object())
            at = &items->get_object(); // a column of a list
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

/// The fields that a default names: {"copy": path}, or {"copy": {code: path}, "by": path}.
std::vector<std::string> paths_of_default(const json::value& rule)
{
    std::vector<std::string> paths;
    const auto* object = rule.if_object();
    const auto* copy = object == nullptr ? nullptr : object->if_contains("copy");
    if (copy == nullptr) return paths;
    if (copy->is_string()) return {std::string(copy->get_string())};
    paths.emplace_back(text_at(*object, "by"));
    if (const auto* by_code = copy->if_object())
        for (const auto& [code, path] : *by_code)
            paths.emplace_back(text_at(*by_code, code));
    return paths;
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
            TRY_STATUS(
                check_all(event, place + "." + field.path, paths_of_default(field.default_value))
            );
        }
    }
    return {};
}

status check_annotation(const event_definition& event, const annotation_definition& annotation)
{
    std::vector<std::string> paths = annotation.when.paths();
    const auto& target = annotation.target;
    for (const auto& path :
         {target.doc_kind.path,
          target.no,
          target.date,
          target.office_code,
          target.record,
          annotation.changes,
          annotation.text,
          annotation.basis_kind.path,
          annotation.basis_no.path,
          annotation.basis_date.path,
          annotation.basis_issuer.path})
        if (!path.empty()) paths.push_back(path);
    for (const auto& [field, source] : annotation.set)
        if (!source.path.empty()) paths.push_back(source.path);
    return check_all(event, "annotates." + annotation.kind, paths);
}

status check_effects(const event_definition& event)
{
    for (const auto& person : event.people)
        TRY_STATUS(check_all(event, "people", {person.path}));
    for (const auto& relation : event.relations) {
        TRY_STATUS(check_all(event, "relations", {relation.a, relation.b}));
        TRY_STATUS(check_all(event, "relations", relation.when.paths()));
        TRY_STATUS(check_all(event, "relations", relation.ended.paths()));
    }
    for (const auto& flag : event.flags) {
        TRY_STATUS(check_all(event, "flags", {flag.person}));
        TRY_STATUS(check_all(event, "flags", flag.when.paths()));
        if (!flag.from.empty()) TRY_STATUS(check_all(event, "flags", {flag.from}));
    }
    for (const auto& annotation : event.annotates)
        TRY_STATUS(check_annotation(event, annotation));
    for (const auto& again : event.again)
        TRY_STATUS(check_all(event, "again." + again.id, again.takes));
    return {};
}

} // namespace

status check_paths(const event_definition& event)
{
    TRY_STATUS(check_all(event, "subject", {event.subject}));
    TRY_STATUS(check_effects(event));
    TRY_STATUS(check_form(event));
    for (const auto& use : event.rules)
        TRY_STATUS(check_all(event, "rules." + use.rule, use.when.paths()));
    for (const auto& claim : event.claims)
        TRY_STATUS(check_all(event, "claims." + claim.id, claim.fields));
    TRY_STATUS(check_all(event, "duplicates", event.duplicates.paths()));
    TRY_STATUS(check_all(event, "search", event.search_names));
    return check_all(event, "search", event.search_numbers);
}

} // namespace hotich
