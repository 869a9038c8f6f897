// What every program that holds keys does first: nothing of its memory goes into a core dump, and
// no other program of the same user reads it. Called by each main().
#pragma once

namespace hotich {

void guard_process();

} // namespace hotich
