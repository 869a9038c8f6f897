// The promises of the design, checked on a world at rest. Apart from the workload on purpose: they
// know what must hold, not what was done.
#pragma once

#include "tests/simulation/simulated_desk.h"
#include "tests/simulation/world.h"

namespace hotich::test {

void check_promises(
    sql_connection& server,
    const std::string& server_key,
    const std::vector<std::unique_ptr<simulated_desk>>& desks,
    const world_settings& settings,
    world_report& report
);

/// An entry has one number at most, the one the population database gave for its request, and no
/// number is two entries'.
void check_pins(
    sql_connection& server,
    const std::map<std::string, std::string>& given_by_request,
    world_report& report
);

} // namespace hotich::test
