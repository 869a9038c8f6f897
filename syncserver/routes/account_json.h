// How an account is told to people: without what it signs in with. Used by the handlers of sessions
// and accounts, and by the server's commands.
#pragma once

#include "syncserver/services/account_service.h"

namespace hotich {

inline json::object account_json(const account& who)
{
    auto out = who.to_json();
    out.erase("credential");
    out["must_change_password"] = who.proof.must_change;
    return out;
}

/// With what is told once.
inline json::object handed_over_json(const handed_over& given)
{
    json::object out{{"account", account_json(given.made.who)}};
    if (!given.made.password.empty()) out["password"] = given.made.password;
    if (!given.second_factor_uri.empty()) out["second_factor"] = given.second_factor_uri;
    return out;
}

} // namespace hotich
