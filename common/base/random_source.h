// Chance as an argument: the program passes the system's generator, the simulation a seeded one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace hotich {

class random_source
{
public:
    virtual ~random_source() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    /// Uniform in [0, bound); bound > 0. A bias below 2^-32 does not matter where it is used
    /// (jitter, simulation).
    std::uint64_t below(std::uint64_t bound);
};

} // namespace hotich
