#include "syncserver/routes/answers.h"

namespace hotich {

namespace {

constexpr const char* retry_after_s = "5";

int status_of(failure_code code)
{
    switch (code) {
    case failure_code::invalid_input:
        return 400;
    case failure_code::not_allowed:
        return 403;
    case failure_code::not_found:
        return 404;
    case failure_code::conflict:
        return 409;
    case failure_code::busy:
    case failure_code::offline:
    case failure_code::cancelled:
    case failure_code::storage_unavailable:
        return 503;
    case failure_code::corrupt_data:
    case failure_code::wrong_key:
        return 500;
    }
    return 500;
}

} // namespace

http_response json_answer(const json::object& body)
{
    return {200, {{"Content-Type", "application/json"}}, to_text(body)};
}

http_response error_answer(int http_status, const answer_error& error)
{
    json::object told{{"code", error.code}, {"detail", error.detail}};
    if (!error.reason.empty()) told["reason"] = error.reason;
    http_response out{
        http_status,
        {{"Content-Type", "application/json"}},
        to_text(json::object{{"error", std::move(told)}})};
    if (http_status == 503) out.headers.push_back({"Retry-After", retry_after_s});
    return out;
}

http_response failure_answer(const failure& error)
{
    return error_answer(status_of(error.code), {name_of(error.code), "", error.detail});
}

http_response too_many_answer(int retry_after_s, std::string detail)
{
    auto out = error_answer(429, {name_of(failure_code::busy), "too_many", std::move(detail)});
    out.headers.push_back({"Retry-After", std::to_string(retry_after_s)});
    return out;
}

} // namespace hotich
