#include "common/definitions/event_definition.h"

#include "common/definitions/path_check.h"
#include "common/definitions/schema_bundle.h"
#include "common/definitions/schema_validator.h"

#include <algorithm>

namespace hotich {

namespace {

failure at(const std::string& place, const std::string& what)
{
    return {failure_code::invalid_input, place + ": " + what};
}

bilingual bilingual_of(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_object()) return {};
    const auto& both = value->get_object();
    return {std::string(text_at(both, "vi")), std::string(text_at(both, "en"))};
}

std::vector<std::string> texts_of(const json::value* value)
{
    std::vector<std::string> out;
    if (value == nullptr || !value->is_array()) return out;
    for (const auto& item : value->get_array())
        if (item.is_string()) out.emplace_back(item.get_string());
    return out;
}

result<severity> severity_of(const std::string& place, std::string_view name)
{
    if (name == "block") return severity::block;
    if (name == "warn") return severity::warn;
    if (name == "info") return severity::info;
    return at(place, "severity \"" + std::string(name) + "\" is not block, warn or info");
}

validity validity_of(const json::object& object)
{
    return {parse_date(text_at(object, "valid_from")), parse_date(text_at(object, "valid_to"))};
}

result<condition> condition_of(const json::object& object, std::string_view name, condition absent)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr) return absent;
    if (value->is_bool()) return value->get_bool() ? condition() : condition::never();
    return condition::parse(*value);
}

struct leaf
{
    std::string kind;
    bool required = false;
    std::size_t max_length = 0;
};

std::string kind_of(const json::object& schema)
{
    const auto format = text_at(schema, "format");
    return std::string(format.empty() ? text_at(schema, "type") : format);
}

void collect_leaves(
    const json::object& schema,
    const std::string& prefix,
    bool required,
    std::map<std::string, leaf>& leaves
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
        const auto* max_length = inner.if_contains("maxLength");
        const auto limit = max_length != nullptr && max_length->is_int64()
            ? std::size_t(max_length->get_int64())
            : 0;
        leaves[path] = {kind == "string" ? "text" : kind, is_required, limit};
        if (kind == "object") collect_leaves(inner, path + ".", is_required, leaves);
    }
}

/// Turns the "form" part into fields and pages.
class form_reader
{
public:
    form_reader(
        const std::map<std::string, leaf>& leaves, const block_loader& load, event_definition& event
    )
        : m_leaves(leaves), m_load(load), m_event(event)
    {}

    status read_page(const json::object& source)
    {
        form_page page;
        page.id = std::string(text_at(source, "id"));
        page.title = bilingual_of(source, "title");
        const auto place = "form." + page.id;
        auto blank_when = condition_of(source, "blank_when", condition::never());
        if (!blank_when) return at(place, blank_when.error().detail);
        page.blank_when = *blank_when;
        const auto* fields = source.if_contains("fields");
        if (fields == nullptr || !fields->is_array()) return at(place, "\"fields\" must be a list");
        for (const auto& item : fields->get_array()) {
            if (!item.is_object()) return at(place, "a field must be an object");
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
        return read_field(item, prefix, place, page);
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
        if (!loaded) return at(place, file + ": " + loaded.error().detail);
        const auto& block = *loaded;
        const auto inner_prefix = prefix + std::string(text_at(item, "prefix")) + ".";
        const auto only = texts_of(item.if_contains("only"));
        const auto except = texts_of(item.if_contains("except"));
        const auto* form = block.is_object() ? block.get_object().if_contains("form") : nullptr;
        if (form == nullptr || !form->is_array()) return at(file, "\"form\" must be a list");
        const auto named_in = [](const std::vector<std::string>& list, std::string_view name) {
            return std::find(list.begin(), list.end(), name) != list.end();
        };
        for (const auto& member : form->get_array()) {
            if (!member.is_object()) return at(file, "a field must be an object");
            auto field = member.get_object();
            const auto name =
                std::string(text_at(field, field.contains("block") ? "prefix" : "field"));
            if ((!only.empty() && !named_in(only, name)) || named_in(except, name)) continue;
            if (const auto* requires_ = find_path(item, "required_when." + name))
                field["required_when"] = *requires_;
            if (const auto* blank = find_path(item, "blank_when." + name))
                field["blank_when"] = *blank;
            if (const auto* value = find_path(item, "defaults." + name)) field["default"] = *value;
            if (const auto* label = find_path(item, "labels." + name)) field["label"] = *label;
            TRY_STATUS(read_item(field, inner_prefix, place, page));
        }
        return {};
    }

    status read_field(
        const json::object& item,
        const std::string& prefix,
        const std::string& place,
        form_page& page
    )
    {
        field_definition field;
        field.path = prefix + std::string(text_at(item, "field"));
        const auto where = place + "." + field.path;
        const auto found = m_leaves.find(field.path);
        if (found == m_leaves.end()) return at(where, "the schema has no such field");
        field.kind = found->second.kind;
        field.always_required = found->second.required;
        field.max_length = found->second.max_length;
        field.label = bilingual_of(item, "label");
        field.help = bilingual_of(item, "help");
        if (field.label.vi.empty() || field.label.en.empty())
            return at(where, "a label in vi and en is missing");
        auto required_when = condition_of(item, "required_when", condition::never());
        if (!required_when) return at(where, required_when.error().detail);
        auto blank_when = condition_of(item, "blank_when", condition::never());
        if (!blank_when) return at(where, blank_when.error().detail);
        field.required_when = std::move(*required_when);
        field.blank_when = std::move(*blank_when);
        if (const auto* value = item.if_contains("default")) field.default_value = *value;
        if (const auto* value = item.if_contains("automatic")) field.automatic = *value;
        field.suggest = std::string(text_at(item, "suggest"));
        page.fields.push_back(m_event.fields.size());
        m_event.fields.push_back(std::move(field));
        return {};
    }

    const std::map<std::string, leaf>& m_leaves;
    const block_loader& m_load;
    event_definition& m_event;
};

result<rule_use> rule_of(const json::object& source)
{
    rule_use use;
    use.rule = std::string(text_at(source, "rule"));
    if (use.rule.empty()) return at("rules", "a rule needs its name");
    const auto place = "rules." + use.rule;
    if (const auto* args = source.if_contains("args"); args != nullptr && args->is_array())
        use.args = args->get_array();
    TRY(use.level, severity_of(place, text_at(source, "severity")));
    auto when = condition_of(source, "when", condition());
    if (!when) return at(place, when.error().detail);
    use.when = std::move(*when);
    use.needs_reason =
        source.contains("needs_reason") && source.at("needs_reason") == json::value(true);
    use.no_override =
        source.contains("no_override") && source.at("no_override") == json::value(true);
    use.valid = validity_of(source);
    return use;
}

result<claim_definition> claim_of(const json::object& source)
{
    claim_definition claim{
        std::string(text_at(source, "id")), texts_of(source.if_contains("fields")), {}};
    if (claim.id.empty() || claim.fields.empty())
        return at("claims", "a claim needs an id and fields");
    TRY(claim.level, severity_of("claims." + claim.id, text_at(source, "severity")));
    return claim;
}

paper_definition paper_of(const json::object& source)
{
    const auto needs = texts_of(source.if_contains("needs"));
    return {
        std::string(text_at(source, "certificate")),
        bilingual_of(source, "title"),
        std::string(text_at(source, "kind")),
        std::find(needs.begin(), needs.end(), "pin") != needs.end(),
        std::string(text_at(source, "number_suffix")),
    };
}

template <class Reader>
status for_each_object(const json::object& source, std::string_view name, const Reader& read)
{
    const auto* list = source.if_contains(name);
    if (list == nullptr) return {};
    if (!list->is_array()) return at(std::string(name), "must be a list");
    for (const auto& item : list->get_array()) {
        if (!item.is_object()) return at(std::string(name), "must be a list of objects");
        TRY_STATUS(read(item.get_object()));
    }
    return {};
}

status read_lists(const json::object& source, const block_loader& load, event_definition& event)
{
    std::map<std::string, leaf> leaves;
    collect_leaves(event.schema, "", true, leaves);
    form_reader form(leaves, load, event);
    TRY_STATUS(for_each_object(source, "form", [&](const json::object& page) {
        return form.read_page(page);
    }));
    TRY_STATUS(for_each_object(source, "rules", [&](const json::object& item) -> status {
        TRY(auto use, rule_of(item));
        event.rules.push_back(std::move(use));
        return {};
    }));
    TRY_STATUS(for_each_object(source, "claims", [&](const json::object& item) -> status {
        TRY(auto claim, claim_of(item));
        event.claims.push_back(std::move(claim));
        return {};
    }));
    return for_each_object(source, "papers", [&](const json::object& item) -> status {
        event.papers.push_back(paper_of(item));
        return event.papers.back().certificate.empty()
            ? at("papers", "a paper needs its certificate")
            : status();
    });
}

} // namespace

const char* name_of(severity level)
{
    switch (level) {
    case severity::info:
        return "info";
    case severity::warn:
        return "warn";
    case severity::block:
        return "block";
    }
    return "block";
}

bool field_definition::is_required(const json::object& data) const
{
    return (always_required || required_when.holds(data)) && !blank_when.holds(data);
}

const field_definition* event_definition::find_field(std::string_view path) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [path](const auto& field) {
        return field.path == path;
    });
    return found == fields.end() ? nullptr : &*found;
}

const paper_definition* event_definition::find_paper(std::string_view certificate) const
{
    const auto found = std::find_if(papers.begin(), papers.end(), [certificate](const auto& paper) {
        return paper.certificate == certificate;
    });
    return found == papers.end() ? nullptr : &*found;
}

result<event_definition> parse_event_definition(
    const json::object& source, const block_loader& load_block
)
{
    event_definition event;
    event.event = std::string(text_at(source, "event"));
    event.title = bilingual_of(source, "title");
    event.book_kind = std::string(text_at(source, "book.kind"));
    if (const auto* book = source.if_contains("book"); book != nullptr && book->is_object())
        event.book_title = bilingual_of(book->get_object(), "title");
    event.subject = std::string(text_at(source, "subject"));
    if (event.event.empty() || event.book_kind.empty() || event.title.vi.empty())
        return at("event", "event, title and book.kind are needed");
    const auto* fields = source.if_contains("fields");
    if (fields == nullptr || !fields->is_object()) return at("fields", "a JSON Schema is needed");
    TRY(auto bundled, bundle_schema(*fields, "events/", load_block));
    event.schema = std::move(bundled.get_object());
    TRY(event.validator, schema_validator::compile(event.schema));
    TRY_STATUS(read_lists(source, load_block, event));
    event.search_names = texts_of(find_path(source, "search.names"));
    event.search_numbers = texts_of(find_path(source, "search.numbers"));
    TRY_STATUS(check_paths(event));
    if (const auto* example = source.if_contains("example");
        example != nullptr && example->is_object())
        event.example = example->get_object();
    return event;
}

} // namespace hotich
