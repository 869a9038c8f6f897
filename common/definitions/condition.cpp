#include "common/definitions/condition.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr const char* shapes = "known, equals, one_of, all, any, not";

failure malformed(std::string_view what)
{
    return {failure_code::invalid_input, "condition: " + std::string(what)};
}

std::string scalar_text(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string()) : to_text(value);
}

bool is_one_of(const json::value& value, const std::vector<std::string>& wanted)
{
    const auto contains = [&wanted](std::string_view text) {
        return std::find(wanted.begin(), wanted.end(), text) != wanted.end();
    };
    const auto* text = value.if_string();
    return text != nullptr ? contains(*text) : contains(to_text(value));
}

} // namespace

condition condition::never()
{
    condition out;
    out.m_shape = shape::any;
    return out;
}

result<condition> condition::parse(const json::value& definition)
{
    const auto* object = definition.if_object();
    if (object == nullptr || object->size() != 1)
        return malformed(std::string("one of ") + shapes + " is expected");
    const auto& [name, body] = *object->begin();
    condition out;
    if (name == "known") {
        if (!body.is_string()) return malformed("known takes a path");
        out.m_shape = shape::known;
        out.m_path = body.get_string();
        return out;
    }
    if (name == "equals" || name == "one_of") {
        const auto* pair = body.if_array();
        if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_string())
            return malformed(std::string(name) + " takes [path, value]");
        out.m_shape = shape::one_of;
        out.m_path = (*pair)[0].get_string();
        const auto& wanted = (*pair)[1];
        if (name == "equals")
            out.m_values.push_back(scalar_text(wanted));
        else if (!wanted.is_array())
            return malformed("one_of takes [path, [values]]");
        else
            for (const auto& value : wanted.get_array())
                out.m_values.push_back(scalar_text(value));
        return out;
    }
    if (name == "not") {
        TRY(auto part, parse(body));
        out.m_shape = shape::negation;
        out.m_parts.push_back(std::move(part));
        return out;
    }
    if (name != "all" && name != "any")
        return malformed("unknown shape \"" + std::string(name) + "\", not one of " + shapes);
    if (!body.is_array()) return malformed(std::string(name) + " takes a list");
    out.m_shape = name == "all" ? shape::all : shape::any;
    for (const auto& item : body.get_array()) {
        TRY(auto part, parse(item));
        out.m_parts.push_back(std::move(part));
    }
    return out;
}

bool condition::holds(const json::object& data) const
{
    const auto part_holds = [&data](const condition& part) { return part.holds(data); };
    switch (m_shape) {
    case shape::always:
        return true;
    case shape::known:
        return is_known(data, m_path);
    case shape::one_of: {
        const auto* value = find_path(data, m_path);
        return value != nullptr && is_one_of(*value, m_values);
    }
    case shape::all:
        return std::all_of(m_parts.begin(), m_parts.end(), part_holds);
    case shape::any:
        return std::any_of(m_parts.begin(), m_parts.end(), part_holds);
    case shape::negation:
        return !m_parts.front().holds(data);
    }
    return false;
}

std::vector<std::string> condition::paths() const
{
    std::vector<std::string> out;
    if (!m_path.empty()) out.push_back(m_path);
    for (const auto& part : m_parts)
        for (auto& path : part.paths())
            out.push_back(std::move(path));
    return out;
}

condition condition::under(const std::string& prefix) const
{
    auto out = *this;
    if (!out.m_path.empty()) out.m_path = prefix + out.m_path;
    for (auto& part : out.m_parts)
        part = part.under(prefix);
    return out;
}

} // namespace hotich
