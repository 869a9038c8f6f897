// How much of a district's life the simulation lives in a CPU second; the nightly 20,000 worlds.
#include "tests/bench/bench.h"
#include "tests/simulation/world.h"

#include <cstdio>

namespace hotich::bench {

std::vector<measure> simulation(const settings& chosen)
{
    const auto seeds = static_cast<std::uint64_t>(std::max(10.0, 20'000 * chosen.scale));
    constexpr double desks = 3;
    const double before = cpu_seconds();
    std::uint64_t broken = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto report = test::live({.seed = seed});
        for (const auto& failure : report.failures)
            std::fprintf(
                stderr, "seed=%llu %s\n", static_cast<unsigned long long>(seed), failure.c_str()
            );
        broken += report.failures.empty() ? 0 : 1;
    }
    const double rate = static_cast<double>(seeds) * desks / (cpu_seconds() - before);
    return {
        {"office-days of faults", "per CPU s", rate, 0, 0, "", ">= 100"},
        {"worlds with a broken promise",
         "of " + std::to_string(seeds),
         static_cast<double>(broken),
         0,
         0,
         "",
         "0"},
    };
}

} // namespace hotich::bench
