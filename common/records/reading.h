// One look at personal data: who, when, what, and why where the scope is wide. Desks keep them in
// their register and tell them to the server with an exchange. Used by register/reading_log,
// sync/reading_book and the messages.
//
// on the wire   [seq, milliseconds, who, act, record]
#pragma once

#include "common/base/instant.h"
#include "common/base/json.h"

#include <string>

namespace hotich {

/// What was done with the data.
namespace reading_act {
inline constexpr const char* opened = "open";        ///< a record
inline constexpr const char* previewed = "preview";  ///< a paper of it
inline constexpr const char* printed = "print";      ///< a paper of it
inline constexpr const char* searched = "search";    ///< the office's register
inline constexpr const char* listed = "list";        ///< a book, or a day's sheet, named as record
inline constexpr const char* person_seen = "person"; ///< a person and all entries
inline constexpr const char* looked_up = "lookup";   ///< beyond the own office
inline constexpr const char* shown = "lookup_line";  ///< a record's line in such an answer
inline constexpr const char* seen_whole = "lookup_open"; ///< the record whole
} // namespace reading_act

struct reading
{
    std::int64_t seq = 0; ///< of the desk's own log
    instant at;
    std::string who;         ///< an account's id, or the name of a user of the desk only
    std::string act;         ///< one of reading_act
    std::string record;      ///< its id; of a list what it was: "BIRTH/2026"; "" for a search
    std::string words = {};  ///< what was searched for; never leaves the desk
    std::string reason = {}; ///< where the scope was wide

    bool operator==(const reading&) const = default;
};

inline constexpr std::size_t max_reading_text = 128; ///< letters of who, act and record

json::array to_json(const reading& one);
/// invalid_input where it is none.
result<reading> parse_reading(const json::value& source);

} // namespace hotich
