// Who signed a request: every route that a desk uses asks this first
// (common/sync/request_signature.h), with its nonce and its budget. Used by the handlers of sync,
// notice and parts.
#pragma once

#include "syncserver/routes/route.h"

#include <variant>

namespace hotich {

/// The answer that refuses, or the desk that signed the request.
std::variant<http_response, std::string> signer_of(const route_call& call);

} // namespace hotich
