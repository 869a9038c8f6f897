#include "syncserver/services/account_service.h"

#include "common/base/text.h"
#include "common/crypto/seal.h"
#include "syncserver/services/second_factor.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t token_bytes = 32;

const failure refused{failure_code::not_allowed, "sign_in_refused"};

std::string hash_of_token(const std::string& token)
{
    return sha256_hex("hotich-session-1\n" + token);
}

std::string seal_factor(const std::string& secret, const secret_key& key, random_source& random)
{
    const auto sealed = seal_content(secret, key, random);
    return to_hex({reinterpret_cast<const std::uint8_t*>(sealed.data()), sealed.size()});
}

result<std::string> unseal_factor(const std::string& sealed_hex, const secret_key& key)
{
    TRY(const auto sealed, bytes_of_hex(sealed_hex));
    return open_content(sealed, key);
}

/// Guessing a name costs as much time as guessing a password.
void waste_time_on(const std::string& password)
{
    [[maybe_unused]] const auto hash = password_hash(password, {});
}

} // namespace

result<account> account_service::check_password(const sign_in_request& asked)
{
    const auto wait = m_guard.wait_ms(asked.name, asked.address, m_time.now());
    if (wait > 0) return failure{failure_code::busy, std::to_string(wait / 1000 + 1)};
    if (asked.password.size() > max_password_bytes) return refused;
    const auto found = m_exchanges.read<account>([&](host& here, sql_connection& db) {
        return account_registry(here, db, m_known).find_by_name(asked.name);
    });
    if (!found && found.error().code != failure_code::not_found) return found.error();
    const bool is_there = found && found->state == account_state::active;
    if (!is_there) waste_time_on(asked.password);
    if (!is_there || !open_credential(found->proof, asked.password)) {
        m_guard.failed(asked.name, asked.address, m_time.now());
        return refused;
    }
    return *found;
}

result<begun_session> account_service::sign_in(const sign_in_request& asked)
{
    TRY(auto who, check_password(asked));
    if (needs_second_factor(who, today(), book())) {
        if (asked.code.empty()) return failure{failure_code::not_allowed, "second_factor_needed"};
        if (const auto right = check_second_factor(who, asked.code); !right) {
            m_guard.failed(asked.name, asked.address, m_time.now());
            return right.error();
        }
    }
    m_guard.succeeded(asked.name, asked.address);
    return begin(std::move(who));
}

status account_service::check_second_factor(const account& who, const std::string& code)
{
    const auto taken = m_exchanges.write<bool>([&](host&, sql_connection& db) -> result<bool> {
        TRY(auto transaction, write_transaction::begin(db));
        TRY(const auto rows,
            db.query(
                "SELECT sealed, last_step FROM second_factor WHERE account = $1 FOR UPDATE",
                {who.id}
            ));
        if (rows.empty()) return refused;
        TRY(const auto secret, unseal_factor(rows.front().text(0), m_secrets_key));
        const auto step = step_of_code(secret, code, m_time.now(), rows.front().integer(1));
        if (!step) return refused;
        TRY([[maybe_unused]] const auto changed,
            db.execute(
                "UPDATE second_factor SET last_step = $2 WHERE account = $1", {who.id, *step}
            ));
        TRY_STATUS(transaction.commit());
        return true;
    });
    return taken ? status() : status(taken.error());
}

result<begun_session> account_service::begin(account who)
{
    const auto now = m_time.now();
    const auto secret = new_secret_key(m_random);
    begun_session session{to_hex(secret), std::move(who), {now.ms + session_lifetime_ms}};
    const auto written = m_exchanges.write<bool>([&](host&, sql_connection& db) -> result<bool> {
        TRY(auto transaction, write_transaction::begin(db));
        TRY([[maybe_unused]] const auto old,
            db.execute(
                "DELETE FROM session WHERE account = $1 AND (expires_at <= $2 OR token_hash NOT IN "
                "(SELECT token_hash FROM session WHERE account = $1 ORDER BY started_at DESC, "
                "token_hash LIMIT $3))",
                {session.who.id, now.ms, std::int64_t(max_sessions_of_account) - 1}
            ));
        TRY([[maybe_unused]] const auto added,
            db.execute(
                "INSERT INTO session (token_hash, account, started_at, expires_at) VALUES "
                "($1, $2, $3, $4)",
                {hash_of_token(session.token), session.who.id, now.ms, session.expires.ms}
            ));
        TRY_STATUS(transaction.commit());
        return true;
    });
    if (!written) return written.error();
    return session;
}

result<account> account_service::session_of(const std::string& token)
{
    return m_exchanges.read<account>([&](host& here, sql_connection& db) -> result<account> {
        TRY(const auto rows,
            db.query(
                "SELECT account FROM session WHERE token_hash = $1 AND expires_at > $2",
                {hash_of_token(token), m_time.now().ms}
            ));
        const failure nobody{failure_code::not_allowed, "the session has ended"};
        if (rows.empty()) return nobody;
        TRY(auto who, account_registry(here, db, m_known).find(rows.front().text(0)));
        if (who.state != account_state::active) return nobody;
        return who;
    });
}

status account_service::sign_out(const std::string& token)
{
    const auto done = m_exchanges.write<bool>([&](host&, sql_connection& db) -> result<bool> {
        TRY(const auto rows,
            db.execute("DELETE FROM session WHERE token_hash = $1", {hash_of_token(token)}));
        return rows > 0;
    });
    return done ? status() : status(done.error());
}

result<account> account_service::change_own_password(
    const sign_in_request& old_one, const std::string& new_password
)
{
    TRY(auto who, check_password(old_one));
    TRY_STATUS(check_new_password(new_password, {who.name, who.full_name}));
    TRY(who.proof, change_password(who.proof, old_one.password, new_password, m_random));
    return m_exchanges.write<account>([&](host& here, sql_connection& db) -> result<account> {
        TRY_STATUS(
            account_registry(here, db, m_known).take_credential(who.id, who.proof, m_time.now())
        );
        return who;
    });
}

bool account_service::has_action(const account& who, std::string_view action) const
{
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const account_grant& grant) {
        return may(who, action, {grant.unit, today()}, book());
    });
}

bool account_service::may_in(const account& who, std::string_view action, const unit_ref& where)
    const
{
    return may(who, action, {where, today()}, book());
}

result<new_account> account_service::read_new(const json::object& source) const
{
    auto with_change = source;
    with_change["change"] = account_change::granted;
    TRY(const auto first, read_wish(with_change));
    new_account out;
    TRY(out.name, string_member(source, "name"));
    TRY(out.full_name, string_member(source, "full_name"));
    out.first_grant = *first.grant;
    return out;
}

result<account_wish> account_service::read_wish(const json::object& source) const
{
    return parse_wish(source, m_known.units(), today());
}

result<std::vector<account>> account_service::readable(
    const account& who, const accounts_asked& asked
)
{
    return m_exchanges.read<std::vector<account>>([&](host& here, sql_connection& db) {
        return account_registry(here, db, m_known).readable_by(who, today(), asked);
    });
}

result<std::vector<account_event>> account_service::history(
    const account& who, const std::string& id
)
{
    TRY([[maybe_unused]] const auto readable, readable_one(who, id));
    return m_exchanges.read<std::vector<account_event>>([&](host& here, sql_connection& db) {
        return account_registry(here, db, m_known).history(id);
    });
}

/// Why an account cannot be created, but for its name being taken.
std::string account_service::trouble_of(const account* who, const json::object& source) const
{
    const auto wanted = read_new(source);
    if (!wanted) return wanted.error().detail;
    const auto& grant = wanted->first_grant;
    if (who != nullptr && !may_give(*who, grant.role, {grant.unit, today()}, book()))
        return "account_not_allowed";
    const account nobody{"", wanted->name, wanted->full_name, account_state::active, {}, {}};
    const auto made = changed(nobody, {account_change::granted, grant, "", ""}, book());
    return made ? std::string() : made.error().detail;
}

result<std::vector<std::string>> account_service::check(
    const account* who, const std::vector<json::object>& wanted
)
{
    using troubles = std::vector<std::string>;
    return m_exchanges.read<troubles>([&](host& here, sql_connection& db) -> result<troubles> {
        account_registry registry(here, db, m_known);
        troubles out;
        for (const auto& one : wanted) {
            auto trouble = trouble_of(who, one);
            const auto name = std::string(text_at(one, "name"));
            if (trouble.empty() && !is_account_name(name)) trouble = "name_wrong";
            if (trouble.empty() && clean_name(text_at(one, "full_name")).empty())
                trouble = "full_name_needed";
            if (trouble.empty() && registry.find_by_name(name)) trouble = "name_taken";
            out.push_back(std::move(trouble));
        }
        return out;
    });
}

result<account> account_service::readable_one(const account& who, const std::string& id)
{
    return m_exchanges.read<account>([&](host& here, sql_connection& db) -> result<account> {
        account_registry registry(here, db, m_known);
        TRY(auto found, registry.find(id));
        if (!registry.is_readable_by(who, found, today()))
            return failure{failure_code::not_found, "no such account"};
        return found;
    });
}

result<handed_over> account_service::create(const account& who, const new_account& wanted)
{
    const auto& grant = wanted.first_grant;
    if (!may_give(who, grant.role, {grant.unit, today()}, book()))
        return failure{failure_code::not_allowed, "account_not_allowed"};
    return hand_over([&](account_registry& registry, random_source& random) {
        return registry.create(wanted, {who.id, ""}, m_time.now(), random);
    });
}

result<handed_over> account_service::change(
    const account& who, const std::string& id, const account_wish& wish
)
{
    return hand_over(
        [&](account_registry& registry, random_source& random) -> result<made_account> {
            TRY(const auto other, registry.find(id));
            if (!may_change(who, other, wish, today(), book()))
                return failure{failure_code::not_allowed, "account_not_allowed"};
            return registry.change(id, wish, {who.id, wish.reason}, m_time.now(), random);
        }
    );
}

result<handed_over> account_service::create_by_operator(const new_account& wanted)
{
    return hand_over([&](account_registry& registry, random_source& random) {
        return registry.create(wanted, {the_operator, ""}, m_time.now(), random);
    });
}

result<handed_over> account_service::change_by_operator(
    const std::string& name, const account_wish& wish
)
{
    return hand_over(
        [&](account_registry& registry, random_source& random) -> result<made_account> {
            TRY(const auto other, registry.find_by_name(name));
            return registry.change(
                other.id, wish, {the_operator, wish.reason}, m_time.now(), random
            );
        }
    );
}

result<std::vector<account>> account_service::all()
{
    return m_exchanges.read<std::vector<account>>([&](host& here, sql_connection& db) {
        return account_registry(here, db, m_known).all();
    });
}

/// A second factor is made with the first role that wants one, and anew with a new password: who
/// lost both has lost everything.
result<handed_over> account_service::hand_over(const registry_step& step)
{
    return m_exchanges.write<handed_over>(
        [&](host& here, sql_connection& db) -> result<handed_over> {
            account_registry registry(here, db, m_known);
            handed_over out;
            TRY(out.made, step(registry, m_random));
            if (!needs_second_factor(out.made.who, today(), book())) return out;
            TRY(const auto rows,
                db.query("SELECT 1 FROM second_factor WHERE account = $1", {out.made.who.id}));
            if (!rows.empty() && out.made.password.empty()) return out;
            TRY(out.second_factor_uri, new_factor(db, out.made.who));
            return out;
        }
    );
}

result<std::string> account_service::new_factor(sql_connection& db, const account& who)
{
    const auto secret = new_second_factor(m_random);
    TRY([[maybe_unused]] const auto rows,
        db.execute(
            "INSERT INTO second_factor (account, sealed, last_step) VALUES ($1, $2, 0) ON CONFLICT "
            "(account) DO UPDATE SET sealed = excluded.sealed, last_step = 0",
            {who.id, seal_factor(secret, m_secrets_key, m_random)}
        ));
    return second_factor_uri(secret, who.name);
}

} // namespace hotich
