#include "common/papers/paper_values.h"

#include "common/base/text.h"

#include <algorithm>

namespace hotich {

namespace {

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
    if (!notes.empty()) legal += ". " + notes;
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
