#include "common/accounts/rights.h"

#include <algorithm>

namespace hotich {

namespace {

/// Whether a grant that fits holds there on that day.
template <class Fits>
bool any_grant(
    const account& who, const rights_place& where, const rights_book& book, const Fits& fits
)
{
    if (who.state != account_state::active) return false;
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const account_grant& grant) {
        const auto* role = book.roles.find(grant.role);
        return role != nullptr && grant.holds(where.day) && fits(*role)
            && reaches(book.units, grant.unit, grant.from, where.unit, where.day);
    });
}

} // namespace

bool may(
    const account& who, std::string_view action, const rights_place& where, const rights_book& book
)
{
    return any_grant(who, where, book, [action](const role_definition& role) {
        return role.may.contains(action);
    });
}

bool needs_second_factor(const account& who, const civil_date& day, const rights_book& book)
{
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const account_grant& grant) {
        const auto* role = book.roles.find(grant.role);
        return role != nullptr && role->needs_second_factor && grant.holds(day);
    });
}

bool may_give(
    const account& who, std::string_view role, const rights_place& where, const rights_book& book
)
{
    return any_grant(who, where, book, [role](const role_definition& own) {
        return own.may.contains("accounts.manage") && own.gives.contains(role);
    });
}

std::string why_impossible(const account_grant& grant, const rights_book& book)
{
    const auto* role = book.roles.find(grant.role);
    if (role == nullptr) return "role_unknown";
    if (!role->levels.contains(grant.unit.level)) return "role_not_at_level";
    const bool is_in_force = grant.unit.level == "nation"
        || unit_on(book.units, grant.unit, grant.from, grant.from) != nullptr;
    return is_in_force ? "" : "unit_not_in_force";
}

} // namespace hotich
