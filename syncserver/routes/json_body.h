// A small JSON document as the body of a request. Used by the handlers of enrolment, sessions and
// accounts.
#pragma once

#include "common/base/json.h"
#include "syncserver/http/types.h"

namespace hotich {

/// invalid_input: larger than `max_bytes`, or no object.
inline result<json::object> read_json_body(const http_request& request, std::size_t max_bytes)
{
    if (request.body.size() > max_bytes)
        return failure{failure_code::invalid_input, "the body is too large"};
    return parse_json_object(request.body);
}

} // namespace hotich
