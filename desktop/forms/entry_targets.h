// Where a form names another entry: the one it notes something on, or of which papers are copied.
// Read from the definition (annotates, copies_of), so that every event has its "find the entry".
// Pure; used by target_filler and by what begins a form.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/office_profile.h"
#include "common/records/record.h"

#include <string>
#include <utility>
#include <vector>

namespace hotich {

struct entry_target
{
    target_definition at;
    std::string office;               ///< the field for the office's name, or ""
    std::vector<std::string> changes; ///< lists whose rows say what changes on the entry

    /// The field above which the search is offered.
    [[nodiscard]] const std::string& first_field() const
    {
        return at.doc_kind.path.empty() ? at.no : at.doc_kind.path;
    }
};

/// Each target once; in a joint event those of its parts.
std::vector<entry_target> entry_targets(const event_definition& event);

/// Whether entries of that event may stand there.
bool can_name(const entry_target& target, const event_definition& entry);

/// The events that can note something on an entry of this one, or copy it, in menu order.
std::vector<const event_definition*> events_about(
    const definitions& known, const event_definition& entry
);

using field_values = std::vector<std::pair<std::string, json::value>>;

/// What the fields of the target become for an entry of the register.
field_values values_of_target(
    const definitions& known,
    const entry_target& target,
    const record& entry,
    const office_profile& office
);

/// The person the entry is about, for a form that is about the same one.
field_values values_of_subject(
    const event_definition& form, const event_definition& entry, const json::object& current
);

} // namespace hotich
