// A made-up desk for pictures: an office of Hà Nội with registered, waiting, held and rejected
// births, drafts and a block of numbers. In memory, never on a disk, never a real person. Used by
// --shots and the GUI tests.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// 23/11/2026, 08:30 in Vietnam.
inline constexpr instant sample_morning{1'795'397'400'000};

/// `random` outlives the register.
result<std::unique_ptr<desk_register>> make_sample_desk(
    const definitions& known, random_source& random
);

} // namespace hotich
