// Finds the route of a request, runs it, counts it, and turns what it throws into an answer. Called
// on the pool.
#pragma once

#include "syncserver/routes/route.h"

#include <optional>

namespace hotich {

/// What stands for {…} in the pattern where the path fits it; "" for a pattern without.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path);

http_response dispatch(const http_request& request, server_services& services);

} // namespace hotich
