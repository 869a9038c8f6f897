// How parts are named in requests and answers. Used by the handlers of sync, parts and scans.
#pragma once

#include "syncserver/routes/route.h"

#include <optional>
#include <string>
#include <string_view>

namespace hotich {

inline constexpr const char* part_header = "Hotich-Part"; ///< SHA-256 of the whole body

/// Whose a part is: nobody else sees it.
std::string part_owner(const route_call& call, const std::string& desk);

/// The value of a name in "/path?name=value&…"; "" where it is not there. Nothing is unescaped: our
/// values are plain.
std::string_view query_value(std::string_view target, std::string_view name);
/// The same as a number; nothing where it is none.
std::optional<std::size_t> query_number(std::string_view target, std::string_view name);

} // namespace hotich
