// How answers are worded: JSON documents and errors. Used by the handlers.
//
// error  {"error":{"code":name of a failure_code,"reason":…?,"detail":English}}
//        reason tells a client's program what the code alone does not: "replayed",
//        "protocol_version", "too_many"
#pragma once

#include "common/base/json.h"
#include "syncserver/http/types.h"

namespace hotich {

struct answer_error
{
    std::string code;
    std::string reason; ///< "" where the code says enough
    std::string detail;
};

http_response json_answer(const json::object& body);
http_response error_answer(int http_status, const answer_error& error);
/// The status follows from the code.
http_response failure_answer(const failure& error);
/// 429, reason "too_many": come again after so many seconds.
http_response too_many_answer(int retry_after_s, std::string detail);

} // namespace hotich
