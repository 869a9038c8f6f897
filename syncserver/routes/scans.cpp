// Scans of an office's records, sealed, piece by piece: what is on the server is in the folder of
// the office (common/register/scan_folder.h) and goes on where it stopped after any cut. Only what
// an accepted operation names is taken. Signed like an exchange.
//
// PUT /v1/offices/{office}/scans?record=…&sha256=…&offset=…  a piece → {"have":bytes here}. A piece
// at
//     another offset is not taken; an empty one asks only.
// GET /v1/offices/{office}/scans?record=…&sha256=…&offset=…&most=…  at most so many bytes
#include "common/register/scan_folder.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/part_names.h"
#include "syncserver/routes/signer.h"

namespace hotich {

namespace {

constexpr std::size_t max_piece_bytes = 1024u * 1024u;

/// What a request is about, once it is known to be a desk's of the office.
struct asked_scan
{
    scan paper;
    scan_folder folder;
    std::size_t offset = 0;
};

std::variant<http_response, asked_scan> asked_by(const route_call& call)
{
    auto signer = signer_of(call);
    if (auto* refusal = std::get_if<http_response>(&signer)) return std::move(*refusal);
    const auto& target = call.request.target;
    const auto offset = query_number(target, "offset");
    const std::string record(query_value(target, "record"));
    const std::string sha256(query_value(target, "sha256"));
    if (!offset || record.empty() || sha256.empty())
        return failure_answer(
            {failure_code::invalid_input, "the query must have record, sha256 and offset"}
        );
    const std::string office(call.parameter);
    auto paper = call.services.exchanges.scan_of(office, record, sha256);
    if (!paper) return failure_answer(paper.error());
    return asked_scan{
        std::move(*paper), scan_folder(call.services.scans_folder + "/" + office), *offset};
}

} // namespace

http_response put_scan(const route_call& call)
{
    auto asked = asked_by(call);
    if (auto* refusal = std::get_if<http_response>(&asked)) return std::move(*refusal);
    const auto& [paper, folder, offset] = std::get<asked_scan>(asked);
    const auto have = folder.put(
        {paper.sealed, static_cast<std::size_t>(paper.sealed_bytes()), offset, call.request.body}
    );
    if (!have) return failure_answer(have.error());
    return json_answer({{"have", *have}});
}

http_response get_scan(const route_call& call)
{
    auto asked = asked_by(call);
    if (auto* refusal = std::get_if<http_response>(&asked)) return std::move(*refusal);
    const auto& [paper, folder, offset] = std::get<asked_scan>(asked);
    const auto most = query_number(call.request.target, "most");
    auto bytes = folder.read(
        paper.sealed, offset, std::min(most.value_or(max_piece_bytes), max_piece_bytes)
    );
    if (!bytes) return failure_answer(bytes.error());
    return {200, {{"Content-Type", "application/octet-stream"}}, std::move(*bytes)};
}

} // namespace hotich
