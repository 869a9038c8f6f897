#include "common/accounts/account_wish.h"

#include "common/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace hotich {

namespace {

constexpr std::size_t max_reason_bytes = 1000;

failure wrong(const char* what) { return {failure_code::invalid_input, what}; }

failure not_now(const char* what) { return {failure_code::conflict, what}; }

bool is_about_a_grant(std::string_view change)
{
    return change == account_change::granted || change == account_change::grant_ended
        || change == account_change::moved;
}

bool needs_reason(std::string_view change)
{
    return change == account_change::suspended || change == account_change::ended;
}

status give(account& who, const account_grant& grant, const rights_book& book)
{
    if (const auto why = why_impossible(grant, book); !why.empty()) return wrong(why.c_str());
    if (grant.until && *grant.until < grant.from) return wrong("until_before_from");
    const bool is_there = std::any_of(who.grants.begin(), who.grants.end(), [&](const auto& held) {
        return held.role == grant.role && held.unit == grant.unit && held.holds(grant.from);
    });
    if (is_there) return not_now("as_it_is");
    if (who.grants.size() >= max_account_grants) return wrong("too_many_grants");
    who.grants.push_back(grant);
    return {};
}

/// The right ends with its last day; it stays in the account, for what was done with it stands.
status end(account& who, const account_grant& named)
{
    for (auto& held : who.grants) {
        if (held.role != named.role || !(held.unit == named.unit) || !held.holds(*named.until))
            continue;
        if (held.until == named.until) return not_now("as_it_is");
        held.until = named.until;
        return {};
    }
    return wrong("grant_unknown");
}

/// The right there ends the day before the new one begins.
status move(account& who, const account_wish& wish, const rights_book& book)
{
    if (!wish.moved_to) return wrong("grant_unknown");
    auto last = *wish.grant;
    last.until = add_days(wish.moved_to->from, -1);
    TRY_STATUS(end(who, last));
    return give(who, *wish.moved_to, book);
}

status set_state(account& who, account_state state)
{
    if (who.state == state) return not_now("as_it_is");
    if (who.state == account_state::ended) return not_now("ended_for_good");
    who.state = state;
    return {};
}

const std::map<std::string_view, account_state>& states_by_change()
{
    static const std::map<std::string_view, account_state> table{
        {account_change::suspended, account_state::suspended},
        {account_change::resumed, account_state::active},
        {account_change::ended, account_state::ended}};
    return table;
}

result<account_grant> grant_of(
    const json::object& source,
    std::string_view change,
    const admin_units& units,
    const civil_date& today
)
{
    account_grant grant;
    TRY(grant.role, string_member(source, "role"));
    TRY(const auto unit, string_member(source, "unit"));
    TRY(grant.unit, parse_unit(units, unit));
    const auto day_of = [&source](const char* member) -> result<std::optional<civil_date>> {
        const auto text = text_at(source, member);
        const auto day = parse_date(text);
        if (!text.empty() && !day)
            return failure{
                failure_code::invalid_input, std::string(member) + " must be a day (2026-11-28)"};
        return day;
    };
    TRY(const auto from, day_of("from"));
    TRY(grant.until, day_of("until"));
    grant.from = from.value_or(today);
    if (change == account_change::grant_ended && !grant.until) grant.until = today;
    return grant;
}

} // namespace

result<account_wish> parse_wish(
    const json::object& source, const admin_units& units, const civil_date& today
)
{
    account_wish wish;
    TRY(wish.change, string_member(source, "change"));
    wish.full_name = clean_name(text_at(source, "full_name"));
    wish.reason = clean_text(text_at(source, "reason"));
    if (wish.reason.size() > max_reason_bytes) return wrong("reason_too_long");
    if (is_about_a_grant(wish.change)) {
        TRY(wish.grant, grant_of(source, wish.change, units, today));
    }
    if (wish.change == account_change::moved) {
        wish.moved_to = wish.grant;
        TRY(const auto unit, string_member(source, "to_unit"));
        TRY(wish.moved_to->unit, parse_unit(units, unit));
        if (const auto role = text_at(source, "to_role"); !role.empty()) wish.moved_to->role = role;
    }
    return wish;
}

result<account> changed(account before, const account_wish& wish, const rights_book& book)
{
    if (needs_reason(wish.change) && wish.reason.empty()) return wrong("reason_needed");
    if (is_about_a_grant(wish.change)) {
        if (!wish.grant) return wrong("grant_unknown");
        if (before.state == account_state::ended) return not_now("ended_for_good");
        TRY_STATUS(
            wish.change == account_change::granted     ? give(before, *wish.grant, book)
                : wish.change == account_change::moved ? move(before, wish, book)
                                                       : end(before, *wish.grant)
        );
        return before;
    }
    if (const auto state = states_by_change().find(wish.change);
        state != states_by_change().end()) {
        TRY_STATUS(set_state(before, state->second));
        return before;
    }
    if (before.state == account_state::ended) return not_now("ended_for_good");
    if (wish.change == account_change::renamed) {
        if (wish.full_name.empty()) return wrong("full_name_needed");
        before.full_name = wish.full_name;
        return before;
    }
    if (wish.change == account_change::password_reset) return before;
    return wrong("change_unknown");
}

bool may_change(
    const account& who,
    const account& other,
    const account_wish& wish,
    const civil_date& day,
    const rights_book& book
)
{
    if (wish.grant) {
        const auto gives = [&](const account_grant& grant) {
            return may_give(who, grant.role, {grant.unit, day}, book);
        };
        return gives(*wish.grant) && (!wish.moved_to || gives(*wish.moved_to));
    }
    const auto is_past = [&day](const account_grant& grant) {
        return grant.until && *grant.until < day;
    };
    // Of one who has no right left, those that he had say whose he is.
    const bool has_left = std::all_of(other.grants.begin(), other.grants.end(), is_past);
    return !other.grants.empty()
        && std::all_of(other.grants.begin(), other.grants.end(), [&](const account_grant& grant) {
               return (!has_left && is_past(grant))
                   || may_give(who, grant.role, {grant.unit, day}, book);
           });
}

} // namespace hotich
