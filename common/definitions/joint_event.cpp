#include "common/definitions/joint_event.h"

#include "common/definitions/reading.h"
#include "common/definitions/schema_validator.h"

namespace hotich {

namespace {

bool is_copied(const joint_part& part, const std::string& field)
{
    return std::any_of(part.copies.begin(), part.copies.end(), [&field](const auto& copy) {
        return copy.first == field || field.rfind(copy.first + ".", 0) == 0;
    });
}

/// Defaults and automatic values name other fields of the part; in the joint form they stand under
/// the prefix.
json::value prefixed(
    const json::value& value, const event_definition& part, const std::string& prefix
)
{
    if (const auto* text = value.if_string()) {
        const auto path = std::string(*text);
        return part.find_field(path) == nullptr ? value : json::value(prefix + path);
    }
    if (const auto* array = value.if_array()) {
        json::array out;
        for (const auto& item : *array)
            out.push_back(prefixed(item, part, prefix));
        return out;
    }
    const auto* object = value.if_object();
    if (object == nullptr) return value;
    json::object out;
    for (const auto& [name, member] : *object)
        out[name] = prefixed(member, part, prefix);
    return out;
}

void add_pages(event_definition& joint, const joint_part& part)
{
    const auto& source = *part.definition;
    const auto prefix = part.prefix + ".";
    for (const auto& page : source.pages) {
        if (page.later) continue;
        form_page own;
        own.id = prefix + page.id;
        own.title = {
            source.title.vi + ": " + page.title.vi, source.title.en + ": " + page.title.en};
        own.blank_when = page.blank_when.under(prefix);
        for (const auto index : page.fields) {
            auto field = source.fields[index];
            if (is_copied(part, field.path)) continue;
            field.path = prefix + field.path;
            field.required_when = field.required_when.under(prefix);
            field.blank_when = field.blank_when.under(prefix);
            field.default_value = prefixed(field.default_value, source, prefix);
            field.automatic = prefixed(field.automatic, source, prefix);
            own.fields.push_back(joint.fields.size());
            joint.fields.push_back(std::move(field));
        }
        if (!own.fields.empty()) joint.pages.push_back(std::move(own));
    }
}

} // namespace

status complete_joint_event(
    event_definition& joint,
    const std::function<const event_definition*(const std::string&)>& find_event
)
{
    json::object properties;
    for (auto& part : joint.parts) {
        const auto* definition = find_event(part.event);
        if (definition == nullptr || definition->is_joint())
            return at_place("parts", part.event + " is no event");
        part.definition = std::make_shared<event_definition>(*definition);
        auto schema = definition->schema;
        schema.erase("required"); // what is copied from another part is missing here
        properties[part.prefix] = std::move(schema);
        add_pages(joint, part);
    }
    const auto& first = joint.parts.front();
    joint.subject = first.prefix + "." + first.definition->subject;
    joint.processing = joint.processing.empty() ? first.definition->processing : joint.processing;
    joint.schema = {
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
    TRY(joint.validator, schema_validator::compile(joint.schema));
    return {};
}

json::object part_data(const joint_part& part, const json::object& joint_data)
{
    json::object data;
    if (const auto* own = joint_data.if_contains(part.prefix); own != nullptr && own->is_object())
        data = own->get_object();
    for (const auto& [field, path] : part.copies)
        if (const auto* value = find_path(joint_data, path); value != nullptr && is_known(*value))
            set_path(data, field, *value);
    return data;
}

} // namespace hotich
