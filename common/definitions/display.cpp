#include "common/definitions/display.h"

#include "common/base/text.h"

#include <algorithm>

namespace hotich {

namespace {

void add_part(std::string& text, std::string_view part, std::string_view separator)
{
    if (part.empty()) return;
    if (!text.empty()) text += separator;
    text += part;
}

std::string label_of(const code_list& list, std::string_view code, std::string_view language)
{
    const auto* entry = list.find(code);
    if (entry == nullptr) return std::string(code);
    return language == "en" && !entry->label_en.empty() ? entry->label_en : entry->label_vi;
}

/// "Căn cước công dân số 001190000001, nơi cấp …, cấp ngày …" (domain §3.1).
std::string id_document_text(
    const definitions& known, const json::object& document, std::string_view language
)
{
    const auto number = text_at(document, "number");
    if (number.empty()) return {};
    const auto other = std::string(text_at(document, "other_name"));
    const auto type = other.empty()
        ? label_of(known.list("id_document_type"), text_at(document, "type"), language)
        : other;
    const auto words = [&](const char* id,
                           std::vector<std::pair<std::string, std::string>> arguments) {
        return replace_placeholders(known.message("words", id).in(language), arguments);
    };
    auto text = words("id_document_number", {{"type", type}, {"number", std::string(number)}});
    if (const auto place = text_at(document, "issue_place"); !place.empty())
        text += ", " + words("issued_by", {{"place", std::string(place)}});
    if (const auto date = text_at(document, "issue_date"); !date.empty())
        text += ", " + words("issued_on", {{"date", display_date(date)}});
    return text;
}

/// The day by which the units of an address are named: the birth for a place of birth, else the
/// registration.
civil_date day_of(const json::object& data, std::string_view path)
{
    const bool is_birth_place = path.find("birth_place") != std::string_view::npos
        || path.find("home_place") != std::string_view::npos;
    const auto registered = parse_date(text_at(data, "reg_date"));
    const auto birth = parse_partial_date(
        text_at(data, std::string(path.substr(0, path.find('.'))) + ".birth_date")
    );
    if (is_birth_place && birth && exists(*birth)) return for_age_test(*birth);
    return registered.value_or(civil_date{2026, 1, 1});
}

} // namespace

std::string commune_name(const definitions& known, std::string_view code)
{
    const auto* unit = known.units().find_any(unit_level::commune, code);
    return unit == nullptr ? std::string(code) : unit->name;
}

std::string committee_name(const definitions& known, std::string_view code)
{
    const auto* unit = known.units().find_any(unit_level::commune, code);
    if (unit == nullptr) return std::string(code);
    return known.message("words", "committee_short").vi + " " + lower_first(unit->name);
}

std::string told_label(
    const event_definition& event, const std::string& path, std::string_view language
)
{
    const auto* field = event.find_field(path);
    if (field == nullptr) return path;
    const auto namesakes =
        std::count_if(event.fields.begin(), event.fields.end(), [field](const auto& other) {
            return other.label.vi == field->label.vi;
        });
    const auto& label = field->label.in(language);
    if (namesakes < 2) return label;
    for (const auto& page : event.pages)
        for (const auto index : page.fields)
            if (event.fields[index].path == path)
                return label + " (" + page.title.in(language) + ")";
    return label;
}

std::string display_date(std::string_view iso)
{
    const auto date = parse_partial_date(iso);
    return date ? to_display(*date) : std::string(iso);
}

std::string address_text(
    const definitions& known,
    const json::object& address,
    const civil_date& on,
    std::string_view language
)
{
    if (const auto written = text_at(address, "as_written"); !written.empty())
        return std::string(written);
    const auto& units = known.units();
    std::string text(text_at(address, "detail"));
    const auto add_unit = [&](unit_level level, const char* member) {
        const auto code = text_at(address, member);
        const auto* unit = units.find(level, code, on);
        if (unit == nullptr) unit = units.find_any(level, code);
        add_part(text, unit == nullptr ? std::string(code) : unit->name, ", ");
    };
    add_unit(unit_level::commune, "commune_code");
    add_unit(unit_level::district, "district_code");
    add_unit(unit_level::province, "province_code");
    const auto country = text_at(address, "country");
    if (!country.empty() && country != "VN")
        add_part(text, label_of(known.list("country"), country, language), ", ");
    return text;
}

std::string display_value(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    const std::string& path,
    std::string_view language
)
{
    const auto* value = find_path(data, path);
    if (value == nullptr || !is_known(*value)) return {};
    if (const auto* object = value->if_object()) {
        const bool is_document = object->contains("number") || object->contains("type");
        return is_document ? id_document_text(known, *object, language)
                           : address_text(known, *object, day_of(data, path), language);
    }
    if (value->is_bool())
        return known.message("words", value->get_bool() ? "yes" : "no").in(language);
    if (!value->is_string()) return to_text(*value);
    const auto text = std::string(value->get_string());
    const auto* field = event.find_field(path);
    if (field == nullptr) return text;
    if (field->automatic == "office_code") return commune_name(known, text);
    if (field->is_code()) return label_of(known.list(field->list_name()), text, language);
    if (field->kind == "date" || field->kind == "partial_date") return display_date(text);
    return text;
}

} // namespace hotich
