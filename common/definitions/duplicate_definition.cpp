#include "common/definitions/duplicate_definition.h"

#include "common/definitions/reading.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::array<std::string_view, agreement_count> agreement_names{
    "equal", "unmarked", "marks", "swapped", "close", "partial", "near", "different", "missing"};

constexpr std::array<std::string_view, 6> form_names{
    "name", "day", "year", "number", "code", "sitting"};

const std::string the_place = "duplicates";

std::optional<value_form> form_of(std::string_view name)
{
    const auto found = std::find(form_names.begin(), form_names.end(), name);
    if (found == form_names.end()) return std::nullopt;
    return static_cast<value_form>(found - form_names.begin());
}

std::vector<std::string> fields_of(const json::value& source)
{
    if (const auto* text = source.if_string()) return {std::string(*text)};
    return texts_of(&source);
}

/// {"name": path}
result<compared_value> key_part_of(const json::value& source)
{
    const auto* object = source.if_object();
    if (object == nullptr || object->size() != 1)
        return at_place(the_place, "a part of a key is one form and its field");
    const auto& part = *object->begin();
    const auto form = form_of(part.key());
    compared_value out{fields_of(part.value()), form.value_or(value_form::code)};
    if (!form || out.fields.empty())
        return at_place(the_place, "a part of a key is one form and its field");
    return out;
}

result<duplicate_definition::key> key_of(const json::value& source)
{
    duplicate_definition::key out;
    if (!source.is_array() || source.get_array().empty())
        return at_place(the_place, "a key is a list of parts");
    for (const auto& item : source.get_array()) {
        TRY(auto part, key_part_of(item));
        out.push_back(std::move(part));
    }
    return out;
}

result<duplicate_comparison> comparison_of(const json::object& source)
{
    const auto* field = source.if_contains("field");
    const auto form = form_of(text_at(source, "by"));
    const auto* weights = object_at(source, "weights");
    if (field == nullptr || fields_of(*field).empty() || !form || weights == nullptr)
        return at_place(the_place, "what is compared has field, by and weights");
    duplicate_comparison out{{fields_of(*field), *form}, {}};
    for (const auto& [name, weight] : *weights) {
        const auto at = agreement_of(name);
        if (!at || !weight.is_int64())
            return at_place(the_place, "no such weight: " + std::string(name));
        out.weights.at(static_cast<std::size_t>(*at)) = number_of(*weights, name, 0);
    }
    return out;
}

} // namespace

const char* name_of(agreement value)
{
    return agreement_names.at(static_cast<std::size_t>(value)).data();
}

std::optional<agreement> agreement_of(std::string_view name)
{
    const auto found = std::find(agreement_names.begin(), agreement_names.end(), name);
    if (found == agreement_names.end()) return std::nullopt;
    return static_cast<agreement>(found - agreement_names.begin());
}

std::vector<std::string> duplicate_definition::paths() const
{
    auto out = holds_while.paths();
    const auto take = [&out](const compared_value& value) {
        out.insert(out.end(), value.fields.begin(), value.fields.end());
    };
    for (const auto& parts : keys)
        std::for_each(parts.begin(), parts.end(), take);
    for (const auto& item : compared)
        take(item.value);
    return out;
}

result<duplicate_definition> parse_duplicate_definition(const json::object& event)
{
    duplicate_definition out;
    const auto* source = object_at(event, "duplicates");
    if (source == nullptr) return out;
    out.threshold = number_of(*source, "threshold", 0);
    if (out.threshold <= 0) return at_place(the_place, "a threshold is needed");
    TRY(out.holds_while, condition_of(*source, "while", condition()));
    for (const auto& item : rows_at(*source, "keys")) {
        TRY(auto parts, key_of(item));
        out.keys.push_back(std::move(parts));
    }
    TRY_STATUS(for_each_object(*source, "compare", [&](const json::object& item) -> status {
        TRY(auto compared, comparison_of(item));
        out.compared.push_back(std::move(compared));
        return {};
    }));
    if (out.keys.empty() || out.compared.empty())
        return at_place(the_place, "keys and compare are needed");
    return out;
}

} // namespace hotich
