#include "common/register/desk_accounts.h"

#include "common/crypto/seal.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
constexpr const char* own_action = "accounts.own"; ///< always possible: a new password

account_book accounts_of(desk_register& desk)
{
    return {desk.connection(), desk.known().units(), desk.identity().office};
}

/// Whether an account may sign in to this office's desks: any right in the office itself will do.
bool belongs_here(const account& who, const desk_register& desk, instant now)
{
    const auto day = date_in_vietnam(now);
    const auto& units = desk.known().units();
    const unit_ref here{"commune", desk.identity().office};
    return who.state == account_state::active
        && std::any_of(who.grants.begin(), who.grants.end(), [&](const account_grant& grant) {
               return grant.unit.level == here.level && grant.holds(day)
                   && reaches(units, grant.unit, grant.from, here, day);
           });
}

/// The box that is there is kept: it opens the same, and the file changes only where people do.
result<key_holder> holder_of(
    const account& who, const std::vector<key_holder>& present, const secret_key& door
)
{
    key_holder out{who.name, who.proof.secret, who.id, who.proof.public_key, ""};
    const auto before = std::find_if(present.begin(), present.end(), [&](const key_holder& one) {
        return one.account == who.id && one.public_key == who.proof.public_key;
    });
    if (before != present.end()) {
        out.box = before->box;
        return out;
    }
    TRY(out.box, box_key(door, who.proof.public_key));
    return out;
}

result<std::vector<key_holder>> accounts_as_holders(
    desk_register& desk, const key_file& present, instant now
)
{
    TRY(const auto accounts, accounts_of(desk).all());
    std::vector<key_holder> holders;
    for (const auto& who : accounts) {
        if (!belongs_here(who, desk, now)) continue;
        TRY(auto holder, holder_of(who, present.holders, *desk.session().files->door));
        holders.push_back(std::move(holder));
    }
    return holders;
}

/// The same, with a box for the province's recovery key where there is one.
result<key_file> with_recovery(
    key_file keys, const std::string& recovery_key, const secret_key& register_key
)
{
    if (recovery_key.empty() || keys.recovery_key == recovery_key) return keys;
    TRY(keys.keys.front().recovery_box, box_key(register_key, recovery_key));
    keys.recovery_key = recovery_key;
    return keys;
}

/// He may have kept the register's key: the next opening makes a new one.
bool loses_somebody(const std::vector<key_holder>& before, const std::vector<key_holder>& now)
{
    return std::any_of(before.begin(), before.end(), [&now](const key_holder& one) {
        return std::none_of(now.begin(), now.end(), [&one](const key_holder& other) {
            return other.public_key == one.public_key && other.user == one.user;
        });
    });
}

std::int64_t days_since_contact(const desk_register& desk, instant now)
{
    const auto last = desk.meta("last_sync_at");
    if (!last) return 0;
    return std::max<std::int64_t>(now.ms - std::atoll(last->c_str()), 0) / day_ms;
}

} // namespace

std::int64_t days_left_offline(const desk_register& desk, instant now)
{
    return desk.office().offline_days - days_since_contact(desk, now);
}

result<session_terms> begin_session(desk_register& desk, instant now)
{
    session_terms terms;
    if (!desk.is_enrolled()) return terms;
    if (!desk.session().by.account.empty()) {
        TRY(const auto who, accounts_of(desk).find(desk.session().by.account));
        if (who && !belongs_here(*who, desk, now))
            return failure{failure_code::not_allowed, "account_not_allowed"};
        terms.must_change_password = who && who->proof.must_change;
    }
    TRY_STATUS(align_holders(desk, now));
    const auto left = days_left_offline(desk, now);
    terms.must_synchronise = left < 0;
    terms.days_left = std::max<std::int64_t>(left, 0);
    desk.session().held_back = terms.must_change_password ? password_must_be_changed
        : terms.must_synchronise                          ? contact_needed
                                                          : "";
    bind_to_machine(desk);
    return terms;
}

result<desk_actor> actor_at(desk_register& desk)
{
    auto accounts = accounts_of(desk);
    desk_actor actor;
    if (const auto& id = desk.session().by.account; !id.empty()) {
        TRY(actor.who, accounts.find(id));
    }
    if (!actor.who) {
        TRY(actor.trusts_all, accounts.is_empty());
    }
    return actor;
}

status may_do(desk_register& desk, std::string_view action, instant now)
{
    const auto& held_back = desk.session().held_back;
    if (!held_back.empty() && action != own_action)
        return failure{failure_code::not_allowed, held_back};
    TRY(const auto actor, actor_at(desk));
    if (!actor.who)
        return actor.trusts_all ? status() : failure{failure_code::not_allowed, "account_needed"};
    const rights_place here{{"commune", desk.identity().office}, date_in_vietnam(now)};
    if (may(*actor.who, action, here, {desk.known().roles(), desk.known().units()})) return {};
    return failure{failure_code::not_allowed, "account_not_allowed"};
}

void release(desk_register& desk, std::string_view why)
{
    if (desk.session().held_back == why) desk.session().held_back.clear();
}

status may_write(desk_register& desk, std::string_view operation_kind, instant now)
{
    return may_do(desk, desk.known().roles().action_of(operation_kind), now);
}

status align_holders(desk_register& desk, instant now)
{
    if (!desk.session().files) return {};
    const auto& files = *desk.session().files;
    TRY(const auto present, read_key_file(files.file));
    // An opening that could not renew version 1, on a full disk: the next one will.
    if (present.keys.empty()) return {};
    TRY(auto wanted, with_recovery(present, desk.office().recovery_key, *files.key));
    TRY(auto holders, accounts_as_holders(desk, present, now));
    // Somebody must be able to open it: where no account is left, who had a key keeps it.
    if (!holders.empty()) {
        wanted.holders = std::move(holders);
        if (desk.session().by.account.empty())
            std::copy_if(
                present.holders.begin(),
                present.holders.end(),
                std::back_inserter(wanted.holders),
                [](const key_holder& one) { return one.account.empty(); }
            );
    }
    wanted.must_rotate = wanted.must_rotate || loses_somebody(present.holders, wanted.holders);
    if (wanted == present) return {};
    return write_key_file(files.file, wanted);
}

status recover_register(const std::string& file, const signing_key& recovery, const new_holder& who)
{
    TRY(auto keys, read_key_file(file));
    if (keys.keys.empty()) keys.keys = {{"", keys.recovery_box}};
    key_seals seals{new_secret_key(who.random), std::nullopt};
    for (auto& one : keys.keys) {
        if (one.recovery_box.empty()) return failure{failure_code::not_found, "no_recovery_box"};
        TRY(const auto key, open_box(one.recovery_box, recovery));
        TRY(one, seal_key(key, seals, keys.recovery_key, who.random));
    }
    TRY(auto holder, new_key_holder(who.user, who.password, seals.door, who.random, who.cost));
    // The others' boxes open the old door; accounts get new ones when he has signed in.
    keys.holders = {std::move(holder)};
    keys.machine = {};
    keys.recovery_box.clear();
    keys.must_rotate = true;
    return write_key_file(file, keys);
}

status change_own_password(
    desk_register& desk,
    const std::string& old_password,
    const std::string& new_password,
    instant now
)
{
    TRY(const auto who, accounts_of(desk).find(desk.session().by.account));
    if (!who) return failure{failure_code::not_allowed, "account_needed"};
    TRY_STATUS(
        check_new_password(new_password, {who->name, who->full_name, desk.office().commune_name})
    );
    TRY(const auto proof, change_password(who->proof, old_password, new_password, desk.random()));
    TRY_STATUS(desk.append(
        operation_kind::change_password, who->id, {{"credential", proof.to_json()}}, now
    ));
    release(desk, password_must_be_changed);
    return align_holders(desk, now);
}

} // namespace hotich
