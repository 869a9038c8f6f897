// Turns the "form" of a definition into fields and pages; blocks bring their own fields, conditions
// and defaults, which the event may override by name ("id_doc.number").
#include "common/definitions/reading.h"

#include <array>
#include <map>

namespace hotich {

namespace {

struct leaf
{
    std::string kind;
    bool required = false;
    std::size_t max_length = 0;
};

using leaves_by_path = std::map<std::string, leaf>;

std::string kind_of(const json::object& schema)
{
    const auto format = text_at(schema, "format");
    auto kind = std::string(format.empty() ? text_at(schema, "type") : format);
    if (kind == "array") return "list";
    return kind == "string" ? "text" : kind;
}

void collect_leaves(
    const json::object& schema, const std::string& prefix, bool required, leaves_by_path& leaves
)
{
    const auto* properties = schema.if_contains("properties");
    if (properties == nullptr || !properties->is_object()) return;
    const auto required_names = texts_of(schema.if_contains("required"));
    for (const auto& [name, member] : properties->get_object()) {
        if (!member.is_object()) continue;
        const auto& inner = member.get_object();
        const auto path = prefix + std::string(name);
        const bool is_required = required
            && std::find(required_names.begin(), required_names.end(), name)
                != required_names.end();
        const auto kind = kind_of(inner);
        leaves[path] = {
            kind, is_required, static_cast<std::size_t>(number_of(inner, "maxLength", 0))};
        if (kind == "object") collect_leaves(inner, path + ".", is_required, leaves);
        const auto* items = inner.if_contains("items");
        if (kind == "list" && items != nullptr && items->is_object())
            collect_leaves(items->get_object(), path + ".", true, leaves);
    }
}

/// What an event may say about the fields of a block, each by the field's name.
struct override_group
{
    const char* in_event;
    const char* in_field;
};

constexpr std::array override_groups{
    override_group{"required_when", "required_when"},
    override_group{"blank_when", "blank_when"},
    override_group{"defaults", "default"},
    override_group{"labels", "label"},
    override_group{"helps", "help"},
    override_group{"automatic", "automatic"},
};

const json::value* override_of(const json::object& item, const char* group, const std::string& name)
{
    const auto* overrides = item.if_contains(group);
    return overrides != nullptr && overrides->is_object()
        ? overrides->get_object().if_contains(name)
        : nullptr;
}

/// Gives a block's field what the event says about it; a block inside the block gets what is said
/// about its own fields ("id_doc.number" becomes "number").
void override_field(const json::object& item, const std::string& name, json::object& field)
{
    const bool is_block = field.contains("block");
    for (const auto& group : override_groups) {
        if (!is_block) {
            if (const auto* own = override_of(item, group.in_event, name))
                field[group.in_field] = *own;
            continue;
        }
        const auto* overrides = item.if_contains(group.in_event);
        if (overrides == nullptr || !overrides->is_object()) continue;
        for (const auto& [key, value] : overrides->get_object()) {
            const auto path = std::string(key);
            if (path.rfind(name + ".", 0) != 0) continue;
            auto& inner = field[group.in_event];
            if (!inner.is_object()) inner.emplace_object();
            inner.get_object()[path.substr(name.size() + 1)] = value;
        }
    }
}

/// How an event names a member of a block: a field, a list, or a block inside by its prefix.
std::string name_in_block(const json::object& member)
{
    if (member.contains("block")) return std::string(text_at(member, "prefix"));
    return std::string(text_at(member, member.contains("list") ? "list" : "field"));
}

class form_reader
{
public:
    form_reader(const leaves_by_path& leaves, const block_loader& load, event_definition& event)
        : m_leaves(leaves), m_load(load), m_event(event)
    {}

    status read_page(const json::object& source)
    {
        form_page page;
        page.id = std::string(text_at(source, "id"));
        page.title = bilingual_of(source, "title");
        page.later = is_set(source, "later");
        const auto place = "form." + page.id;
        auto blank_when = condition_of(source, "blank_when", condition::never());
        if (!blank_when) return at_place(place, blank_when.error().detail);
        page.blank_when = *blank_when;
        const auto* fields = source.if_contains("fields");
        if (fields == nullptr || !fields->is_array())
            return at_place(place, "\"fields\" must be a list");
        for (const auto& item : fields->get_array()) {
            if (!item.is_object()) return at_place(place, "a field must be an object");
            TRY_STATUS(read_item(item.get_object(), "", place, page));
        }
        m_event.pages.push_back(std::move(page));
        return {};
    }

private:
    status read_item(
        const json::object& item,
        const std::string& prefix,
        const std::string& place,
        form_page& page
    )
    {
        if (item.contains("block")) return read_block(item, prefix, place, page);
        const bool is_list = item.contains("list");
        TRY(auto field, read_field(item, prefix, place, is_list ? "list" : "field"));
        if (is_list) {
            if (field.kind != "list") return at_place(place, field.path + " is no list");
            TRY_STATUS(for_each_object(item, "fields", [&](const json::object& cell) -> status {
                TRY(auto column, read_field(cell, field.path + ".", place, "field"));
                column.path = column.path.substr(field.path.size() + 1);
                field.columns.push_back(std::move(column));
                return {};
            }));
        }
        field.later = page.later;
        page.fields.push_back(m_event.fields.size());
        m_event.fields.push_back(std::move(field));
        return {};
    }

    status read_block(
        const json::object& item,
        const std::string& prefix,
        const std::string& place,
        form_page& page
    )
    {
        const auto file = "../blocks/" + std::string(text_at(item, "block"));
        const auto loaded = m_load(file);
        if (!loaded) return at_place(place, file + ": " + loaded.error().detail);
        const auto own = std::string(text_at(item, "prefix"));
        const auto inner_prefix = own.empty() ? prefix : prefix + own + ".";
        const auto only = texts_of(item.if_contains("only"));
        const auto except = texts_of(item.if_contains("except"));
        const auto* form = loaded->is_object() ? loaded->get_object().if_contains("form") : nullptr;
        if (form == nullptr || !form->is_array()) return at_place(file, "\"form\" must be a list");
        const auto named_in = [](const std::vector<std::string>& list, std::string_view name) {
            return std::find(list.begin(), list.end(), name) != list.end();
        };
        for (const auto& member : form->get_array()) {
            if (!member.is_object()) return at_place(file, "a field must be an object");
            const auto name = name_in_block(member.get_object());
            if ((!only.empty() && !named_in(only, name)) || named_in(except, name)) continue;
            auto field = member.get_object();
            if (!field.contains("block")) field = absolute(field, inner_prefix).get_object();
            override_field(item, name, field);
            TRY_STATUS(read_item(field, inner_prefix, place, page));
        }
        return {};
    }

    result<field_definition> read_field(
        const json::object& item,
        const std::string& prefix,
        const std::string& place,
        std::string_view name
    )
    {
        field_definition field;
        field.path = prefix + std::string(text_at(item, name));
        const auto where = place + "." + field.path;
        const auto found = m_leaves.find(field.path);
        if (found == m_leaves.end()) return at_place(where, "the schema has no such field");
        field.kind = found->second.kind;
        field.always_required = found->second.required;
        field.max_length = found->second.max_length;
        field.label = bilingual_of(item, "label");
        field.help = bilingual_of(item, "help");
        if (field.label.vi.empty() || field.label.en.empty())
            return at_place(where, "a label in vi and en is missing");
        auto required_when = condition_of(item, "required_when", condition::never());
        if (!required_when) return at_place(where, required_when.error().detail);
        auto blank_when = condition_of(item, "blank_when", condition::never());
        if (!blank_when) return at_place(where, blank_when.error().detail);
        field.required_when = std::move(*required_when);
        field.blank_when = std::move(*blank_when);
        if (const auto* value = item.if_contains("default")) field.default_value = *value;
        if (const auto* value = item.if_contains("automatic")) field.automatic = *value;
        field.suggest = std::string(text_at(item, "suggest"));
        return field;
    }

    const leaves_by_path& m_leaves;
    const block_loader& m_load;
    event_definition& m_event;
};

} // namespace

status read_form(const json::object& source, const block_loader& load, event_definition& event)
{
    leaves_by_path leaves;
    collect_leaves(event.schema, "", true, leaves);
    form_reader form(leaves, load, event);
    return for_each_object(source, "form", [&](const json::object& page) {
        return form.read_page(page);
    });
}

} // namespace hotich
