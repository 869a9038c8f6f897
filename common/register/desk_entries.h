// What a clerk does with an entry that stands: mending it the same day, answering another office's
// note, judging whether two namings are one person. Every one is an operation; the server decides.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

struct entry_change
{
    std::string field;
    std::string value; ///< as typed; "" clears the field
};

/// Mends an entry in place the day it was written, before its paper is handed out (domain §4.5).
/// not_allowed says what stands in the way: "not_registered", "paper_already_issued",
/// "not_same_day", "reason_needed", "fix_changes_nothing"; invalid_input names an unknown field.
status fix_entry(
    desk_register& desk,
    const std::string& record_id,
    const std::vector<entry_change>& changes,
    const std::string& reason,
    instant now
);

/// The notice of another office, by its place in the entry's list.
status confirm_annotation(
    desk_register& desk, const std::string& record_id, std::size_t notice, instant now
);
status decline_annotation(
    desk_register& desk,
    const std::string& record_id,
    std::size_t notice,
    const std::string& reason,
    instant now
);

/// One naming of a person: the role in a record.
struct naming
{
    std::string record;
    std::string role;
};

status judge_same_person(
    desk_register& desk, const naming& a, const naming& b, const std::string& reason, instant now
);
status judge_distinct_person(
    desk_register& desk, const naming& a, const naming& b, const std::string& reason, instant now
);

} // namespace hotich
