#include "syncserver/routes/signer.h"

#include "common/sync/request_signature.h"
#include "common/sync/server_word.h"
#include "syncserver/routes/answers.h"

namespace hotich {

namespace {

http_response failed_sign_in(http_response answer)
{
    answer.is_failed_sign_in = true;
    return answer;
}

http_response unauthorized(std::string detail)
{
    auto out = error_answer(401, {name_of(failure_code::not_allowed), "", std::move(detail)});
    out.headers.push_back({"WWW-Authenticate", "Hotich"});
    return failed_sign_in(std::move(out));
}

} // namespace

std::variant<http_response, std::string> signer_of(const route_call& call)
{
    const auto header = call.request.header("authorization");
    if (header.empty()) return unauthorized("the request is not signed");
    const auto given = parse_authorization(header);
    if (!given) return unauthorized(given.error().detail);
    const auto key = call.services.exchanges.desk_key(std::string(call.parameter), given->desk);
    if (!key) {
        auto refusal = failure_answer(key.error());
        if (refusal.status != 403) return refusal;
        const auto word =
            call.services.exchanges.shut_out_word_for(std::string(call.parameter), given->desk);
        if (word) refusal.headers.push_back({shut_out_header, *word});
        return failed_sign_in(std::move(refusal));
    }
    const auto message = request_message(
        {call.request.method, call.request.target, given->at_ms, given->nonce, call.request.body}
    );
    if (!is_signed_by(message, given->signature, *key))
        return failed_sign_in(failure_answer(
            {failure_code::not_allowed, "the signature of the request is not this desk's"}
        ));
    // Before the nonce: who is told to come again may come with the same request.
    const auto later = call.services.budget.take(
        given->desk, call.request.body.size(), std::chrono::steady_clock::now()
    );
    if (later) return too_many_answer(*later, "this desk has sent more than it may");
    if (!call.services.nonces.take(given->desk, given->nonce))
        return error_answer(
            409, {name_of(failure_code::conflict), "replayed", "this request was sent before"}
        );
    return given->desk;
}

void add_word(http_response& answer, const route_call& call)
{
    const auto given = parse_authorization(call.request.header("authorization"));
    if (!given) return;
    const auto& services = call.services;
    answer.headers.push_back(
        {clock_skew_header, std::to_string(given->at_ms - services.time.now().ms)}
    );
    if (!services.next_certificate.empty())
        answer.headers.push_back({next_certificate_header, services.next_certificate});
}

std::string bearer_token(const http_request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("authorization");
    return header.starts_with(scheme) ? std::string(header.substr(scheme.size())) : std::string();
}

std::variant<http_response, account> signed_in(const route_call& call)
{
    const auto token = bearer_token(call.request);
    if (token.empty()) return unauthorized("this path is for whoever is signed in");
    auto who = call.services.accounts.session_of(token);
    if (who) return std::move(*who);
    if (who.error().code == failure_code::not_allowed) return unauthorized(who.error().detail);
    return failure_answer(who.error());
}

} // namespace hotich
