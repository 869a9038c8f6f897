// Signing in and out.
//
// POST /v1/session {"name","password","code"?} → {"token","expires_at","account":{…}}. The token
//     goes into "Authorization: Bearer …". A role above the office wants the code of a second
//     factor: 403 "second_factor_needed" where it is missing. Who guesses waits: 429.
// POST /v1/password {"old","new"} → {"account":{…}}: the own one, good on every desk too
// GET /v1/session → {"account":{…}}          DELETE /v1/session: the token is nothing any more.
#include "syncserver/routes/account_json.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/json_body.h"
#include "syncserver/routes/signer.h"

namespace hotich {

namespace {

constexpr std::size_t max_sign_in_bytes = 4096;

result<sign_in_request> read_sign_in(const http_request& request)
{
    TRY(const auto source, read_json_body(request, max_sign_in_bytes));
    sign_in_request out;
    TRY(out.name, string_member(source, "name"));
    TRY(out.password, string_member(source, "password"));
    out.code = text_at(source, "code");
    out.address = request.address;
    return out;
}

http_response refusal_of(const failure& why)
{
    if (why.code == failure_code::busy) {
        auto out = error_answer(429, {name_of(why.code), "sign_in_waits", "wait, then try again"});
        out.headers.push_back({"Retry-After", why.detail});
        return out;
    }
    if (why.code != failure_code::not_allowed) return failure_answer(why);
    auto out = error_answer(403, {name_of(why.code), why.detail, why.detail});
    out.is_failed_sign_in = true;
    return out;
}

} // namespace

http_response post_session(const route_call& call)
{
    const auto asked = read_sign_in(call.request);
    if (!asked) return failure_answer(asked.error());
    const auto begun = call.services.accounts.sign_in(*asked);
    if (!begun) return refusal_of(begun.error());
    call.services.journal.write(log_level::info, "signed_in", {{"account", begun->who.id}});
    return json_answer(
        {{"token", begun->token},
         {"expires_at", begun->expires.ms},
         {"account", account_json(begun->who)}}
    );
}

http_response post_password(const route_call& call)
{
    const auto source = read_json_body(call.request, max_sign_in_bytes);
    if (!source) return failure_answer(source.error());
    const auto old_one = string_member(*source, "old");
    const auto new_one = string_member(*source, "new");
    if (!old_one || !new_one) return failure_answer(old_one ? new_one.error() : old_one.error());
    const auto changed = call.services.accounts.change_own_password(
        {call.who->name, *old_one, "", call.request.address}, *new_one
    );
    if (!changed) return refusal_of(changed.error());
    return json_answer({{"account", account_json(*changed)}});
}

http_response get_session(const route_call& call)
{
    return json_answer({{"account", account_json(*call.who)}});
}

http_response delete_session(const route_call& call)
{
    const auto ended = call.services.accounts.sign_out(bearer_token(call.request));
    if (!ended) return failure_answer(ended.error());
    return json_answer({{"account", account_json(*call.who)}});
}

} // namespace hotich
