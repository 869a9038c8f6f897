// A person's account: who he is, which rights he has where and for how long, what he signs in with.
// Accounts are folded from the feed of every unit they have a right in: each change is an operation
// of the server that holds the whole account after it, so that a desk knows its people offline.
//
// kind "account", record = the account's id, payload
// {"change":…,"by":account or "operator","reason":…?,"account":{"id","name","full_name","state",
//  "grants":[{"role","unit","from","until"?}],"credential":{…}}}
// kind "change_password", by a desk for the one who signs in: payload {"credential":{…}}
#pragma once

#include "common/accounts/credential.h"
#include "common/accounts/unit_ref.h"
#include "common/definitions/role_table.h"
#include "common/records/record.h"

#include <optional>
#include <vector>

namespace hotich {

/// One role in one unit, for a time.
struct account_grant
{
    std::string role;
    unit_ref unit;
    civil_date from;
    std::optional<civil_date> until; ///< the last day; open where there is none

    [[nodiscard]] bool holds(const civil_date& on) const
    {
        return from <= on && (!until || on <= *until);
    }

    bool operator==(const account_grant&) const = default;
};

enum class account_state { active, suspended, ended };

const char* name_of(account_state state);

struct account
{
    std::string id;
    std::string name;      ///< what is typed to sign in: "lan.tt"
    std::string full_name; ///< as papers and lists show it
    account_state state = account_state::active;
    std::vector<account_grant> grants;
    credential proof;

    [[nodiscard]] json::object to_json() const;
};

/// invalid_input names the member.
result<account> parse_account(const json::object& source, const admin_units& units);

inline constexpr std::size_t max_account_grants = 50;

/// 3 to 40 of a–z, 0–9, '.', '-', '_', beginning with a letter.
bool is_account_name(std::string_view text);

/// What a change is called in the log and in lists.
namespace account_change {
inline constexpr const char* created = "created";
inline constexpr const char* granted = "granted";
inline constexpr const char* grant_ended = "grant_ended";
inline constexpr const char* moved = "moved";
inline constexpr const char* renamed = "renamed";
inline constexpr const char* suspended = "suspended";
inline constexpr const char* resumed = "resumed";
inline constexpr const char* ended = "ended";
inline constexpr const char* password_reset = "password_reset";
inline constexpr const char* password_changed = "password_changed";
} // namespace account_change

/// The account as a feed tells it: decided operations in feed order, then this desk's own pending
/// ones. Nothing where no operation makes it. A refused change of password does nothing.
std::optional<account> fold_account(
    const std::vector<log_entry>& entries, const admin_units& units
);

/// Feeds that must know the account: those of the units it has, or had, a right in.
std::vector<std::string> feeds_of(const account& who);

} // namespace hotich
