#include "common/rules/structure.h"

#include "common/base/text.h"
#include "common/definitions/schema_validator.h"

#include <algorithm>

namespace hotich {

namespace {

finding found(std::string rule, std::string field, std::vector<finding::argument> arguments = {})
{
    return {std::move(rule), std::move(field), severity::block, false, false, std::move(arguments)};
}

finding::argument same(std::string name, std::string value)
{
    return {std::move(name), {value, value}};
}

bool has_long_text(const json::object& object);

bool has_long_text(const json::value& value)
{
    if (const auto* text = value.if_string()) return text->size() > max_text_bytes;
    if (const auto* object = value.if_object()) return has_long_text(*object);
    const auto* array = value.if_array();
    return array != nullptr && std::any_of(array->begin(), array->end(), [](const auto& item) {
               return has_long_text(item);
           });
}

bool has_long_text(const json::object& object)
{
    return std::any_of(object.begin(), object.end(), [](const auto& member) {
        return has_long_text(member.value());
    });
}

/// Regular expressions and printing are never shown a text of absurd length.
void find_long_texts(const json::value& value, const std::string& path, std::vector<finding>& out)
{
    if (const auto* text = value.if_string(); text != nullptr && text->size() > max_text_bytes)
        out.push_back(found("too_long", path, {same("max", std::to_string(max_text_bytes))}));
    if (const auto* object = value.if_object())
        for (const auto& [name, member] : *object)
            find_long_texts(member, path + (path.empty() ? "" : ".") + std::string(name), out);
    if (const auto* array = value.if_array())
        for (const auto& item : *array)
            find_long_texts(item, path, out);
}

/// The sub-schema of a dotted path, or null where the schema knows no such place.
const json::object* schema_at(const json::object& schema, std::string_view path)
{
    const json::object* at = &schema;
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        const auto step = path.substr(0, dot);
        const auto* member = at->contains("items")
            ? at->if_contains("items")
            : find_path(*at, "properties." + std::string(step));
        if (member == nullptr || !member->is_object()) return nullptr;
        at = &member->get_object();
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return at;
}

std::string joined(const std::string& path, std::string_view name)
{
    return path.empty() ? std::string(name) : path + "." + std::string(name);
}

/// What is wrong with an object itself: members that are missing, members that nobody knows.
void explain_object(
    const json::object& schema,
    const json::object& value,
    const std::string& path,
    std::vector<finding>& out
)
{
    const auto* properties = schema.if_contains("properties");
    // Of a missing group the form's check of presence names each field; here only what is a field
    // itself.
    const auto is_group = [properties](std::string_view name) {
        const auto* member =
            properties == nullptr ? nullptr : properties->get_object().if_contains(name);
        return member != nullptr && member->is_object()
            && text_at(member->get_object(), "type") == "object"
            && text_at(member->get_object(), "format").empty();
    };
    if (const auto* required = schema.if_contains("required");
        required != nullptr && required->is_array())
        for (const auto& name : required->get_array())
            if (!value.contains(name.get_string()) && !is_group(name.get_string()))
                out.push_back(found("required", joined(path, name.get_string())));
    for (const auto& [name, member] : value)
        if (properties == nullptr || !properties->get_object().contains(name))
            out.push_back(
                found("unknown_field", joined(path, name), {same("name", joined(path, name))})
            );
}

void explain_leaf(
    const json::object& schema,
    const json::value& value,
    const std::string& path,
    const definitions& known,
    std::vector<finding>& out
)
{
    const auto* max_length = schema.if_contains("maxLength");
    if (value.is_string() && max_length != nullptr
        && character_count(std::string_view(value.get_string()))
            > static_cast<std::size_t>(max_length->to_number<std::int64_t>())) {
        out.push_back(found("too_long", path, {same("max", to_text(*max_length))}));
        return;
    }
    const auto format = text_at(schema, "format");
    auto kind = std::string(format.empty() ? text_at(schema, "type") : format);
    if (kind.rfind("code:", 0) == 0) kind = "code";
    if (kind == "string" || kind == "note" || kind == "words") kind = "text";
    if (kind == "array") kind = "list";
    out.push_back(found("wrong_format", path, {{"expected", known.message("expected", kind)}}));
}

/// Says in our words what the JSON Schema library found at the places it names.
void explain_misfits(
    const event_definition& event,
    const json::object& data,
    const definitions& known,
    std::vector<finding>& out
)
{
    if (event.validator->surely_fits(data)) return;
    const auto paths = event.validator->misfits(data);
    for (const auto& path : paths) {
        // Of a list that is wrong in a cell the cell is told.
        const auto is_inside = [inside = path + "."](const auto& other) {
            return other.starts_with(inside);
        };
        const auto* schema = schema_at(event.schema, path);
        if (schema == nullptr) continue; // its parent reports the unknown member
        const json::value whole = path.empty() ? json::value(data) : json::value();
        const auto* value = path.empty() ? &whole : find_path(data, path);
        if (value == nullptr) continue;
        if (value->is_array() && std::any_of(paths.begin(), paths.end(), is_inside)) continue;
        const bool wants_object = text_at(*schema, "type") == "object";
        if (wants_object && value->is_object())
            explain_object(*schema, value->get_object(), path, out);
        else
            explain_leaf(*schema, *value, path, known, out);
    }
}

/// An office whose list of signatories is still empty registers all the same; the name is then
/// written by hand.
bool waits_for_signatory(const field_definition& field, const office_profile& office)
{
    return office.signatories.empty()
        && (field.automatic == "signer_name" || field.automatic == "signer_title");
}

std::string cell_path(const std::string& list, std::size_t row, const std::string& column)
{
    return list + "." + std::to_string(row) + "." + column;
}

/// A column is required or blank by what stands in its own row.
void check_rows(const field_definition& list, const json::object& data, std::vector<finding>& out)
{
    const auto& rows = rows_at(data, list.path);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].is_object()) continue;
        json::object row;
        set_path(row, list.path, rows[i]);
        for (const auto& column : list.columns) {
            const bool filled = is_known(rows[i].get_object(), column.path);
            const bool must_be_empty = column.blank_when.holds(row);
            if (filled && must_be_empty)
                out.push_back(found("must_be_blank", cell_path(list.path, i, column.path)));
            else if (!filled && !must_be_empty && (column.always_required || column.required_when.holds(row)))
                out.push_back(found("required", cell_path(list.path, i, column.path)));
        }
    }
}

/// Which fields stand on a page that must be blank.
std::vector<bool> fields_of_blank_pages(const event_definition& event, const json::object& data)
{
    std::vector<bool> out(event.fields.size(), false);
    for (const auto& page : event.pages)
        if (page.blank_when.holds(data))
            for (const auto field : page.fields)
                out[field] = true;
    return out;
}

void check_presence(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const auto on_blank_page = fields_of_blank_pages(event, data);
    for (std::size_t i = 0; i < event.fields.size(); ++i) {
        const auto& field = event.fields[i];
        const bool filled = is_known(data, field.path);
        if (field.kind == "list") check_rows(field, data, out);
        if (field.later || on_blank_page[i] || field.blank_when.holds(data)) {
            if (filled) out.push_back(found("must_be_blank", field.path));
        } else if (!filled && waits_for_signatory(field, context.office)) {
            out.push_back(found("no_signatory", field.path));
            out.back().level = severity::warn;
        } else if (!filled && field.is_required(data)) {
            out.push_back(found("required", field.path));
        }
    }
}

void check_code(
    const field_definition& field,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const auto code = text_at(data, field.path);
    const auto* entry = context.known.list(field.list_name()).find(code);
    const auto day = parse_date(text_at(data, "reg_date")).value_or(context.today);
    if (code.empty() || (entry != nullptr && entry->valid.holds(day))) return;
    out.push_back(found("code_known", field.path, {same("value", std::string(code))}));
}

void check_date(const field_definition& field, const json::object& data, std::vector<finding>& out)
{
    const auto date = parse_partial_date(text_at(data, field.path));
    if (!date || exists(*date)) return;
    out.push_back(found("date_exists", field.path, {same("value", to_display(*date))}));
}

/// Units must be of the country's lists and stand below each other in one and the same period.
bool units_fit(const admin_units& units, const json::object& data, const std::string& path)
{
    const auto province = text_at(data, path + ".province_code");
    const auto district = text_at(data, path + ".district_code");
    const auto commune = text_at(data, path + ".commune_code");
    const auto fits_on = [&](const civil_date& day) {
        if (!province.empty() && units.find(unit_level::province, province, day) == nullptr)
            return false;
        const auto* lower =
            district.empty() ? nullptr : units.find(unit_level::district, district, day);
        if (!district.empty() && (lower == nullptr || lower->parent != province)) return false;
        if (commune.empty()) return true;
        const auto* unit = units.find(unit_level::commune, commune, day);
        if (unit == nullptr) return false;
        const auto* parent = units.find(unit_level::district, unit->parent, day);
        const auto& above = parent == nullptr ? unit->parent : parent->parent;
        return above == province && (district.empty() || unit->parent == district);
    };
    // The last day of three tiers and the first of two: one period each (NĐ 120/2025).
    return fits_on({2025, 7, 1}) || fits_on({2025, 6, 30});
}

std::string name_of_unit(const check_context& context, unit_level level, std::string_view code)
{
    const auto* unit = context.known.units().find_any(level, code);
    return unit == nullptr ? std::string(code) : unit->name;
}

void check_address(
    const field_definition& field,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    if (!is_known(data, field.path)) return;
    const auto country = text_at(data, field.path + ".country");
    if (country.empty() && !is_known(data, field.path + ".as_written")) {
        out.push_back(found("address_complete", field.path));
        return;
    }
    if (!country.empty() && context.known.list("country").find(country) == nullptr)
        out.push_back(
            found("code_known", field.path + ".country", {same("value", std::string(country))})
        );
    if (country != "VN") return;
    const bool has_codes = is_known(data, field.path + ".province_code")
        && is_known(data, field.path + ".commune_code");
    const bool is_historic =
        text_at(data, "reg_type") == "2" && is_known(data, field.path + ".as_written");
    if (!has_codes && !is_historic)
        out.push_back(found("address_complete", field.path));
    else if (!units_fit(context.known.units(), data, field.path))
        out.push_back(found(
            "unit_in_parent",
            field.path,
            {same(
                 "commune",
                 name_of_unit(
                     context, unit_level::commune, text_at(data, field.path + ".commune_code")
                 )
             ),
             same(
                 "province",
                 name_of_unit(
                     context, unit_level::province, text_at(data, field.path + ".province_code")
                 )
             )}
        ));
}

void check_kind(
    const field_definition& field,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    if (field.is_code())
        check_code(field, data, context, out);
    else if (field.kind == "date" || field.kind == "partial_date")
        check_date(field, data, out);
    else if (field.kind == "address")
        check_address(field, data, context, out);
}

void remove_repeated(std::vector<finding>& findings)
{
    std::vector<finding> kept;
    for (auto& item : findings) {
        const auto is_same = [&item](const finding& other) {
            return other.rule == item.rule && other.field == item.field;
        };
        if (std::none_of(kept.begin(), kept.end(), is_same)) kept.push_back(std::move(item));
    }
    findings = std::move(kept);
}

} // namespace

bool must_be_blank(const event_definition& event, std::size_t field_index, const json::object& data)
{
    if (event.fields[field_index].blank_when.holds(data)) return true;
    return std::any_of(event.pages.begin(), event.pages.end(), [&](const form_page& page) {
        const bool on_page =
            std::find(page.fields.begin(), page.fields.end(), field_index) != page.fields.end();
        return on_page && page.blank_when.holds(data);
    });
}

std::vector<finding> check_structure(
    const event_definition& event, const json::object& data, const check_context& context
)
{
    std::vector<finding> out;
    if (has_long_text(data)) {
        find_long_texts(data, "", out);
        return out;
    }
    explain_misfits(event, data, context.known, out);
    check_presence(event, data, context, out);
    for (const auto& field : event.fields) {
        check_kind(field, data, context, out);
        const auto& rows = rows_at(data, field.path);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (auto column : field.columns) {
                column.path = cell_path(field.path, i, column.path);
                check_kind(column, data, context, out);
            }
    }
    remove_repeated(out);
    return out;
}

} // namespace hotich
