// POST /v1/offices/{office}/sync: one exchange of a desk with its office's feed, in the lines of
// common/sync/messages.h, signed as common/sync/request_signature.h says.
#include "common/sync/messages.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/route.h"
#include "syncserver/routes/signer.h"

namespace hotich {

namespace {

bool is_zstd(const http_request& request) { return request.header("content-encoding") == "zstd"; }

result<std::string> plain_body(const http_request& request)
{
    const auto encoding = request.header("content-encoding");
    if (is_zstd(request)) return decompress(request.body);
    if (encoding.empty() || encoding == "identity") return request.body;
    return failure{
        failure_code::invalid_input, "Content-Encoding: only zstd and identity are read here"};
}

http_response protocol_answer(const failure& error)
{
    if (error.code != failure_code::not_allowed) return failure_answer(error);
    return error_answer(403, {name_of(error.code), "protocol_version", error.detail});
}

http_response encoded(const sync_response& response, const http_request& request)
{
    http_response out{200, {{"Content-Type", "application/x-ndjson"}}, encode(response)};
    if (!is_zstd(request)
        && request.header("accept-encoding").find("zstd") == std::string_view::npos)
        return out;
    auto packed = compress(out.body);
    if (packed.empty()) return out;
    out.body = std::move(packed);
    out.headers.push_back({"Content-Encoding", "zstd"});
    return out;
}

} // namespace

http_response post_sync(const route_call& call)
{
    auto signer = signer_of(call);
    if (auto* refusal = std::get_if<http_response>(&signer)) return std::move(*refusal);
    const auto& desk = std::get<std::string>(signer);
    const auto text = plain_body(call.request);
    if (!text) return failure_answer(text.error());
    const auto request = decode_request(*text);
    if (!request) return protocol_answer(request.error());
    if (request->office != call.parameter || request->desk != desk)
        return failure_answer(
            {failure_code::not_allowed, "the message is of another desk than the request"}
        );
    const auto response = call.services.exchanges.exchange(*request);
    if (!response) return failure_answer(response.error());
    if (!request->bodies.empty()) call.services.notices.feed_grew(request->office);
    return encoded(*response, call.request);
}

} // namespace hotich
