// POST /v1/enrol  {"secret":base32,"public_key":hex} → {"office","desk","server_key","profile"}: a
// desk is enrolled with the secret of its code. The same key may ask again, for an answer that was
// lost.
#include "syncserver/routes/answers.h"
#include "syncserver/routes/json_body.h"
#include "syncserver/routes/route.h"

namespace hotich {

namespace {

constexpr std::size_t max_enrol_bytes = 4096;

struct enrol_request
{
    std::string secret;
    std::string public_key;
};

result<enrol_request> read_enrol_request(const http_request& request)
{
    TRY(const auto source, read_json_body(request, max_enrol_bytes));
    enrol_request out;
    TRY(out.secret, string_member(source, "secret"));
    TRY(out.public_key, string_member(source, "public_key"));
    if (!secret_key_of_hex(out.public_key))
        return failure{
            failure_code::invalid_input, "member \"public_key\" must have 64 hex digits"};
    return out;
}

} // namespace

http_response post_enrol(const route_call& call)
{
    const auto asked = read_enrol_request(call.request);
    if (!asked) return failure_answer(asked.error());
    const auto enrolled = call.services.exchanges.enrol(asked->secret, asked->public_key);
    if (!enrolled) {
        auto refusal = failure_answer(enrolled.error());
        refusal.is_failed_sign_in = enrolled.error().code == failure_code::not_allowed;
        return refusal;
    }
    call.services.journal.write(
        log_level::info, "desk_enrolled", {{"office", enrolled->office}, {"desk", enrolled->desk}}
    );
    return json_answer(
        {{"office", enrolled->office},
         {"desk", enrolled->desk},
         {"server_key", enrolled->server_key},
         {"profile", enrolled->profile}}
    );
}

} // namespace hotich
