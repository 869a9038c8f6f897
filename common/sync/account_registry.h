// The server's accounts: made, changed and found. Each change is an operation of the server in the
// feed of every unit the account has a right in, all in one transaction; so desks learn of it with
// their entries, and the log tells who did it and why. Who may want what is asked by the caller
// (common/accounts). Used by the server's routes and its commands.
#pragma once

#include "common/accounts/account_wish.h"
#include "common/sync/host.h"

namespace hotich {

/// A person who is to have an account.
struct new_account
{
    std::string name; ///< to sign in with
    std::string full_name;
    account_grant first_grant;
};

/// Who wants it: an account's id, or `the_operator` at the server's own console.
struct account_maker
{
    std::string by;
    std::string reason;
};

inline constexpr const char* the_operator = "operator";

struct made_account
{
    account who;
    std::string password; ///< told once, to be changed at the first sign-in
};

struct accounts_asked
{
    std::string after;                 ///< the name of the last one of the page before
    std::int64_t limit = 200;          ///< the most there are of a page
    std::optional<unit_ref> unit = {}; ///< only those with a right in it or below it
};

/// One line of an account's history.
struct account_event
{
    instant at;
    std::string change;  ///< one of account_change
    std::string by;      ///< an account's id, or `the_operator`
    std::string by_name; ///< what that one signs in with
    std::string reason;
};

class account_registry
{
public:
    account_registry(host& service, sql_connection& db, const definitions& known)
        : m_host(service), m_db(db), m_known(known)
    {}

    /// conflict: "name_taken"; invalid_input: "name_wrong", "full_name_needed", or why the right is
    /// impossible.
    result<made_account> create(
        const new_account& wanted,
        const account_maker& maker,
        instant now,
        random_source& random,
        password_cost cost = {}
    );
    /// As `changed` says; password_reset gives the new password, all else an empty one. not_found.
    result<made_account> change(
        const std::string& id,
        const account_wish& wish,
        const account_maker& maker,
        instant now,
        random_source& random
    );
    /// A new proof of the account's own, where its generation is higher: a password changed at the
    /// server, or at a desk of another office.
    status take_credential(const std::string& id, const credential& proof, instant now);

    /// not_found.
    result<account> find(const std::string& id);
    result<account> find_by_name(const std::string& name);
    /// Everybody, by name: for the server's own console.
    result<std::vector<account>> all();
    /// Those with a right, past or not, in the unit itself; by name.
    result<std::vector<account>> of_unit(const unit_ref& unit);
    /// Those of all units a right of `who` to read accounts reaches, by name.
    result<std::vector<account>> readable_by(
        const account& who, const civil_date& day, const accounts_asked& asked
    );
    /// What was done with an account, by whom and why; the oldest first.
    result<std::vector<account_event>> history(const std::string& id);

    /// Whether a right of `who` to read accounts reaches a unit that `one` has a right in, past or
    /// not.
    [[nodiscard]] bool is_readable_by(const account& who, const account& one, const civil_date& day)
        const;

private:
    struct change_told
    {
        std::string change;
        std::string by;
        std::string reason;
    };

    result<std::vector<account>> contents_of(const std::vector<sql_row>& names);
    status write(const account& who, const change_told& told, instant now);
    result<std::vector<account>> below(const unit_ref& unit, const civil_date& day);
    status make_feed(const unit_ref& unit, instant now);
    result<account> in_feed(const std::string& feed, const std::string& id);

    host& m_host;
    sql_connection& m_db;
    const definitions& m_known;
};

} // namespace hotich
