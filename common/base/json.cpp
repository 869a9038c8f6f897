#include "common/base/json.h"

#include "common/base/files.h"

#include <boost/json/parser.hpp>

#include <algorithm>
#include <charconv>

namespace hotich {

namespace {

failure at_position(std::string_view text, std::size_t offset, const std::string& what)
{
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto last_break = before.rfind('\n');
    const auto column =
        last_break == std::string_view::npos ? before.size() + 1 : before.size() - last_break;
    return {
        failure_code::invalid_input,
        "JSON: line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + what};
}

std::pair<std::string_view, std::string_view> split_first(std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) return {path, {}};
    return {path.substr(0, dot), path.substr(dot + 1)};
}

failure wrong_member(std::string_view name, const char* wanted)
{
    return {failure_code::invalid_input, "member \"" + std::string(name) + "\" must be " + wanted};
}

} // namespace

result<json::value> parse_json(std::string_view text)
{
    if (text.size() > max_json_bytes)
        return failure{
            failure_code::invalid_input,
            "JSON: larger than " + std::to_string(max_json_bytes / 1024 / 1024) + " MiB"};
    json::parser parser;
    boost::system::error_code error;
    const auto used = parser.write_some(text.data(), text.size(), error);
    if (error) return at_position(text, used, error.message());
    const auto rest = text.substr(used);
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos)
        return at_position(text, used, "more text after the document");
    return parser.release();
}

result<json::object> parse_json_object(std::string_view text)
{
    TRY(auto value, parse_json(text));
    if (!value.is_object())
        return failure{failure_code::invalid_input, "JSON: an object is expected"};
    return std::move(value.get_object());
}

result<json::value> read_json_file(const std::string& path)
{
    TRY(const auto text, read_file(path, max_json_bytes));
    return parse_json(text);
}

namespace {

/// "0" or "0.place": a row of a list, or a cell of it.
const json::value* find_in_rows(const json::array& rows, std::string_view path)
{
    const auto [row, rest] = split_first(path);
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(row.data(), row.data() + row.size(), index);
    if (error != std::errc() || end != row.data() + row.size() || index >= rows.size())
        return nullptr;
    if (rest.empty()) return &rows[index];
    const auto* inner = rows[index].if_object();
    return inner == nullptr ? nullptr : find_path(*inner, rest);
}

} // namespace

const json::value* find_path(const json::object& root, std::string_view path)
{
    const auto [head, rest] = split_first(path);
    const auto* value = root.if_contains(head);
    if (value == nullptr || rest.empty()) return value;
    if (const auto* rows = value->if_array()) return find_in_rows(*rows, rest);
    const auto* inner = value->if_object();
    return inner == nullptr ? nullptr : find_path(*inner, rest);
}

std::string_view text_at(const json::object& root, std::string_view path)
{
    const auto* value = find_path(root, path);
    if (value == nullptr || !value->is_string()) return {};
    return {value->get_string().data(), value->get_string().size()};
}

const json::object* object_at(const json::object& root, std::string_view path)
{
    const auto* value = find_path(root, path);
    return value == nullptr ? nullptr : value->if_object();
}

const json::array& rows_at(const json::object& root, std::string_view path)
{
    static const json::array none;
    const auto* value = find_path(root, path);
    const auto* rows = value == nullptr ? nullptr : value->if_array();
    return rows == nullptr ? none : *rows;
}

bool is_known(const json::value& value)
{
    if (value.is_null()) return false;
    if (const auto* text = value.if_string()) return !text->empty();
    if (const auto* object = value.if_object())
        return std::any_of(object->begin(), object->end(), [](const auto& member) {
            return is_known(member.value());
        });
    if (const auto* array = value.if_array())
        return std::any_of(array->begin(), array->end(), [](const auto& item) {
            return is_known(item);
        });
    return true;
}

bool is_known(const json::object& root, std::string_view path)
{
    const auto* value = find_path(root, path);
    return value != nullptr && is_known(*value);
}

void set_path(json::object& root, std::string_view path, json::value value)
{
    const auto [head, rest] = split_first(path);
    if (rest.empty()) {
        root[head] = std::move(value);
        return;
    }
    auto& inner = root[head];
    if (!inner.is_object()) inner.emplace_object();
    set_path(inner.get_object(), rest, std::move(value));
}

void remove_path(json::object& root, std::string_view path)
{
    const auto [head, rest] = split_first(path);
    if (rest.empty()) {
        root.erase(head);
        return;
    }
    auto* inner = root.if_contains(head);
    if (inner == nullptr || !inner->is_object()) return;
    remove_path(inner->get_object(), rest);
    if (inner->get_object().empty()) root.erase(head);
}

result<std::string> string_member(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return wrong_member(name, "a string");
    return std::string(value->get_string());
}

result<std::int64_t> integer_member(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_int64()) return wrong_member(name, "an integer");
    return value->get_int64();
}

std::int64_t integer_or(const json::object& object, std::string_view name, std::int64_t otherwise)
{
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : otherwise;
}

result<bool> boolean_member(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_bool()) return wrong_member(name, "true or false");
    return value->get_bool();
}

std::string to_text(const json::value& value) { return json::serialize(value); }

} // namespace hotich
