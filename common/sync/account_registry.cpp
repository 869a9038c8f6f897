#include "common/sync/account_registry.h"

#include "common/base/ids.h"
#include "common/base/text.h"
#include "common/register/account_book.h"
#include "common/register/operation_log.h"

#include <algorithm>
#include <map>
#include <set>

namespace hotich {

namespace {

constexpr std::int64_t accounts_at_once = 200;

failure wrong(const std::string& what) { return {failure_code::invalid_input, what}; }

/// What stands in the profile of a feed that is no commune's.
office_profile profile_of(const unit_ref& unit, const admin_units& units, const civil_date& day)
{
    const auto* found = unit_on(units, unit, day, day);
    office_profile out;
    out.code = feed_of(unit);
    out.name = found == nullptr ? to_text(unit) : found->name;
    out.province_code = unit.level == "province" ? unit.code : "";
    return out;
}

} // namespace

result<made_account> account_registry::create(
    const new_account& wanted,
    const account_maker& maker,
    instant now,
    random_source& random,
    password_cost cost
)
{
    made_account made;
    made.who.id = new_uuid(now, random);
    made.who.name = wanted.name;
    made.who.full_name = clean_name(wanted.full_name);
    if (!is_account_name(made.who.name)) return wrong("name_wrong");
    if (made.who.full_name.empty()) return wrong("full_name_needed");
    const rights_book book{m_known.roles(), m_known.units()};
    const account_wish first{account_change::granted, wanted.first_grant, "", ""};
    TRY(made.who, changed(std::move(made.who), first, book));
    made.password = made_up_password(random);
    TRY(made.who.proof, new_credential(made.password, random, cost));
    made.who.proof.must_change = true;
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY(const auto added,
        m_db.execute(
            "INSERT INTO account_name (name, account, home) VALUES ($1, $2, $3) ON CONFLICT "
            "(name) DO NOTHING",
            {made.who.name, made.who.id, feed_of(wanted.first_grant.unit)}
        ));
    if (added == 0) return failure{failure_code::conflict, "name_taken"};
    TRY_STATUS(write(made.who, {account_change::created, maker.by, maker.reason}, now));
    TRY_STATUS(transaction.commit());
    return made;
}

result<made_account> account_registry::change(
    const std::string& id,
    const account_wish& wish,
    const account_maker& maker,
    instant now,
    random_source& random
)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY(auto before, find(id));
    made_account made;
    const auto cost = before.proof.secret.cost;
    const auto generation = before.proof.generation;
    TRY(made.who, changed(std::move(before), wish, {m_known.roles(), m_known.units()}));
    if (wish.change == account_change::password_reset) {
        // A new pair: whoever had the old password has nothing of it any more.
        made.password = made_up_password(random);
        TRY(made.who.proof, new_credential(made.password, random, cost));
        made.who.proof.generation = generation + 1;
        made.who.proof.must_change = true;
    }
    TRY_STATUS(write(made.who, {wish.change, maker.by, maker.reason}, now));
    if (made.who.state != account_state::active || !made.password.empty()) {
        TRY([[maybe_unused]] const auto signed_out,
            m_db.execute("DELETE FROM session WHERE account = $1", {id}));
    }
    TRY_STATUS(transaction.commit());
    return made;
}

status account_registry::take_credential(
    const std::string& id, const credential& proof, instant now
)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY(auto who, find(id));
    if (proof.generation <= who.proof.generation || proof.public_key != who.proof.public_key)
        return {};
    who.proof = proof;
    TRY_STATUS(write(who, {account_change::password_changed, id, ""}, now));
    return transaction.commit();
}

result<account> account_registry::in_feed(const std::string& feed, const std::string& id)
{
    TRY(auto found, account_book(m_db, m_known.units(), feed).find(id));
    if (!found) return failure{failure_code::not_found, "no such account"};
    return std::move(*found);
}

result<account> account_registry::find(const std::string& id)
{
    TRY(const auto rows, m_db.query("SELECT home FROM account_name WHERE account = $1", {id}));
    if (rows.empty()) return failure{failure_code::not_found, "no such account"};
    return in_feed(rows.front().text(0), id);
}

result<account> account_registry::find_by_name(const std::string& name)
{
    TRY(const auto rows,
        m_db.query("SELECT home, account FROM account_name WHERE name = $1", {name}));
    if (rows.empty()) return failure{failure_code::not_found, "no such account"};
    return in_feed(rows.front().text(0), rows.front().text(1));
}

/// Of rows of home and account, in one question.
result<std::vector<account>> account_registry::contents_of(const std::vector<sql_row>& names)
{
    std::string places;
    std::vector<sql_value> values;
    for (const auto& row : names) {
        const auto at = values.size();
        places += (at == 0 ? "($" : ", ($") + std::to_string(at + 1) + ", $"
            + std::to_string(at + 2) + ")";
        values.emplace_back(row.text(0));
        values.emplace_back(row.text(1));
    }
    TRY(const auto rows,
        m_db.query(
            "SELECT content FROM account WHERE (office, account) IN (VALUES " + places
                + ") ORDER BY name",
            std::span<const sql_value>(values)
        ));
    std::vector<account> page;
    for (const auto& row : rows) {
        TRY(const auto source, parse_json_object(row.text(0)));
        TRY(auto one, parse_account(source, m_known.units()));
        page.push_back(std::move(one));
    }
    return page;
}

result<std::vector<account>> account_registry::all()
{
    std::vector<account> out;
    std::string behind;
    while (true) {
        TRY(const auto names,
            m_db.query(
                "SELECT home, account, name FROM account_name WHERE name > $1 ORDER BY name LIMIT "
                "$2",
                {behind, accounts_at_once}
            ));
        if (names.empty()) return out;
        behind = names.back().text(2);
        TRY(auto page, contents_of(names));
        std::move(page.begin(), page.end(), std::back_inserter(out));
    }
}

result<std::vector<account>> account_registry::of_unit(const unit_ref& unit)
{
    return account_book(m_db, m_known.units(), feed_of(unit)).all();
}

/// Everybody who has, or had, a right in a unit or below it; by name, each once. Of many feeds only
/// those that are reached are read.
result<std::vector<account>> account_registry::below(const unit_ref& unit, const civil_date& day)
{
    TRY(const auto feeds, m_db.query("SELECT DISTINCT office FROM account ORDER BY office"));
    std::map<std::string, account> by_name;
    for (const auto& row : feeds) {
        const auto of_feed = unit_of_feed(row.text(0));
        if (!(of_feed == unit) && !reaches(m_known.units(), unit, day, of_feed, day)) continue;
        TRY(auto people, account_book(m_db, m_known.units(), row.text(0)).all());
        for (auto& one : people)
            by_name.try_emplace(one.name, std::move(one));
    }
    std::vector<account> out;
    for (auto& [name, one] : by_name)
        out.push_back(std::move(one));
    return out;
}

result<std::vector<account>> account_registry::readable_by(
    const account& who, const civil_date& day, const accounts_asked& asked
)
{
    const rights_book book{m_known.roles(), m_known.units()};
    std::set<std::string> units;
    for (const auto& grant : who.grants)
        if (may(who, "accounts.read", {grant.unit, day}, book)) units.insert(to_text(grant.unit));
    if (asked.unit) units = {to_text(*asked.unit)};
    std::map<std::string, account> found;
    for (const auto& text : units) {
        TRY(const auto unit, parse_unit(m_known.units(), text));
        TRY(auto people, below(unit, day));
        for (auto& one : people) {
            if (is_readable_by(who, one, day) && one.name > asked.after)
                found.try_emplace(one.name, std::move(one));
        }
    }
    std::vector<account> out;
    for (auto& [name, one] : found) {
        if (std::ssize(out) >= asked.limit) break;
        out.push_back(std::move(one));
    }
    return out;
}

result<std::vector<account_event>> account_registry::history(const std::string& id)
{
    TRY(const auto rows, m_db.query("SELECT home FROM account_name WHERE account = $1", {id}));
    if (rows.empty()) return failure{failure_code::not_found, "no such account"};
    TRY(const auto entries, operation_log(m_db, rows.front().text(0)).entries_of(id));
    std::vector<account_event> out;
    std::map<std::string, std::string> names;
    for (const auto& entry : entries) {
        account_event one{entry.op.at, account_change::password_changed, id, "", ""};
        if (entry.op.kind == operation_kind::account) {
            one.change = text_at(entry.op.payload, "change");
            one.by = text_at(entry.op.payload, "by");
            one.reason = text_at(entry.op.payload, "reason");
        }
        const auto [name, is_new] = names.try_emplace(one.by);
        if (is_new)
            if (const auto found = find(one.by)) name->second = found->name;
        one.by_name = name->second;
        out.push_back(std::move(one));
    }
    return out;
}

bool account_registry::is_readable_by(const account& who, const account& one, const civil_date& day)
    const
{
    const rights_book book{m_known.roles(), m_known.units()};
    return std::any_of(one.grants.begin(), one.grants.end(), [&](const account_grant& grant) {
        return may(who, "accounts.read", {grant.unit, day}, book);
    });
}

/// Into every feed that knows the account, in one order for all servers.
status account_registry::write(const account& who, const change_told& told, instant now)
{
    for (const auto& grant : who.grants)
        TRY_STATUS(make_feed(grant.unit, now));
    for (const auto& feed : feeds_of(who)) {
        json::object payload{{"change", told.change}, {"by", told.by}};
        if (!told.reason.empty()) payload["reason"] = told.reason;
        payload["account"] = who.to_json();
        TRY_STATUS(m_host.append_own(
            feed, {feed, server_desk, operation_kind::account, who.id, now, "", std::move(payload)}
        ));
    }
    return {};
}

/// A commune's office is made when its first desk is; people may have rights in it before.
status account_registry::make_feed(const unit_ref& unit, instant now)
{
    const auto feed = feed_of(unit);
    const auto known = m_host.office(feed);
    if (known || known.error().code != failure_code::not_found)
        return known ? status() : status(known.error());
    const auto day = date_in_vietnam(now);
    auto profile = profile_of(unit, m_known.units(), day);
    if (unit.level == "commune") {
        TRY(profile, profile_of_commune(m_known.units(), unit.code, day));
    }
    return m_host.write_office(profile, now);
}

} // namespace hotich
