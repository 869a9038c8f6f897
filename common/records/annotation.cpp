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
    const auto at = [&data](const std::string& path) {
        return path.empty() ? std::string() : std::string(text_at(data, path));
    };
    auto of_office = at(target.office_code);
    if (of_office.empty()) of_office = office;
    json::object out{{"office", of_office}, {"event", target.doc_kind.in(data)}};
    if (const auto record = at(target.record); !record.empty()) out["record"] = record;
    if (const auto number = at(target.no); !number.empty()) out["number"] = number;
    if (const auto date = at(target.date); !date.empty()) out["date"] = date;
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
    const auto* rows = annotation.changes.empty() ? nullptr : find_path(data, annotation.changes);
    if (rows != nullptr && rows->is_array())
        for (const auto& row : rows->get_array()) {
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

entry_name name_of_entry(const record& entry, const office_profile& office)
{
    return {
        entry.event,
        entry.number ? to_display(*entry.number) : std::string(),
        std::string(text_at(entry.data, "reg_date")),
        office.province_name.empty() ? office.name
                                     : office.name + ", " + lower_first(office.province_name),
        entry.office,
        entry.id};
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
    // The office as the paper writes it stands beside its code.
    constexpr std::string_view code_mark = "_code";
    if (target.office_code.size() <= code_mark.size()) return;
    const auto written = target.office_code.substr(0, target.office_code.size() - code_mark.size());
    if (event.find_field(written) != nullptr) put(written, entry.office);
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
    const auto* target = object == nullptr ? nullptr : object->if_contains("target");
    return target == nullptr ? nullptr : target->if_object();
}

std::vector<std::string> own_targets(const operation& op)
{
    std::vector<std::string> out;
    const auto* list = op.payload.if_contains("annotations");
    if (list == nullptr || !list->is_array()) return out;
    for (const auto& item : list->get_array()) {
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
    const auto wanted = clean_text(text);
    if (!is_known(current, field)) return wanted.empty();
    if (clean_text(text_at(current, field)) == wanted) return true;
    return clean_text(display_value(known, event, current, field, "vi")) == wanted;
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
    const auto* changes = annotation.if_contains("changes");
    if (changes == nullptr || !changes->is_array()) return;
    for (const auto& item : changes->get_array()) {
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
