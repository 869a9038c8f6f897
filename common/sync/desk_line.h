// What a desk remembers of its line between two starts, in its register: how much an exchange
// should carry, and what went over it. Used by whoever drives the engine.
#pragma once

#include "common/register/desk_register.h"
#include "common/sync/data_meter.h"
#include "common/sync/learned_line.h"

namespace hotich {

/// A new desk's where nothing is kept.
learned_line line_of(const desk_register& desk);
data_meter traffic_of(const desk_register& desk);

/// After every exchange, and after those that failed: what they moved was paid for too.
status keep_line(
    desk_register& desk, const learned_line& line, const line_traffic& moved, instant now
);

/// Who the desk is and, where the server told it, the office's profile: work can begin.
status complete_enrolment(
    desk_register& desk, const desk_identity& identity, const std::string& profile_text
);

} // namespace hotich
