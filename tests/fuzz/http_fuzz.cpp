// What comes to the server before anybody is known: HTTP, in pieces as the line brings them.
#include "syncserver/http/codec.h"
#include "syncserver/routes/dispatcher.h"
#include "tests/fuzz/fuzz.h"

using namespace hotich;

namespace {

/// The first byte says how large the pieces are.
void put_in_pieces(request_codec& codec, std::string_view bytes)
{
    if (bytes.empty()) return;
    const auto piece = static_cast<std::size_t>(static_cast<unsigned char>(bytes.front())) + 1;
    bytes.remove_prefix(1);
    while (!bytes.empty()) {
        const auto state = codec.put(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        if (state == read_state::refused) return;
        if (state != read_state::whole) continue;
        const auto request = codec.take();
        for (const auto& known : all_routes())
            (void)match(known.pattern, request.target.substr(0, request.target.find('?')));
    }
}

} // namespace

void take(std::string_view bytes)
{
    http_limits limits;
    limits.max_body_bytes = 64u * 1024u;
    request_codec codec(limits);
    put_in_pieces(codec, bytes);
    response_codec answer(4096, 65536);
    (void)answer.put(bytes);
    (void)answer.end();
}
