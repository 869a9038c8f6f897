// What an account may do, where, on a day: its grants that hold then, in units that reach the
// place, with roles that have the action. Nothing is allowed that the role table does not grant.
// Used by the sequencer, the server's routes and the desktop.
#pragma once

#include "common/accounts/account.h"

namespace hotich {

/// What rights are read with.
struct rights_book
{
    const role_table& roles;
    const admin_units& units;
};

/// Where and when something is to be done.
struct rights_place
{
    unit_ref unit;
    civil_date day;
};

/// An account that is suspended or ended may do nothing.
bool may(
    const account& who, std::string_view action, const rights_place& where, const rights_book& book
);

/// Whether any of the account's roles of that day wants a second factor.
bool needs_second_factor(const account& who, const civil_date& day, const rights_book& book);

/// Whether `who` may give a role in a unit to somebody: an action of his own role, and nothing
/// outside his unit.
bool may_give(
    const account& who, std::string_view role, const rights_place& where, const rights_book& book
);

/// Why a grant is impossible whoever gives it: "role_unknown", "role_not_at_level",
/// "unit_not_in_force"; "" where it is possible.
std::string why_impossible(const account_grant& grant, const rights_book& book);

} // namespace hotich
