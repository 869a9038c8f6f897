// An event that is several registrations at once, such as a birth with the recognition of the
// child: its form and schema are those of its parts, each under its prefix. Used by definitions.
#pragma once

#include "common/definitions/event_definition.h"

#include <functional>

namespace hotich {

/// Fills a joint event from the definitions of its parts; invalid_input where a part is not known.
status complete_joint_event(
    event_definition& joint,
    const std::function<const event_definition*(const std::string&)>& find_event
);

/// One part's data of a joint record, with the fields that other parts tell.
json::object part_data(const joint_part& part, const json::object& joint_data);

} // namespace hotich
