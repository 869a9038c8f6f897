#include "common/papers/paper_values.h"

#include "common/base/text.h"
#include "common/papers/notes.h"
#include "common/rules/due_date.h"

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

/// "07:35" as hour "07" and minute "35".
std::string part_of_time(std::string_view time, const std::string& part)
{
    const auto colon = time.find(':');
    if (colon == std::string_view::npos) return {};
    return std::string(part == "hour" ? time.substr(0, colon) : time.substr(colon + 1));
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
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (part.empty()) return;
        if (!text.empty()) text += text.back() == '.' ? " " : ". ";
        text += part;
    };
    const auto birth_case = text_at(source.content.data, "birth_case");
    const auto* entry = source.known.list("birth_case").find(birth_case);
    if (entry != nullptr && (birth_case == "4" || birth_case == "5"))
        add(entry->aliases.empty() ? entry->label_vi : entry->aliases.front());
    add(std::string(text_at(source.content.data, "notes")));
    add(notes_on_copies(source.known, source.content));
    return text;
}

std::string joined_texts(const json::object& from, std::string_view member)
{
    std::string text;
    for (const auto& item : rows_at(from, member)) {
        const auto* object = item.if_object();
        const auto part = object == nullptr
            ? (item.is_string() ? std::string(item.get_string()) : "")
            : std::string(text_at(*object, "name"));
        if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

/// Of a dossier before its registration: receipt, request for papers, refusal, apology.
std::string dossier_value(const paper_source& source, const std::string& name)
{
    const auto& dossier = source.content.dossier;
    const auto* event = source.known.find_event(source.content.event);
    if (name == "number") return std::string(text_at(dossier, "number"));
    if (name == "event_title") return event == nullptr ? source.content.event : event->title.vi;
    if (name == "received_at")
        return to_iso(date_in_vietnam({integer_or(dossier, "received_at", 0)}));
    if (name == "due_at") {
        const auto due = due_on(source.known, source.content);
        return due ? to_iso(*due) : std::string();
    }
    if (name == "new_due_at") return std::string(text_at(dossier, "new_due_on"));
    if (name == "papers_text") return joined_texts(dossier, "papers");
    if (name == "missing_text") return joined_texts(dossier, "missing");
    if (name == "officer_name") return std::string(text_at(dossier, "received_by"));
    if (name == "requester_name") {
        const auto asked = text_at(source.content.data, "requester.full_name");
        const auto subject = event == nullptr ? std::string() : event->subject + ".full_name";
        return std::string(asked.empty() ? text_at(source.content.data, subject) : asked);
    }
    if (name != "reason") return {};
    for (const auto* member : {"refusal", "delay_reason"})
        if (const auto reason = text_at(dossier, member); !reason.empty())
            return std::string(reason);
    return {};
}

/// The paper's name without "(bản sao)", which a copy prints by itself.
std::string title_of_entry(const paper_source& source, const paper_definition& paper)
{
    auto title = paper.title.vi;
    const auto mark = " " + source.known.message("words", "copy_mark").vi;
    const auto at = title.rfind(mark);
    if (at != std::string::npos) title.erase(at);
    return title;
}

bool is_date_value(const std::string& field)
{
    return field == "entry.reg_date" || field == "issue.date" || field == "dossier.received_at"
        || field == "dossier.due_at" || field == "dossier.new_due_at";
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
    if (field == "entry.annotations_text") return notes_on_copies(source.known, source.content);
    if (field == "entry.book_no") return source.book_no;
    if (field == "items.text") return items_text(source.known, source.content.data);
    if (field == "paper.title_upper") return to_upper(title_of_entry(source, paper));
    if (field == "office.name") return office.name;
    if (field.rfind("dossier.", 0) == 0) return dossier_value(source, field.substr(8));
    if (field == "office.province_name_upper") return to_upper(office.province_name);
    if (field == "office.commune_name_upper") return to_upper(office.commune_name);
    if (field == "office.place_name") {
        const auto* unit =
            source.known.units().find(unit_level::commune, office.code, source.issued_on);
        return unit == nullptr ? office.commune_name : without_type(unit->name, unit->type);
    }
    if (field == "issue.date") return to_iso(source.issued_on);
    if (field == "issue.number") return source.number;
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
        return is_date_value(field) ? display_date(value) : value;
    }
    if (wants_part) return part_of_date(text_at(source.current, field), format);
    if (format == "hour" || format == "minute")
        return part_of_time(text_at(source.current, field), format);
    const auto* event = source.known.find_event(source.content.event);
    if (event == nullptr) return {};
    value = display_value(source.known, *event, source.current, field, "vi");
    const auto* definition = event->find_field(field);
    return definition != nullptr && definition->kind == "words" ? capitalised(value) : value;
}

} // namespace hotich
