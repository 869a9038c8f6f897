// Two registrations side by side: the fields that made the server suspect a duplicate, what each
// says and what its agreement weighs. Of an entry of another office only where it is and whether
// the fields agree. Used by the record's page.
#pragma once

#include "common/register/desk_register.h"
#include "desktop/app/workplace.h"

#include <QString>

#include <vector>

namespace hotich {

/// The entries of this office that a held record is said to resemble; those of other offices are
/// not here. Runs where the register is.
std::vector<record> alike_in_office(const desk_register& desk, const record& held);

/// "" where the reason compares nothing.
QString comparison_html(
    const workplace& place,
    const event_definition& event,
    const finding& reason,
    const record& held,
    const std::vector<record>& alike
);

} // namespace hotich
