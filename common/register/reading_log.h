// The desk's log of reading (table `reading` of its register, encrypted like the rest): one row for
// an opening and not one for every repaint, so many rows and no more. Told to the server with every
// exchange, a few at a time. Used by the desktop, `hotich` and the exchange.
#pragma once

#include "common/records/reading.h"
#include "common/register/desk_register.h"

#include <vector>

namespace hotich {

/// The same again within this time is the same look; words that go on are the same search.
inline constexpr std::int64_t one_look_ms = 10ll * 60 * 1000;
/// Some five years of an office's days; the oldest go.
inline constexpr std::int64_t max_readings_kept = 50'000;
inline constexpr std::int64_t max_readings_per_exchange = 100;

/// What who is signed in does now.
struct look
{
    std::string act; ///< one of reading_act
    std::string record = {};
    std::string words = {};
};

status note_look(desk_register& desk, const look& what, instant now);

/// Newest first; of one record where it is named.
result<std::vector<reading>> readings(
    desk_register& desk, const std::string& record, std::int64_t limit
);

/// Those the server does not have yet, oldest first.
result<std::vector<reading>> readings_to_tell(desk_register& desk);
/// Within the caller's transaction.
status readings_told(desk_register& desk, std::int64_t last_seq);

} // namespace hotich
