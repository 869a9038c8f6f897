// What somebody wants done with an account, and what the account is after it. Pure: who may want it
// is asked in rights, writing it down is the server's (common/sync/account_registry).
//
// {"change":"granted"|"grant_ended","role":…,"unit":…,"from":day?,"until":day?,"reason":…?}
// {"change":"moved","role":…,"unit":…,"to_unit":…,"to_role":…?,"from":day?}: the right there ends
// the day before, the new one begins
// {"change":"renamed","full_name":…}   {"change":"suspended"|"resumed"|"ended","reason":…}
// {"change":"password_reset"}
#pragma once

#include "common/accounts/rights.h"

namespace hotich {

struct account_wish
{
    std::string change; ///< one of account_change
    std::optional<account_grant> grant;
    std::string full_name;
    std::string reason;
    std::optional<account_grant> moved_to = {}; ///< the right that follows the one that ends
};

/// `today` stands for a day that is not told. invalid_input names the member.
result<account_wish> parse_wish(
    const json::object& source, const admin_units& units, const civil_date& today
);

/// invalid_input: what is wrong with the wish ("role_not_at_level", "grant_unknown",
/// "reason_needed"…); conflict: the account is not in a state for it ("ended_for_good",
/// "as_it_is").
result<account> changed(account before, const account_wish& wish, const rights_book& book);

/// Whether an account may have this done to another one, on a day: giving or ending a role takes
/// the right to give it; what concerns the whole account takes that for every role it has.
bool may_change(
    const account& who,
    const account& other,
    const account_wish& wish,
    const civil_date& day,
    const rights_book& book
);

} // namespace hotich
