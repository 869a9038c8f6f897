#include "syncserver/routes/signer.h"

#include "common/sync/request_signature.h"
#include "syncserver/routes/answers.h"

namespace hotich {

namespace {

http_response unauthorized(std::string detail)
{
    auto out = error_answer(401, {name_of(failure_code::not_allowed), "", std::move(detail)});
    out.headers.push_back({"WWW-Authenticate", "Hotich"});
    return out;
}

} // namespace

std::variant<http_response, std::string> signer_of(const route_call& call)
{
    const auto header = call.request.header("authorization");
    if (header.empty()) return unauthorized("the request is not signed");
    const auto given = parse_authorization(header);
    if (!given) return unauthorized(given.error().detail);
    const auto key = call.services.exchanges.desk_key(std::string(call.parameter), given->desk);
    if (!key) return failure_answer(key.error());
    const auto message = request_message(
        {call.request.method, call.request.target, given->at_ms, given->nonce, call.request.body}
    );
    if (!is_signed_by(message, given->signature, *key))
        return failure_answer(
            {failure_code::not_allowed, "the signature of the request is not this desk's"}
        );
    if (!call.services.nonces.take(given->desk, given->nonce))
        return error_answer(
            409, {name_of(failure_code::conflict), "replayed", "this request was sent before"}
        );
    return given->desk;
}

} // namespace hotich
