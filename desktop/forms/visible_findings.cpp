#include "desktop/forms/visible_findings.h"

#include <algorithm>

namespace hotich {

namespace {

bool is_below(const std::string& path, const std::string& parent)
{
    return path.size() > parent.size() && path.starts_with(parent) && path[parent.size()] == '.';
}

bool is_visible(
    const event_definition& event,
    const finding& item,
    const json::object& shown,
    const typing_progress& progress
)
{
    if (progress.shows_all) return true;
    const int field = field_of_finding(event, item.field);
    if (field < 0) return item.rule != "required";
    const auto& path = event.fields[std::size_t(field)].path;
    if (is_below(path, item.field))
        return progress.left_pages.contains(page_of_field(event, field)); // of a whole person
    if (item.rule == "required") return progress.left_fields.contains(path);
    return is_known(shown, path) || progress.left_fields.contains(path);
}

} // namespace

int field_of_finding(const event_definition& event, const std::string& finding_path)
{
    const auto find = [&event](const auto& fits) {
        const auto found = std::find_if(event.fields.begin(), event.fields.end(), fits);
        return found == event.fields.end() ? -1 : int(found - event.fields.begin());
    };
    if (finding_path.empty()) return -1;
    if (const int own = find([&](const auto& field) { return field.path == finding_path; });
        own >= 0)
        return own;
    if (const int whole =
            find([&](const auto& field) { return is_below(finding_path, field.path); });
        whole >= 0)
        return whole;
    return find([&](const auto& field) { return is_below(field.path, finding_path); });
}

int page_of_field(const event_definition& event, int field)
{
    for (std::size_t i = 0; i < event.pages.size(); ++i) {
        const auto& fields = event.pages[i].fields;
        if (std::find(fields.begin(), fields.end(), std::size_t(field)) != fields.end())
            return int(i);
    }
    return -1;
}

std::vector<finding> visible_findings(
    const event_definition& event,
    const std::vector<finding>& findings,
    const json::object& shown,
    const typing_progress& progress
)
{
    std::vector<finding> out;
    for (const auto& item : findings)
        if (is_visible(event, item, shown, progress)) out.push_back(item);
    return out;
}

} // namespace hotich
