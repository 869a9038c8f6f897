// Who a request is from. Every route that a desk uses asks who signed it
// (common/sync/request_signature.h), with its nonce and its budget; the dispatcher asks who is
// signed in, where a route is for people.
#pragma once

#include "syncserver/routes/route.h"

#include <variant>

namespace hotich {

/// The answer that refuses, or the desk that signed the request.
std::variant<http_response, std::string> signer_of(const route_call& call);

/// What a desk is told with every answer (common/sync/server_word.h).
void add_word(http_response& answer, const route_call& call);

/// The answer that refuses, or the account whose session the request names.
std::variant<http_response, account> signed_in(const route_call& call);
/// What stands behind "Bearer " in the Authorization header; "" where there is none.
std::string bearer_token(const http_request& request);

} // namespace hotich
