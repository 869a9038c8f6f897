// That a register is the practice's stands in the register itself, so that whichever program opens
// it marks what it prints. Used by the desktop's practice and by `hotich`.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// With what the practice began with.
status write_practice_mark(desk_register& desk, const json::object& began);
/// not_found: the register is a real one.
result<json::object> practice_mark(const desk_register& desk);

/// The practice's register opens on any PC, whoever opened it before: before begin_session.
void leave_practice_unbound(desk_register& desk);

/// Every page that is painted from now on bears the mark across it.
void mark_pages_of_practice(const definitions& known);

} // namespace hotich
