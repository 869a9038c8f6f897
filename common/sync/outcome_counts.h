// What an exchange decided, counted: for metrics. Used by host.
#pragma once

#include "common/records/record.h"

#include <cstdint>

namespace hotich {

/// How many operations were decided, and how.
struct outcome_counts
{
    std::uint64_t accepted = 0;
    std::uint64_t rejected = 0;
    std::uint64_t held = 0;

    void count(outcome one)
    {
        if (one == outcome::accepted) ++accepted;
        if (one == outcome::rejected) ++rejected;
        if (one == outcome::held) ++held;
    }
};

} // namespace hotich
