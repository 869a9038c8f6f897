#include "common/register/desk_rights.h"

namespace hotich {

result<std::set<std::string, std::less<>>> actions_at(desk_register& desk, instant now)
{
    const auto& roles = desk.known().roles();
    account_book accounts(desk.connection(), desk.known().units(), desk.identity().office);
    std::optional<account> who;
    if (const auto& id = desk.session().by.account; !id.empty()) {
        TRY(who, accounts.find(id));
    }
    TRY(const auto trusts_all, accounts.is_empty());
    const rights_place here{{"commune", desk.identity().office}, date_in_vietnam(now)};
    std::set<std::string, std::less<>> out;
    for (const auto& [action, label] : roles.actions())
        if (who ? may(*who, action, here, {roles, desk.known().units()}) : trusts_all)
            out.insert(action);
    return out;
}

} // namespace hotich
