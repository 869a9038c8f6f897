// The line in the QR code of an identity card (căn cước công dân, căn cước), as a scanner that
// stands in for a keyboard types it:
//   number | number of the old card | name | ddMMyyyy born | Nam or Nữ | residence | ddMMyyyy
//   issued
// Later cards add parts behind; they are not read. Used by the forms.
#pragma once

#include "common/base/json.h"
#include "common/base/result.h"
#include "common/definitions/code_list.h"

namespace hotich {

/// Longer lines are no card's.
inline constexpr std::size_t max_card_line_bytes = 1000;

/// Whether a text is on its way to be such a line: then it is no name and no number.
bool looks_like_card_line(std::string_view text);

/// The card's fields as a person's in a form (schemas/blocks/person.json): pin, id_doc, full_name,
/// birth_date, gender, nationality, residence_type, residence. What the card leaves out is left
/// out. The residence is looked up in `units` of the day and before (written_address.h).
/// invalid_input: no card's line, or its number or dates are none.
result<json::object> read_card_line(
    std::string_view line, const admin_units& units, const civil_date& today
);

} // namespace hotich
