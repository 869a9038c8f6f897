// What a desk does when its server has shut it out: every password's way to the register's key goes
// from the key file. Who may open it then is the province with its recovery key, or, where the
// office has none, the server with the key that signs the feed: what was not sent yet can still be
// saved. Used by the exchange.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// Why nothing may be written any more (desk_session::held_back), and what take_word says.
inline constexpr const char* desk_shut_out = "desk_shut_out";

/// not_allowed "desk_shut_out" when it is done; called again it does nothing more. The caller has
/// proved that the server said so.
status shut_out(desk_register& desk);

} // namespace hotich
