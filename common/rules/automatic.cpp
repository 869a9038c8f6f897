#include "common/rules/automatic.h"

#include "common/base/text.h"
#include "common/base/wording_vi.h"
#include "common/definitions/display.h"
#include "common/definitions/joint_event.h"

#include <algorithm>

namespace hotich {

namespace {

std::string path_in(const json::array& args, std::size_t n)
{
    return n < args.size() && args[n].is_string() ? std::string(args[n].get_string())
                                                  : std::string();
}

/// Domain §7.6: within the days "1" on time, after them "4" late; nothing where the dates do not
/// tell.
json::value reg_type_of(const json::object& data, const json::array& args)
{
    const auto birth = parse_date(text_at(data, path_in(args, 0)));
    const auto registered = parse_date(text_at(data, path_in(args, 1)));
    if (!birth || !registered) return nullptr;
    const int limit =
        args.size() > 2 && args[2].is_int64() ? static_cast<int>(args[2].get_int64()) : 60;
    return days_between(*birth, *registered) <= limit ? "1" : "4";
}

/// A date some months later; the last day of a shorter month (domain §6.3: calendar months).
json::value months_after(const json::object& data, const json::array& args)
{
    const auto from = parse_date(text_at(data, path_in(args, 0)));
    if (!from || args.size() < 2 || !args[1].is_int64()) return nullptr;
    return json::value(to_iso(add_months(*from, static_cast<int>(args[1].get_int64()))));
}

/// A sentence of messages.json by a code of the record, with the record's own values in it.
json::value sentence(
    const json::object& rule, const json::object& data, const automatic_values& values
)
{
    const auto code = std::string(text_at(data, std::string(text_at(rule, "by"))));
    if (code.empty() || values.known == nullptr || values.event == nullptr) return nullptr;
    const auto id = std::string(text_at(rule, "sentence")) + "." + code;
    auto text = values.known->message("sentences", id).vi;
    if (text == id) return nullptr;
    std::vector<std::pair<std::string, std::string>> arguments;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto path = text.substr(open + 1, text.find('}', open) - open - 1);
        arguments.emplace_back(path, display_value(*values.known, *values.event, data, path, "vi"));
    }
    return json::value(replace_placeholders(text, arguments));
}

json::value computed_value(
    const json::object& rule, const json::object& data, const automatic_values& values
)
{
    const auto* arguments = rule.begin()->value().if_array();
    const std::string_view name = rule.begin()->key();
    if (rule.contains("sentence")) return sentence(rule, data, values);
    if ((name == "birth_reg_type" || name == "late_after") && arguments != nullptr)
        return reg_type_of(data, *arguments);
    if (name == "add_months" && arguments != nullptr) return months_after(data, *arguments);
    const auto path = std::string(text_at(rule, name));
    if (name == "copy") {
        const auto* value = find_path(data, path);
        return value == nullptr ? json::value() : *value;
    }
    if (name != "date_in_words") return nullptr;
    const auto date = parse_partial_date(text_at(data, path));
    return date && exists(*date) ? json::value(date_in_words(*date)) : json::value();
}

json::value automatic_value(
    const json::value& rule, const json::object& data, const automatic_values& values
)
{
    const auto& signers = values.office.signatories;
    if (const auto* name = rule.if_string()) {
        if (*name == "today") return json::value(to_iso(values.today));
        if (*name == "office_code") return json::value(values.office.code);
        if (*name == "user_name") return json::value(values.user);
        if (*name == "signer_name" && !signers.empty()) return json::value(signers.front().name);
        if (*name == "signer_title" && !signers.empty()) return json::value(signers.front().title);
        return nullptr;
    }
    const auto* object = rule.if_object();
    return object == nullptr ? json::value() : computed_value(*object, data, values);
}

json::value default_value(
    const json::value& rule, const json::object& data, const automatic_values& values
)
{
    const auto* object = rule.if_object();
    if (object == nullptr) return rule;
    if (object->contains("by")) return nullptr; // a new form does not say yet which one
    if (const auto* path = object->if_contains("copy"); path != nullptr && path->is_string()) {
        const auto* value = find_path(data, std::string(path->get_string()));
        return value == nullptr ? json::value() : *value;
    }
    if (text_at(*object, "office") == "address")
        return json::object{
            {"country", "VN"},
            {"province_code", values.office.province_code},
            {"commune_code", values.office.code}};
    if (text_at(*object, "office") == "place_name")
        return json::value(values.office.commune_name + ", " + values.office.province_name);
    return rule;
}

void clean_value(json::value& value, const json::object* schema)
{
    if (auto* text = value.if_string()) {
        const bool is_name = schema != nullptr && text_at(*schema, "format") == "name";
        const std::string_view raw(text->data(), text->size());
        value = is_name ? clean_name(raw) : clean_text(raw);
        return;
    }
    if (auto* rows = value.if_array()) {
        const auto* items = schema == nullptr ? nullptr : schema->if_contains("items");
        for (auto& row : *rows)
            clean_value(row, items == nullptr ? nullptr : items->if_object());
    }
    auto* object = value.if_object();
    if (object == nullptr) return;
    const auto* properties = schema == nullptr ? nullptr : schema->if_contains("properties");
    for (auto& [name, member] : *object) {
        const auto* inner =
            properties == nullptr ? nullptr : properties->get_object().if_contains(name);
        clean_value(member, inner == nullptr ? nullptr : inner->if_object());
    }
    std::vector<std::string> empty;
    for (const auto& [name, member] : *object)
        if (!is_known(member)) empty.emplace_back(name);
    for (const auto& name : empty)
        object->erase(name);
}

} // namespace

namespace {

/// Each part fills its own fields, with what the other parts tell before its eyes.
void fill_parts(const event_definition& joint, json::object& data, const automatic_values& values)
{
    for (const auto& part : joint.parts) {
        auto own = part_data(part, data);
        fill_automatic(*part.definition, own, values);
        for (const auto& [field, path] : part.copies)
            remove_path(own, field);
        data[part.prefix] = std::move(own);
    }
}

} // namespace

void fill_automatic(
    const event_definition& event, json::object& data, const automatic_values& values
)
{
    if (event.is_joint()) return fill_parts(event, data, values);
    auto own = values;
    own.event = &event;
    // Twice, because an automatic field may rest on another that stands later in the form.
    for (int pass = 0; pass < 2; ++pass)
        for (const auto& field : event.fields) {
            if (field.automatic.is_null() || field.later || is_known(data, field.path)
                || field.blank_when.holds(data))
                continue;
            auto value = automatic_value(field.automatic, data, own);
            if (!value.is_null()) set_path(data, field.path, std::move(value));
        }
}

json::object new_form_data(const event_definition& event, const automatic_values& values)
{
    json::object data;
    for (const auto& field : event.fields) {
        if (field.default_value.is_null()) continue;
        auto value = default_value(field.default_value, data, values);
        if (!value.is_null()) set_path(data, field.path, std::move(value));
    }
    fill_automatic(event, data, values);
    return data;
}

void clean_data(const event_definition& event, json::object& data)
{
    json::value whole(std::move(data));
    clean_value(whole, &event.schema);
    data = std::move(whole.get_object());
}

} // namespace hotich
