#include "common/definitions/reading.h"

namespace hotich {

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
    return at_place(place, "severity \"" + std::string(name) + "\" is not block, warn or info");
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

bool is_set(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value != nullptr && *value == json::value(true);
}

int number_of(const json::object& object, std::string_view name, int otherwise)
{
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : otherwise;
}

json::value absolute(const json::value& relative, const std::string& prefix)
{
    if (const auto* text = relative.if_string()) {
        const std::string_view whole(text->data(), text->size());
        if (whole.size() < 2 || whole.front() != '.') return relative;
        return json::value(prefix + std::string(whole.substr(1)));
    }
    if (const auto* array = relative.if_array()) {
        json::array out;
        for (const auto& item : *array)
            out.push_back(absolute(item, prefix));
        return out;
    }
    const auto* object = relative.if_object();
    if (object == nullptr) return relative;
    json::object out;
    for (const auto& [name, member] : *object)
        out[name] = absolute(member, prefix);
    return out;
}

} // namespace hotich
