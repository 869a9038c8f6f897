// A point in time as the program passes it around: milliseconds since 1970 UTC. Clocks live
// outside; an instant is always an argument, so that every test and the simulation own the time.
#pragma once

#include "common/base/civil_date.h"

#include <compare>
#include <cstdint>
#include <string>

namespace hotich {

struct instant
{
    std::int64_t ms = 0;

    auto operator<=>(const instant&) const = default;
};

/// "2026-11-23T08:15:00Z".
std::string to_iso(instant when);

/// The calendar day in Vietnam (UTC+7 the whole year): the day an entry is written.
civil_date date_in_vietnam(instant when);

} // namespace hotich
