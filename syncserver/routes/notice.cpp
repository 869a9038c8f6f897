// GET /v1/offices/{office}/notice: becomes a WebSocket over which the desk is told how far its
// office's feed goes, at once and whenever it grows. Signed like every request of a desk; the body
// that is signed is empty. What is told is no secret and no promise: the desk synchronises.
#include "syncserver/http/websocket.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/signer.h"

#include <algorithm>

namespace hotich {

namespace {

bool holds_word(std::string_view header, std::string_view word)
{
    const auto is_same = [](char a, char b) {
        const auto lower = a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a;
        return lower == b;
    };
    return std::search(header.begin(), header.end(), word.begin(), word.end(), is_same)
        != header.end();
}

/// What the client's key is answered with; nothing where no WebSocket is asked for.
std::optional<std::string> accepted_key(const http_request& request)
{
    if (!holds_word(request.header("upgrade"), "websocket")
        || !holds_word(request.header("connection"), "upgrade")
        || request.header("sec-websocket-version") != "13")
        return std::nullopt;
    return websocket_accept(request.header("sec-websocket-key"));
}

http_response upgrade_required()
{
    auto out = error_answer(
        426, {name_of(failure_code::invalid_input), "", "this path speaks WebSocket, version 13"}
    );
    out.headers.push_back({"Upgrade", "websocket"});
    out.headers.push_back({"Sec-WebSocket-Version", "13"});
    return out;
}

} // namespace

http_response get_notice(const route_call& call)
{
    const auto accepted = accepted_key(call.request);
    if (!accepted) return upgrade_required();
    auto signer = signer_of(call);
    if (auto* refusal = std::get_if<http_response>(&signer)) return std::move(*refusal);
    const auto revision = call.services.exchanges.feed_revision(std::string(call.parameter));
    if (!revision) return failure_answer(revision.error());
    http_response out{
        101,
        {{"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Accept", *accepted}},
        ""};
    out.listens =
        feed_subscription{std::string(call.parameter), std::get<std::string>(signer), *revision};
    return out;
}

} // namespace hotich
