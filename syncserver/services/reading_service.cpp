#include "syncserver/services/reading_service.h"

#include "common/register/projection.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr const char* wide_action = "entries.read_wide";

/// Where a look that finds nothing is written: the feed of the unit whose right it was.
std::string home_of(const account& who, const definitions& known, const civil_date& day)
{
    const rights_book book{known.roles(), known.units()};
    const auto found =
        std::find_if(who.grants.begin(), who.grants.end(), [&](const account_grant& grant) {
            account with_this_only = who;
            with_this_only.grants = {grant};
            return may(with_this_only, wide_action, {grant.unit, day}, book);
        });
    return found == who.grants.end() ? feed_of({"nation", ""}) : feed_of(found->unit);
}

} // namespace

bool reading_service::reaches_office(const account& who, const std::string& office) const
{
    return m_accounts.may_in(who, wide_action, {"commune", office});
}

result<wide_answer> reading_service::look_up(const account& who, const json::object& source)
{
    const auto& known = m_accounts.known();
    TRY(const auto question, parse_wide_question(source, known));
    TRY(auto answer, m_exchanges.read<wide_answer>([&](host&, sql_connection& db) {
        return look_wide(db, known, question, [&](const std::string& office) {
            return reaches_office(who, office);
        });
    }));
    const auto now = m_time.now();
    const auto home = home_of(who, known, date_in_vietnam(now));
    const auto noted = m_exchanges.write<bool>([&](host&, sql_connection& db) -> result<bool> {
        TRY(auto transaction, write_transaction::begin(db));
        reading one{0, now, who.id, reading_act::looked_up, "", "", question.reason};
        TRY_STATUS(reading_book(db, home).write(one, now));
        one.act = reading_act::shown;
        for (const auto& line : answer.lines) {
            one.record = line.record;
            TRY_STATUS(reading_book(db, line.office).write(one, now));
        }
        TRY_STATUS(transaction.commit());
        return true;
    });
    if (!noted) return noted.error();
    return answer;
}

result<record> reading_service::open(
    const account& who, const std::string& id, const json::object& source
)
{
    const auto& known = m_accounts.known();
    TRY(const auto reason, parse_wide_reason(source));
    TRY(const auto office, string_member(source, "office"));
    if (!reaches_office(who, office)) return failure{failure_code::not_found, "no such record"};
    const auto now = m_time.now();
    return m_exchanges.write<record>([&](host&, sql_connection& db) -> result<record> {
        TRY(auto content, projection(db, known, office).load(id));
        TRY(auto transaction, write_transaction::begin(db));
        TRY_STATUS(reading_book(db, office)
                       .write({0, now, who.id, reading_act::seen_whole, id, "", reason}, now));
        TRY_STATUS(transaction.commit());
        return content;
    });
}

result<std::vector<told_reading>> reading_service::readings(
    const account& who, const unit_ref& unit, const readings_asked& asked
)
{
    if (!m_accounts.may_in(who, "readings.read", unit))
        return failure{failure_code::not_allowed, "account_not_allowed"};
    TRY(auto rows, readings_by_operator(unit, asked));
    // A reason may name people: it is for those who may see the entries.
    const bool sees_entries =
        m_accounts.may_in(who, "entries.read", unit) || m_accounts.may_in(who, wide_action, unit);
    if (!sees_entries)
        for (auto& one : rows)
            one.row.what.reason.clear();
    return rows;
}

result<std::vector<told_reading>> reading_service::readings_by_operator(
    const unit_ref& unit, const readings_asked& asked
)
{
    using told = std::vector<told_reading>;
    return m_exchanges.read<told>([&](host& here, sql_connection& db) -> result<told> {
        TRY(auto rows, reading_book(db, feed_of(unit)).read(asked));
        account_registry accounts(here, db, m_accounts.known());
        std::map<std::string, std::string> names;
        told out;
        for (auto& row : rows) {
            const auto [at, is_new] = names.try_emplace(row.what.who);
            if (is_new)
                if (const auto found = accounts.find(row.what.who)) at->second = found->name;
            out.push_back({std::move(row), at->second});
        }
        return out;
    });
}

} // namespace hotich
