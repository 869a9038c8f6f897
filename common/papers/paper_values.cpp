#include "common/papers/paper_values.h"

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

std::string display_date(std::string_view iso)
{
    const auto date = parse_partial_date(iso);
    return date ? to_display(*date) : std::string(iso);
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

std::string part_of_date(std::string_view iso, const std::string& part)
{
    const auto date = parse_partial_date(iso);
    if (!date) return {};
    const auto two = [](int value) {
        return value == 0 ? "" : (value < 10 ? "0" : "") + std::to_string(value);
    };
    if (part == "day") return two(date->day);
    if (part == "month") return two(date->month);
    return std::to_string(date->year);
}

std::string without_type(const std::string& name, const std::string& type)
{
    if (!type.empty() && name.size() > type.size() && name.compare(0, type.size(), type) == 0)
        return name.substr(type.size() + 1);
    return name;
}

/// Domain §3.1: the book's side boxes become the note of the extract.
std::string notes_text(const paper_source& source)
{
    auto notes = std::string(text_at(source.content.data, "notes"));
    const auto birth_case = text_at(source.content.data, "birth_case");
    if (birth_case != "4" && birth_case != "5") return notes;
    const auto* entry = source.known.list("birth_case").find(birth_case);
    std::string legal = entry == nullptr ? std::string()
        : entry->aliases.empty()         ? entry->label_vi
                                         : entry->aliases.front();
    add_part(legal, notes, ". ");
    return legal;
}

std::string computed(
    const paper_source& source,
    const paper_definition& paper,
    const std::string& field,
    bool& is_computed
)
{
    const auto& office = source.office;
    is_computed = true;
    if (field == "entry.number")
        return source.content.number ? to_display(*source.content.number) : "";
    if (field == "entry.reg_date") return std::string(text_at(source.content.data, "reg_date"));
    if (field == "entry.reg_office_text")
        return office.name + ", " + lower_first(office.province_name);
    if (field == "entry.notes_text") return notes_text(source);
    if (field == "office.province_name_upper") return to_upper(office.province_name);
    if (field == "office.commune_name_upper") return to_upper(office.commune_name);
    if (field == "office.place_name") {
        const auto* unit =
            source.known.units().find(unit_level::commune, office.code, source.issued_on);
        return unit == nullptr ? office.commune_name : without_type(unit->name, unit->type);
    }
    if (field == "issue.date") return to_iso(source.issued_on);
    if (field == "issue.number")
        return (source.content.number ? to_display(*source.content.number) : "") + "/"
            + paper.number_suffix;
    if (field == "issue.signer_name")
        return office.signatories.empty() ? "" : office.signatories.front().name;
    if (field == "issue.signer_title")
        return office.signatories.empty() ? "" : office.signatories.front().title;
    if (field == "check_token") return source.token;
    is_computed = false;
    return {};
}

} // namespace

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
    if (field->is_code()) return label_of(known.list(field->list_name()), text, language);
    if (field->kind == "date" || field->kind == "partial_date") return display_date(text);
    return text;
}

std::string paper_value(
    const paper_source& source,
    const paper_definition& paper,
    const std::string& field,
    const std::string& format
)
{
    bool is_computed = false;
    auto value = computed(source, paper, field, is_computed);
    const bool wants_part = format == "day" || format == "month" || format == "year";
    if (is_computed) {
        if (wants_part) return part_of_date(value, format);
        return field == "entry.reg_date" || field == "issue.date" ? display_date(value) : value;
    }
    if (wants_part) return part_of_date(text_at(source.content.data, field), format);
    const auto* event = source.known.find_event(source.content.event);
    if (event == nullptr) return {};
    value = display_value(source.known, *event, source.content.data, field, "vi");
    const auto* definition = event->find_field(field);
    return definition != nullptr && definition->kind == "words" ? capitalised(value) : value;
}

} // namespace hotich
