#include "common/records/annotation.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/records/office_profile.h"

#include <algorithm>
#include <charconv>

namespace hotich {

namespace {

json::object target_of(
    const target_definition& target, const json::object& data, const std::string& office
)
{
    const auto key = target.key_in(data, office);
    json::object out{{"office", key.office}, {"event", key.event}};
    if (!key.record.empty()) out["record"] = key.record;
    if (!key.number.empty()) out["number"] = key.number;
    if (!key.date.empty()) out["date"] = key.date;
    return out;
}

const event_definition* target_event(const definitions& known, const json::object& target)
{
    return known.find_event(text_at(target, "event"));
}

json::object change(const std::string& field, const std::string& old, json::value value)
{
    return {{"field", field}, {"old", old}, {"new", std::move(value)}};
}

/// The rows of the form's list, and the fields that the definition sets.
json::array changes_of(
    const definitions& known,
    const annotation_definition& annotation,
    const json::object& data,
    const event_definition* target
)
{
    json::array changes;
    const auto typed = [&](const std::string& field, const std::string& text) {
        const auto* definition = target == nullptr ? nullptr : target->find_field(field);
        return definition == nullptr ? json::value(text) : typed_value(known, *definition, text);
    };
    for (const auto& row : rows_at(data, annotation.changes)) {
        if (!row.is_object()) continue;
        const auto& item = row.get_object();
        const auto field = std::string(text_at(item, "field_id"));
        changes.push_back(change(
            field,
            std::string(text_at(item, "old_value")),
            typed(field, std::string(text_at(item, "new_value")))
        ));
    }
    for (const auto& [field, source] : annotation.set)
        if (const auto value = source.in(data); !value.empty())
            changes.push_back(change(field, "", typed(field, value)));
    return changes;
}

json::object basis_of(const annotation_definition& annotation, const json::object& data)
{
    json::object basis;
    const auto put = [&](const char* name, const value_source& source) {
        if (auto value = source.in(data); !value.empty()) basis[name] = std::move(value);
    };
    put("doc_kind", annotation.basis_kind);
    put("no", annotation.basis_no);
    put("date", annotation.basis_date);
    put("issuer", annotation.basis_issuer);
    return basis;
}

std::optional<std::string> code_of(const code_list& list, const std::string& typed)
{
    if (list.find(typed) != nullptr) return typed;
    const auto wanted = fold(typed);
    for (const auto& entry : list.entries()) {
        const bool is_named = fold(entry.label_vi) == wanted
            || std::any_of(entry.aliases.begin(), entry.aliases.end(), [&](const auto& alias) {
                                  return fold(alias) == wanted;
                              });
        if (is_named) return entry.code;
    }
    return std::nullopt;
}

} // namespace

entry_name name_of_entry(
    const definitions& known, const record& entry, const office_profile& office
)
{
    auto written = committee_name(known, entry.office);
    if (entry.office == office.code && !office.name.empty())
        written = office.name
            + (office.province_name.empty() ? "" : ", " + lower_first(office.province_name));
    return {
        entry.event,
        entry.number ? to_display(*entry.number) : std::string(),
        std::string(text_at(entry.data, "reg_date")),
        std::move(written),
        entry.office,
        entry.id};
}

std::string office_field(const event_definition& form, const target_definition& target)
{
    constexpr std::string_view code_mark = "_code";
    if (!target.office_code.ends_with(code_mark)) return {};
    auto path = target.office_code.substr(0, target.office_code.size() - code_mark.size());
    return form.find_field(path) == nullptr ? std::string() : path;
}

entry_key key_of_target(const json::object& target)
{
    const auto at = [&target](const char* name) { return std::string(text_at(target, name)); };
    return {at("office"), at("event"), at("number"), at("record"), at("date")};
}

void fill_target(const event_definition& event, const entry_name& entry, json::object& data)
{
    const auto& target =
        event.annotates.empty() ? *event.copies_of : event.annotates.front().target;
    const auto put = [&data](const std::string& path, const std::string& value) {
        if (!path.empty() && !value.empty() && !is_known(data, path))
            set_path(data, path, json::value(value));
    };
    put(target.doc_kind.path, entry.event);
    put(target.no, entry.number);
    put(target.date, entry.date);
    put(target.office_code, entry.office_code);
    put(target.record, entry.record);
    put(office_field(event, target), entry.office);
}

json::value typed_value(
    const definitions& known, const field_definition& field, const std::string& typed
)
{
    if (field.is_code())
        return json::value(code_of(known.list(field.list_name()), typed).value_or(typed));
    if (field.kind == "date" || field.kind == "partial_date") {
        const auto date = parse_typed_date(typed);
        return json::value(date ? to_iso(*date) : typed);
    }
    if (field.kind == "address") return json::object{{"as_written", typed}};
    if (field.kind == "boolean") return json::value(typed == "true" || typed == "1");
    if (field.kind != "integer") return json::value(typed);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool is_whole = error == std::errc() && end == typed.data() + typed.size();
    return is_whole ? json::value(number) : json::value(typed);
}

json::array annotations_of(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    const std::string& office
)
{
    json::array out;
    for (const auto& annotation : event.annotates) {
        if (!annotation.when.holds(data)) continue;
        auto target = target_of(annotation.target, data, office);
        if (!target.contains("record") && !target.contains("number")) continue;
        auto changes = changes_of(known, annotation, data, target_event(known, target));
        json::object item{{"kind", annotation.kind}, {"target", std::move(target)}};
        item["changes"] = std::move(changes);
        item["basis"] = basis_of(annotation, data);
        if (const auto text = text_at(data, annotation.text);
            !annotation.text.empty() && !text.empty())
            item["text"] = text;
        item["on_copies"] = annotation.on_copies;
        out.push_back(std::move(item));
    }
    return out;
}

const json::object* target_in(const json::value& annotation)
{
    const auto* object = annotation.if_object();
    return object == nullptr ? nullptr : object_at(*object, "target");
}

std::vector<std::string> own_targets(const operation& op)
{
    std::vector<std::string> out;
    for (const auto& item : rows_at(op.payload, "annotations")) {
        const auto* target = target_in(item);
        if (target == nullptr || text_at(*target, "office") != op.office) continue;
        if (const auto record = text_at(*target, "record"); !record.empty())
            out.emplace_back(record);
    }
    return out;
}

bool is_current_value(
    const definitions& known,
    const event_definition& event,
    const json::object& current,
    const std::string& field,
    const std::string& text
)
{
    const auto* definition = event.find_field(field);
    if (definition == nullptr) return false;
    const auto typed = clean_text(text);
    const auto* value = find_path(current, field);
    if (value == nullptr || !is_known(*value)) return typed.empty();
    const auto kept = value->is_string() ? std::string(value->get_string()) : to_text(*value);
    // Letters count; only spaces do not.
    if (typed == clean_text(kept)) return true;
    for (const auto* language : {"vi", "en"})
        if (typed == clean_text(display_value(known, event, current, field, language))) return true;
    if (definition->kind != "date" && definition->kind != "partial_date") return false;
    const auto date = parse_typed_date(typed);
    return date && to_iso(*date) == kept;
}

const json::object* stale_change(
    const definitions& known,
    const event_definition& event,
    const json::object& current,
    const json::array& changes
)
{
    for (const auto& item : changes) {
        if (!item.is_object()) continue;
        const auto& change = item.get_object();
        const auto old = std::string(text_at(change, "old"));
        const auto field = std::string(text_at(change, "field"));
        if (!old.empty() && !is_current_value(known, event, current, field, old)) return &change;
    }
    return nullptr;
}

void apply_changes(json::object& data, const json::object& annotation)
{
    for (const auto& item : rows_at(annotation, "changes")) {
        if (!item.is_object()) continue;
        const auto field = text_at(item.get_object(), "field");
        const auto* value = item.get_object().if_contains("new");
        if (field.empty() || value == nullptr) continue;
        if (is_known(*value))
            set_path(data, field, *value);
        else
            remove_path(data, field);
    }
}

} // namespace hotich
