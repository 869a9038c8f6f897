// People at the server: signing in and out, and what those who are signed in may do with accounts,
// offices and desks. Who may do what is asked here, of common/accounts; routes only word it. A
// session is a token of 256 bits that nobody but its holder has: here stands its hash.
#pragma once

#include "common/sync/account_registry.h"
#include "syncserver/services/exchange_service.h"
#include "syncserver/services/sign_in_guard.h"

namespace hotich {

inline constexpr std::int64_t session_lifetime_ms = 8ll * 3600 * 1000;
inline constexpr std::size_t max_sessions_of_account = 5; ///< the oldest goes when one more begins

struct sign_in_request
{
    std::string name;
    std::string password;
    std::string code; ///< of the second factor
    std::string address;
};

struct begun_session
{
    std::string token;
    account who;
    instant expires;
};

/// A new account, and the second factor where its role wants one; told once.
struct handed_over
{
    made_account made;
    std::string second_factor_uri;
};

class account_service
{
public:
    /// `secrets_key` seals second factors.
    account_service(
        exchange_service& exchanges,
        const definitions& known,
        const secret_key& secrets_key,
        const clock& time,
        random_source& random
    )
        : m_exchanges(exchanges),
          m_known(known),
          m_secrets_key(secrets_key),
          m_time(time),
          m_random(random)
    {}

    /// not_allowed "sign_in_refused": name, password or account, nobody is told which;
    /// "second_factor_needed"; busy with the seconds to wait as detail.
    result<begun_session> sign_in(const sign_in_request& asked);
    /// Whose token it is; not_allowed where it is nobody's, or not any more.
    result<account> session_of(const std::string& token);
    status sign_out(const std::string& token);

    /// invalid_input: the new one is too easy (credential.h); else as sign_in.
    result<account> change_own_password(
        const sign_in_request& old_one, const std::string& new_password
    );

    /// Whether any right of the account of today has the action, wherever it is.
    [[nodiscard]] bool has_action(const account& who, std::string_view action) const;

    /// Whether he may do an action today in a unit.
    [[nodiscard]] bool may_in(const account& who, std::string_view action, const unit_ref& where)
        const;

    [[nodiscard]] const definitions& known() const { return m_known; }

    /// {"name","full_name","role","unit","from"?,"until"?}; invalid_input names the member.
    [[nodiscard]] result<new_account> read_new(const json::object& source) const;
    [[nodiscard]] result<account_wish> read_wish(const json::object& source) const;

    /// Accounts that `who` may read.
    result<std::vector<account>> readable(const account& who, const accounts_asked& asked);
    /// not_found where he may not read it.
    result<account> readable_one(const account& who, const std::string& id);
    result<std::vector<account_event>> history(const account& who, const std::string& id);
    /// Why each of these could not be created, "" where it could; nothing is done. `who` is null at
    /// the server's own console.
    result<std::vector<std::string>> check(
        const account* who, const std::vector<json::object>& wanted
    );
    /// not_allowed "account_not_allowed"; else as account_registry says.
    result<handed_over> create(const account& who, const new_account& wanted);
    result<handed_over> change(const account& who, const std::string& id, const account_wish& wish);

    // At the server's own console, where nobody is asked.
    result<handed_over> create_by_operator(const new_account& wanted);
    result<handed_over> change_by_operator(const std::string& name, const account_wish& wish);
    result<std::vector<account>> all();

private:
    using registry_step =
        std::function<result<made_account>(account_registry& registry, random_source& random)>;

    [[nodiscard]] rights_book book() const { return {m_known.roles(), m_known.units()}; }

    [[nodiscard]] civil_date today() const { return date_in_vietnam(m_time.now()); }

    [[nodiscard]] std::string trouble_of(const account* who, const json::object& source) const;
    result<account> check_password(const sign_in_request& asked);
    status check_second_factor(const account& who, const std::string& code);
    result<begun_session> begin(account who);
    result<handed_over> hand_over(const registry_step& step);
    result<std::string> new_factor(sql_connection& db, const account& who);

    exchange_service& m_exchanges;
    const definitions& m_known;
    const secret_key m_secrets_key;
    const clock& m_time;
    random_source& m_random;
    sign_in_guard m_guard;
};

} // namespace hotich
