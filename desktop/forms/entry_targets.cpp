#include "desktop/forms/entry_targets.h"

#include "common/records/annotation.h"

#include <algorithm>

namespace hotich {

namespace {

target_definition under(target_definition target, const std::string& prefix)
{
    for (auto* path :
         {&target.doc_kind.path, &target.no, &target.date, &target.office_code, &target.record})
        if (!path->empty()) *path = prefix + *path;
    return target;
}

void add(
    std::vector<entry_target>& targets,
    const event_definition& form,
    const target_definition& at,
    const std::string& changes
)
{
    if (form.find_field(at.no) == nullptr) return;
    auto found = std::find_if(targets.begin(), targets.end(), [&at](const auto& item) {
        return item.at.no == at.no;
    });
    if (found == targets.end())
        found = targets.insert(targets.end(), {at, office_field(form, at), {}});
    auto& lists = found->changes;
    if (!changes.empty() && std::find(lists.begin(), lists.end(), changes) == lists.end())
        lists.push_back(changes);
}

void add_targets_of(
    std::vector<entry_target>& targets,
    const event_definition& form,
    const event_definition& part,
    const std::string& prefix
)
{
    for (const auto& annotation : part.annotates)
        add(targets,
            form,
            under(annotation.target, prefix),
            annotation.changes.empty() ? "" : prefix + annotation.changes);
    if (part.copies_of) add(targets, form, under(*part.copies_of, prefix), "");
}

/// A registration whose form already says which kind of entry it goes with is offered for that kind
/// only; an amendment is for any.
bool is_offered_for(
    const event_definition& form, const entry_target& target, const event_definition& entry
)
{
    if (!can_name(target, entry)) return false;
    const auto* kind = form.find_field(target.at.doc_kind.path);
    if (kind == nullptr || form.group != "registration") return true;
    return !kind->default_value.is_string() || kind->default_value == json::value(entry.event);
}

} // namespace

std::vector<entry_target> entry_targets(const event_definition& event)
{
    std::vector<entry_target> targets;
    add_targets_of(targets, event, event, "");
    for (const auto& part : event.parts)
        if (part.definition != nullptr)
            add_targets_of(targets, event, *part.definition, part.prefix + ".");
    return targets;
}

bool can_name(const entry_target& target, const event_definition& entry)
{
    return entry.main_book() != nullptr
        && (target.at.doc_kind.literal.empty() || target.at.doc_kind.literal == entry.event);
}

std::vector<const event_definition*> events_about(
    const definitions& known, const event_definition& entry
)
{
    std::vector<const event_definition*> out;
    for (const auto* event : known.events()) {
        const auto targets = entry_targets(*event);
        const bool fits = std::any_of(targets.begin(), targets.end(), [&](const auto& target) {
            return is_offered_for(*event, target, entry);
        });
        if (fits && !event->is_joint()) out.push_back(event);
    }
    return out;
}

field_values values_of_target(
    const definitions& known,
    const entry_target& target,
    const record& entry,
    const office_profile& office
)
{
    field_values values;
    const auto put = [&values](const std::string& path, std::string value) {
        if (path.empty()) return;
        values.emplace_back(path, value.empty() ? json::value() : json::value(std::move(value)));
    };
    const auto name = name_of_entry(known, entry, office);
    put(target.at.doc_kind.path, name.event);
    put(target.at.no, name.number);
    put(target.at.date, name.date);
    put(target.office, name.office);
    put(target.at.office_code, name.office_code);
    put(target.at.record, name.record);
    return values;
}

field_values values_of_subject(
    const event_definition& form, const event_definition& entry, const json::object& current
)
{
    field_values values;
    const auto own = form.subject + ".";
    for (const auto& field : form.fields) {
        if (form.subject.empty() || !field.path.starts_with(own)) continue;
        const auto* value = find_path(current, entry.subject + "." + field.path.substr(own.size()));
        if (value != nullptr && is_known(*value)) values.emplace_back(field.path, *value);
    }
    return values;
}

} // namespace hotich
