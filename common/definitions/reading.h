// Small readers of a definition's JSON, shared by the files that parse its parts. Failures name the
// place in the definition. Inside common/definitions only.
#pragma once

#include "common/definitions/event_definition.h"

#include <algorithm>

namespace hotich {

inline failure at_place(const std::string& place, const std::string& what)
{
    return {failure_code::invalid_input, place + ": " + what};
}

bilingual bilingual_of(const json::object& object, std::string_view name);
std::vector<std::string> texts_of(const json::value* value);
result<severity> severity_of(const std::string& place, std::string_view name);
validity validity_of(const json::object& object);
/// `absent` where the object has no such member; true and false stand for always and never.
result<condition> condition_of(const json::object& object, std::string_view name, condition absent);
bool is_set(const json::object& object, std::string_view name);
int number_of(const json::object& object, std::string_view name, int otherwise);

/// Every text that begins with "." is a path of the block itself; `prefix` ("wife.", or "") makes
/// it one of the event.
json::value absolute(const json::value& relative, const std::string& prefix);

template <class Reader>
status for_each_object(const json::object& source, std::string_view name, const Reader& read)
{
    const auto* list = source.if_contains(name);
    if (list == nullptr) return {};
    if (!list->is_array()) return at_place(std::string(name), "must be a list");
    for (const auto& item : list->get_array()) {
        if (!item.is_object()) return at_place(std::string(name), "must be a list of objects");
        TRY_STATUS(read(item.get_object()));
    }
    return {};
}

// form_reader.cpp
status read_form(const json::object& source, const block_loader& load, event_definition& event);
// effects.cpp
status read_effects(const json::object& source, event_definition& event);

} // namespace hotich
