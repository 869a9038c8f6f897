// Large bodies in pieces, so that one that was cut goes on where it stopped (common/sync/
// part_shelf.h). Signed like an exchange.
//
// PUT /v1/offices/{office}/parts?sha256=…&size=…&offset=…  a piece → {"have":bytes here}. A piece
// at
//     another offset is not taken; an empty one asks only.
// GET /v1/offices/{office}/parts?sha256=…&offset=…  the rest of an answer that was cut
#include "syncserver/routes/answers.h"
#include "syncserver/routes/part_names.h"
#include "syncserver/routes/signer.h"

#include <charconv>
#include <optional>

namespace hotich {

namespace {

http_response misshapen()
{
    return failure_answer(
        {failure_code::invalid_input, "the query must have sha256, offset, and size of a piece"}
    );
}

} // namespace

std::string part_owner(const route_call& call, const std::string& desk)
{
    return std::string(call.parameter) + "/" + desk;
}

std::string_view query_value(std::string_view target, std::string_view name)
{
    const auto question = target.find('?');
    if (question == std::string_view::npos) return {};
    auto rest = target.substr(question + 1);
    while (!rest.empty()) {
        const auto item = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
        const auto equals = item.find('=');
        if (equals != std::string_view::npos && item.substr(0, equals) == name)
            return item.substr(equals + 1);
    }
    return {};
}

std::optional<std::size_t> query_number(std::string_view target, std::string_view name)
{
    const auto text = query_value(target, name);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

http_response put_part(const route_call& call)
{
    auto signer = signer_of(call);
    if (auto* refusal = std::get_if<http_response>(&signer)) return std::move(*refusal);
    const auto& target = call.request.target;
    const auto size = query_number(target, "size");
    const auto offset = query_number(target, "offset");
    if (!size || !offset) return misshapen();
    const auto have = call.services.parts.put(
        part_owner(call, std::get<std::string>(signer)),
        {std::string(query_value(target, "sha256")), *size, *offset, call.request.body},
        call.services.time.now()
    );
    if (!have) return failure_answer(have.error());
    return json_answer({{"have", *have}});
}

http_response get_part(const route_call& call)
{
    auto signer = signer_of(call);
    if (auto* refusal = std::get_if<http_response>(&signer)) return std::move(*refusal);
    const auto& target = call.request.target;
    const auto offset = query_number(target, "offset");
    if (!offset) return misshapen();
    auto rest = call.services.parts.rest(
        part_owner(call, std::get<std::string>(signer)),
        std::string(query_value(target, "sha256")),
        *offset,
        call.services.time.now()
    );
    if (!rest) return failure_answer(rest.error());
    return {200, {{"Content-Type", "application/octet-stream"}}, std::move(*rest)};
}

} // namespace hotich
