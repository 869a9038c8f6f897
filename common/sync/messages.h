// What desk and server say to each other: one exchange pushes what is new here and pulls what is
// new there. NDJSON, so that a cut message is seen as cut; the same bytes travel over HTTPS or on a
// stick.
//
// request   {"protocol":1,"office":…,"desk":…,"cursor":revision,"operations":n,"signature":hex}
// then n operation bodies
//           the signature is the desk's over the hash of the last operation; "" where there is none
// response
// {"protocol":1,"entries":n,"known_seq":seq,"more":bool,"head":{"revision":…,"hash":…,"signature":…}}
// then n lines
//           {"rev":…,"desk":…,"seq":…,"hash":…,"verdict":text,"entry":hash,"body":text?}
//           the head is the feed's after the last line; "body" is absent where the desk wrote the
//           operation itself
#pragma once

#include "common/register/operation_log.h"

#include <string>
#include <vector>

namespace hotich {

inline constexpr int protocol_version = 1;
inline constexpr std::int64_t max_operations_per_batch = 400;
inline constexpr std::int64_t max_entries_per_batch = 1000;
inline constexpr std::size_t max_message_bytes = 16u * 1024u * 1024u;

struct sync_request
{
    std::string office;
    std::string desk;
    std::int64_t cursor = 0; ///< the last revision this desk has
    std::string signature;
    std::vector<std::string> bodies;
};

struct sync_response
{
    std::int64_t known_seq = 0; ///< the last operation of this desk that the server has
    bool more = false;
    feed_head head;
    std::string head_signature;
    std::vector<feed_entry> entries;
};

std::string encode(const sync_request& request);
std::string encode(const sync_response& response);

/// invalid_input names the line; not_allowed: another protocol version.
result<sync_request> decode_request(std::string_view text);
result<sync_response> decode_response(std::string_view text);

/// The text the server signs for the head of an office's feed.
std::string feed_message(const std::string& office, const feed_head& head);

/// zstd, both ways; a body that would grow beyond max_message_bytes is refused.
std::string compress(std::string_view text);
result<std::string> decompress(std::string_view bytes);

} // namespace hotich
