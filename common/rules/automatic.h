// Filling what the program knows by itself: today's date, this office, its signer, the date in
// words, on time or late. Only empty fields are filled; what a person wrote stays. Used by register
// (before a check) and forms.
#pragma once

#include "common/records/office_profile.h"
#include "common/rules/check.h"

namespace hotich {

struct automatic_values
{
    civil_date today;
    const office_profile& office;
    std::string user;
    const definitions* known = nullptr;      ///< for sentences made of the record's own values
    const event_definition* event = nullptr; ///< set by fill_automatic
};

void fill_automatic(
    const event_definition& event, json::object& data, const automatic_values& values
);

/// What a new form starts with: the definition's defaults, then the automatic values.
json::object new_form_data(const event_definition& event, const automatic_values& values);

/// Cleans every text of the data: NFC, spaces; names also apostrophes and look-alikes. Empty
/// members go.
void clean_data(const event_definition& event, json::object& data);

} // namespace hotich
