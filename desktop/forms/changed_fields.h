// What a row that changes another entry may choose from: the fields of that entry, and the values a
// field may take. Used by list_editor and by the page that mends an entry.
#pragma once

#include "common/definitions/definitions.h"
#include "desktop/forms/choice.h"

namespace hotich {

/// "Mother: Full name" for every field a clerk may fill in.
choice_list fields_to_change(const event_definition& event, std::string_view language);

/// The labels of a field that has a code list; empty for free text.
choice_list values_to_choose(
    const definitions& known, const field_definition& field, std::string_view language
);

/// A list of changes as the amendments have it (field_id, old_value, new_value), for a page that
/// has no definition of its own.
field_definition list_of_changes(const std::string& path);

} // namespace hotich
