// A district in one thread with virtual time: desks and two servers over one store, on a network
// that loses, doubles, delays, reorders and cuts messages, on disks that fail, with power that goes
// and clocks that are wrong. Everything follows from the seed, so any failure is replayed from it.
#pragma once

#include "tests/simulation/faulty_connection.h"

#include <deque>
#include <functional>
#include <map>
#include <queue>
#include <set>

namespace hotich::test {

/// Chances in thousandths for each message.
struct network_faults
{
    unsigned lose = 0;
    unsigned twice = 0;
    unsigned cut = 0;
    std::int64_t max_delay_ms = 0;
};

struct world_settings
{
    std::uint64_t seed = 1;
    int steps = 60; ///< things that clerks do in all
    std::int64_t day_ms = 8 * 3600 * 1000;
};

/// What went wrong, with the last events before it.
struct world_report
{
    std::vector<std::string> failures;
    std::deque<std::string> last_events;
    std::int64_t registered = 0;
    std::int64_t held = 0;
    std::int64_t rejected = 0;
    std::int64_t crashes = 0;
    std::int64_t restored = 0; ///< desks put back to an old copy
    std::int64_t servers_restored = 0;
    std::int64_t shut_out = 0;
    std::int64_t closed = 0;  ///< books
    std::int64_t notes = 0;   ///< in effect on entries
    std::int64_t notices = 0; ///< carried to another office
    std::int64_t events = 0;  ///< kinds of event that were registered
    std::int64_t pins = 0;    ///< personal numbers that reached an entry
    std::int64_t bundles = 0; ///< carried to the server and answered
};

/// Lives the day, heals the world, lets everything settle, then checks the promises.
world_report live(const world_settings& settings);

} // namespace hotich::test
