// Any event of schemas/events, registered from its own example: what tests of all events stand on.
#pragma once

#include "tests/support/small_world.h"

namespace hotich::test {

/// A clerk who has looked: reasons and documents for everything that may be explained.
std::vector<override_reason> reasons_for_all(const std::vector<finding>& findings);

json::object example_of(const std::string& event);

/// Registers data of an event; reasons are given for what may be explained.
registration_outcome register_of(
    desk_register& desk, const std::string& event, json::object data, instant now = monday_morning
);

/// A record as a paper or a check sees it: registered under a number, with the event's example.
record entry_of_example(const std::string& event, int reg_no = 7);

/// The example of an amendment, about an entry of this desk and with these changes
/// {field, old, new}.
json::object amendment_of(
    const std::string& event,
    const record& entry,
    const office_profile& office,
    const std::vector<std::array<std::string, 3>>& changes = {}
);

/// "rule field, rule field, " of all findings that stop a registration.
std::string stopping(const registration_outcome& outcome);

} // namespace hotich::test
