// The version of the program, from the build.
#pragma once

#include <string_view>

namespace hotich {

inline constexpr std::string_view server_version = HOTICH_VERSION;

} // namespace hotich
