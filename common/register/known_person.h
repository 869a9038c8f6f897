// A person whom the register knows, as the fields of a form ask for them, so that a clerk types a
// number and not a life. Used by the desktop's forms.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

struct known_person
{
    json::object fields; ///< of schemas/blocks/person.json, each from the newest entry that has it
    std::string event;   ///< of the newest entry
    std::string number;  ///< and its number, "12/2026"
};

/// Nothing where the identity is not certain (domain: a name and a date are never enough) or no
/// entry of this office names the person.
result<std::optional<known_person>> find_known_person(
    desk_register& desk, const person_identity& who
);

} // namespace hotich
