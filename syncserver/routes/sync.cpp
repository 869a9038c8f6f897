// POST /v1/offices/{office}/sync[?body=SHA-256]: one exchange of a desk with its office's feed, in
// the lines of common/sync/messages.h, signed as common/sync/request_signature.h says.
//
// Content-Encoding  zstd, with Hotich-Dictionary: 1 where a dictionary was used, both ways. A desk
//                   that reads the dictionary says so in Hotich-Accept-Dictionary.
// ?body=            the body was sent before as parts; see parts.cpp.
// Hotich-Part       of a large answer: its SHA-256, to fetch what was cut off it
#include "common/sync/feed_standing.h"
#include "common/sync/messages.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/part_names.h"
#include "syncserver/routes/route.h"
#include "syncserver/routes/signer.h"

namespace hotich {

namespace {

constexpr std::size_t kept_answer_bytes = 32u * 1024u; ///< smaller answers are asked for again

bool is_zstd(const http_request& request) { return request.header("content-encoding") == "zstd"; }

bool names_dictionary(const http_request& request, std::string_view header)
{
    return request.header(header) == std::to_string(dictionary_version);
}

/// The body as sent, or as it came in parts before.
result<std::string> sent_body(const route_call& call, const std::string& desk)
{
    const auto name = query_value(call.request.target, "body");
    if (name.empty()) return call.request.body;
    return call.services.parts.whole(
        part_owner(call, desk), std::string(name), call.services.time.now()
    );
}

result<std::string> plain_body(const route_call& call, const std::string& body)
{
    const auto encoding = call.request.header("content-encoding");
    const auto dictionary = call.request.header("hotich-dictionary");
    if (is_zstd(call.request)) {
        if (dictionary.empty()) return decompress(body);
        if (names_dictionary(call.request, "hotich-dictionary")
            && call.services.dictionary.is_there())
            return call.services.dictionary.decompress(body);
        return failure{
            failure_code::invalid_input, "Hotich-Dictionary: this dictionary is not known here"};
    }
    if (encoding.empty() || encoding == "identity") return body;
    return failure{
        failure_code::invalid_input, "Content-Encoding: only zstd and identity are read here"};
}

http_response protocol_answer(const failure& error)
{
    if (error.code != failure_code::not_allowed) return failure_answer(error);
    return error_answer(403, {name_of(error.code), "protocol_version", error.detail});
}

http_response encoded(const sync_response& response, const route_call& call)
{
    const auto& request = call.request;
    http_response out{200, {{"Content-Type", "application/x-ndjson"}}, encode(response)};
    if (!is_zstd(request)
        && request.header("accept-encoding").find("zstd") == std::string_view::npos)
        return out;
    const bool with_dictionary = call.services.dictionary.is_there()
        && names_dictionary(request, "hotich-accept-dictionary");
    auto packed =
        with_dictionary ? call.services.dictionary.compress(out.body) : compress(out.body);
    if (packed.empty()) return out;
    out.body = std::move(packed);
    out.headers.push_back({"Content-Encoding", "zstd"});
    if (with_dictionary)
        out.headers.push_back({dictionary_header, std::to_string(dictionary_version)});
    return out;
}

/// What is large is kept for a while: a desk whose line was cut fetches the rest.
void keep_large(http_response& answer, const route_call& call, const std::string& desk)
{
    if (answer.body.size() < kept_answer_bytes
        || call.request.header("hotich-accept-parts").empty())
        return;
    auto name =
        call.services.parts.keep(part_owner(call, desk), answer.body, call.services.time.now());
    if (!name.empty()) answer.headers.push_back({part_header, std::move(name)});
}

/// Why a feed stands still has a name of its own: the clerk is told in a sentence.
http_response refusal_of(const failure& why)
{
    if (why.detail == feed_waits)
        return error_answer(503, {name_of(why.code), why.detail, why.detail});
    if (why.detail == feed_forked)
        return error_answer(403, {name_of(why.code), why.detail, why.detail});
    return failure_answer(why);
}

/// A count of days that is not written is no reason to refuse an exchange.
void note_contact(const route_call& call, const std::string& desk)
{
    const auto noted = call.services.exchanges.note_contact(
        {std::string(call.parameter),
         desk,
         "",
         false,
         "",
         "",
         std::string(call.request.header("hotich-knows-certificate"))}
    );
    if (!noted)
        call.services.journal.write(
            log_level::warn, "contact_not_noted", {{"detail", noted.error().detail}}
        );
}

} // namespace

http_response post_sync(const route_call& call)
{
    auto signer = signer_of(call);
    if (auto* refusal = std::get_if<http_response>(&signer)) return std::move(*refusal);
    const auto& desk = std::get<std::string>(signer);
    const auto body = sent_body(call, desk);
    if (!body) return failure_answer(body.error());
    const auto text = plain_body(call, *body);
    if (!text) return failure_answer(text.error());
    const auto request = decode_request(*text);
    if (!request) return protocol_answer(request.error());
    if (request->office != call.parameter || request->desk != desk)
        return failure_answer(
            {failure_code::not_allowed, "the message is of another desk than the request"}
        );
    const auto response = call.services.exchanges.exchange(*request);
    if (!response) return refusal_of(response.error());
    note_contact(call, desk);
    if (!request->bodies.empty()) call.services.notices.feed_grew(request->office);
    auto answer = encoded(*response, call);
    keep_large(answer, call, desk);
    return answer;
}

} // namespace hotich
