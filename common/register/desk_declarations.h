// The declarations (tờ khai) of a form before its registration, for the citizen to read and sign:
// filled from the data as it stands, written nowhere.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// Each declaration the data asks for on that day; of a joint event those of its parts. not_found
/// where the event has none.
result<std::vector<paper_issue>> declarations_of(
    const desk_register& desk, const event_definition& event, json::object data, instant now
);

} // namespace hotich
