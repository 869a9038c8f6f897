// The promises of the design, checked on a world at rest. Apart from the workload on purpose: they
// know what must hold, not what was done.
#pragma once

#include "tests/simulation/simulated_desk.h"
#include "tests/simulation/world.h"

namespace hotich::test {

/// How far an office's feed has been signed: a store that was put back knows less than its desks
/// have seen, and gets it back from them.
std::int64_t last_signed(
    sql_connection& server,
    const std::string& office,
    const std::vector<std::unique_ptr<simulated_desk>>& desks
);

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
