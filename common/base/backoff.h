// How long to wait after failures, so that nobody hammers a line that is down and not all come back
// together when it stands again. Used by the sync engine and by the listener for notices.
#pragma once

#include "common/base/random_source.h"

#include <algorithm>
#include <cstdint>

namespace hotich {

/// From 0 to the most, both included.
inline std::int64_t chance_up_to(std::int64_t most, random_source& random)
{
    return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most + 1)));
}

struct backoff
{
    /// Doublings; from then on the wait does not grow.
    static constexpr int max_doublings = 8;

    std::int64_t first_ms = 0;
    std::int64_t last_ms = 0;

    /// Doubles with every failure.
    [[nodiscard]] std::int64_t full_delay_ms(int failures) const
    {
        return std::min(first_ms << std::clamp(failures, 0, max_doublings), last_ms);
    }

    /// The same, half of it by chance.
    std::int64_t delay_ms(int failures, random_source& random) const
    {
        const auto full = full_delay_ms(failures);
        return full / 2 + chance_up_to(full / 2, random);
    }
};

} // namespace hotich
