// JSON as the project uses it: Boost.JSON values, read strictly, addressed by dotted paths
// ("child.full_name"), because that is how the domain names its fields. Used by definitions,
// records, rules, sync.
#pragma once

#include "common/base/result.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace hotich {

namespace json = boost::json;

/// The largest JSON text that is read at all; a record is about 2 KB.
inline constexpr std::size_t max_json_bytes = 4u * 1024u * 1024u;

/// Reads one JSON document. The failure says line and column; UTF-8 is checked, depth is limited
/// to 32.
result<json::value> parse_json(std::string_view text);

/// Reads a document that must be an object.
result<json::object> parse_json_object(std::string_view text);

/// Reads a JSON file of at most max_json_bytes.
result<json::value> read_json_file(const std::string& path);

/// The value at a dotted path, or null where any step is missing. Rows of a list are counted from
/// 0: "stays.0.place".
const json::value* find_path(const json::object& root, std::string_view path);

/// The text at a path; empty where there is none or it is not a string.
std::string_view text_at(const json::object& root, std::string_view path);

/// The object at a path; null where there is none.
const json::object* object_at(const json::object& root, std::string_view path);

/// The list at a path; an empty one where there is none.
const json::array& rows_at(const json::object& root, std::string_view path);

/// Whether the path holds anything a clerk would call filled in: not null, not "", not {} or [] of
/// such.
bool is_known(const json::object& root, std::string_view path);
bool is_known(const json::value& value);

/// Sets a value, making the objects on the way. A step that is no object is replaced.
void set_path(json::object& root, std::string_view path, json::value value);

/// Removes a value and the objects that become empty.
void remove_path(json::object& root, std::string_view path);

// Typed reading of members of messages: what is missing or of another type is invalid_input and
// names the member.
result<std::string> string_member(const json::object& object, std::string_view name);
result<std::int64_t> integer_member(const json::object& object, std::string_view name);
/// The member where it is an integer, else `otherwise`.
std::int64_t integer_or(const json::object& object, std::string_view name, std::int64_t otherwise);
result<bool> boolean_member(const json::object& object, std::string_view name);

std::string to_text(const json::value& value);

} // namespace hotich
