// That a register is the practice's stands in the register itself, so that whichever program opens
// it marks what it prints. Used by the desktop's practice and by `hotich`.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

status write_practice_mark(desk_register& desk);
bool is_of_practice(const desk_register& desk);

/// Every page that is painted from now on bears the mark across it.
void mark_pages_of_practice(const definitions& known);

} // namespace hotich
