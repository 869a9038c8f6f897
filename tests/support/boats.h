// A make-believe event, tests/data/events/boat_naming.json: what no C++ of the project knows.
#pragma once

#include "common/definitions/definitions.h"

namespace hotich::test {

/// The file as JSON, to be changed and parsed again.
json::object boat_source();

/// Parses a definition whose blocks are the project's own.
result<event_definition> parsed_boat(const json::object& source);

/// The project's own schemas and the boats.
const definitions& definitions_with_boats();

} // namespace hotich::test
