// What desk and server say to each other: one exchange pushes what is new here and pulls what is
// new there. NDJSON, so that a cut message is seen as cut; the same bytes travel over HTTPS or on a
// stick.
//
// request   {"protocol":1,"office":…,"desk":…,"cursor":revision,"operations":n,"signature":hex,
//            "lean":true?,"own":seq?,"own_hash":16 hex?,"answer_bytes":n?,"most_entries":n?,
//            "readings":[…]?,"restored":ms?} then n operation bodies
//           the signature is the desk's over the hash of the last operation; "" where there is
//           none. "own" says up to where the desk holds its own operations, with the beginning of
//           that one's hash; operations that follow say it without it.
// response  {"protocol":1,"entries":n,"known_seq":seq,"more":bool,
//            "head":{"revision":…,"hash":…?,"signature":…},"feed":revision?,"lean":true?,
//            "readings":seq?,"restored":ms?} then n lines
//           {"rev":…,"desk":…,"seq":…,"hash":…?,"verdict":text,"entry":hash?,"body":text?}
//           the head is the feed's after the last line, "feed" the whole feed's; "body" is absent
//           where the desk holds the operation
//
// Where a store was put back to an older copy, the server asks the desk to show what it has signed:
// a response with "show":revision and no lines. The desk sends a request without operations and
// with
//           "seen":16 hex             the beginning of the hash of the feed's entry at "cursor"
//           "shown":{"after":revision,"hash":of the entry there,"entries":n,"signature":hex}
// then the n lines behind that revision as in a lean response, every body among them; the signature
// is the server's own for the head behind the last.
//
// Every answer then says when that was ("restored"), and a desk is heard once it repeats it: what
// it says it has seen is then all that it will ever have seen of before, for it takes in no older
// bundle any more. A desk says 0 where it was never told; an older program says nothing.
//
// A lean message leaves out what its reader computes: the hash of a body that is there, or that the
// reader holds; the entries' chain, proved by the signature of its head; in a body "prev" where the
// desk's operation before it stands in the same message. A request asks for a lean answer; who does
// not know the word gets and gives everything.
#pragma once

#include "common/records/reading.h"
#include "common/register/receipt.h"

#include <optional>
#include <string>
#include <vector>

namespace hotich {

inline constexpr int protocol_version = 1;
inline constexpr std::int64_t max_operations_per_batch = 400;
/// Of an answer to a desk that does not say how many it takes.
inline constexpr std::int64_t usual_entries_per_batch = 1000;
inline constexpr std::int64_t max_entries_per_batch = 2500;
/// Below that many bytes an answer has no room for more entries than usual.
inline constexpr std::int64_t bytes_of_usual_entries = 300'000;
inline constexpr std::size_t max_message_bytes = 16u * 1024u * 1024u;
inline constexpr std::size_t own_hash_digits = 16;
/// Of what a desk shows at once: as far as an answer goes, so that a signed head is reached.
inline constexpr std::size_t max_shown_bytes = max_message_bytes / 2;

/// How much one exchange carries each way.
struct batch_limits
{
    std::int64_t max_operations = max_operations_per_batch; ///< 0: ask only
    std::int64_t max_bytes = max_message_bytes / 4;         ///< of operations, as text
    std::int64_t answer_bytes = 0; ///< the most the answer's bodies hold; 0: as the server likes
    bool resumes = true;           ///< a large batch that was cut is made again as it was
    std::optional<std::int64_t> show_after =
        {}; ///< show the server its own feed behind this revision
};

/// A part of a feed that its server has signed, for a server that does not know it any more.
struct shown_feed
{
    feed_head before;
    std::vector<feed_entry> entries;
    std::string signature; ///< of the head behind the last
};

struct sync_request
{
    std::string office;
    std::string desk;
    std::int64_t cursor = 0; ///< the last revision this desk has
    std::string signature;
    std::vector<std::string> bodies;
    bool is_lean = false;
    std::int64_t own_seq = 0;
    std::string own_hash = {};
    std::int64_t answer_bytes = 0; ///< see batch_limits
    std::int64_t most_entries = 0; ///< of the answer; 0: usual_entries_per_batch
    std::int64_t seen_revision = 0;
    std::string seen_hash = {}; ///< the beginning of the entry's hash there; "" is not told
    std::optional<shown_feed> shown = {};

    /// Whether it says what stands at its cursor.
    [[nodiscard]] bool says_what_it_saw() const
    {
        return !seen_hash.empty() && seen_revision == cursor;
    }

    std::vector<reading> readings = {}; ///< what the desk tells of looks at personal data
    /// When the store was last put back, as far as the desk was told; an older program does not
    /// say.
    std::optional<std::int64_t> restored_at_ms = {};

    [[nodiscard]] bool only_asks() const { return bodies.empty() && readings.empty() && !shown; }
};

struct sync_response
{
    std::int64_t known_seq = 0; ///< the last operation of this desk that the server has
    bool more = false;
    feed_head head;
    std::string head_signature;
    std::vector<feed_entry> entries;
    bool is_lean = false;
    std::int64_t feed_revision = 0; ///< where the whole feed stands; 0: not told
    std::optional<std::int64_t> show_after =
        {};                          ///< the desk knows another feed behind this revision
    std::int64_t readings_taken = 0; ///< up to that one; 0: none were told
    std::int64_t restored_at_ms = 0; ///< 0: never, or the desk has just said it
};

enum class wire_form {
    full,
    short_links, ///< "prev" is left out of bodies; only for a server that reads it
};

std::string encode(const sync_request& request, wire_form form = wire_form::full);
std::string encode(const sync_response& response);

/// invalid_input names the line; not_allowed: another protocol version.
result<sync_request> decode_request(std::string_view text);
result<sync_response> decode_response(std::string_view text);

/// zstd without a dictionary (see dictionary.h), both ways; a body that would grow beyond
/// max_message_bytes is refused.
std::string compress(std::string_view text);
result<std::string> decompress(std::string_view bytes);

} // namespace hotich
