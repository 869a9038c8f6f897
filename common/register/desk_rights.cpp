#include "common/register/desk_rights.h"

#include "common/register/desk_accounts.h"

namespace hotich {

result<std::set<std::string, std::less<>>> actions_at(desk_register& desk, instant now)
{
    const auto& roles = desk.known().roles();
    TRY(const auto actor, actor_at(desk));
    const rights_place here{{"commune", desk.identity().office}, date_in_vietnam(now)};
    std::set<std::string, std::less<>> out;
    for (const auto& [action, label] : roles.actions())
        if (actor.who ? may(*actor.who, action, here, {roles, desk.known().units()})
                      : actor.trusts_all)
            out.insert(action);
    return out;
}

} // namespace hotich
