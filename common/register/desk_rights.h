// What who is signed in may do at a desk, all at once: what a window offers. Whether something is
// really done is asked again when it is (desk_accounts.h). Used by the desktop.
#pragma once

#include "common/register/desk_register.h"

#include <set>

namespace hotich {

/// Actions of the role table. All of them where the office has no accounts; none for who has no
/// account where it has.
result<std::set<std::string, std::less<>>> actions_at(desk_register& desk, instant now);

} // namespace hotich
