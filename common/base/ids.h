// Identifiers of records and messages: UUIDs in lower-case text, so that they are the same in JSON,
// SQL and logs.
#pragma once

#include "common/base/instant.h"
#include "common/base/random_source.h"

#include <string>
#include <string_view>

namespace hotich {

/// A version 7 UUID: time first, so that indexes grow at their end. The time is a hint only, never
/// an order.
std::string new_uuid(instant now, random_source& random);

/// Before every UUID that is made from then on, and behind those of an earlier millisecond.
std::string first_uuid_of(instant when);

bool is_uuid(std::string_view text);

} // namespace hotich
