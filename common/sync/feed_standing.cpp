#include "common/sync/feed_standing.h"

#include <algorithm>

namespace hotich {

status feed_standing::await_everybody(instant now)
{
    TRY(const auto before, restored_at_ms());
    TRY([[maybe_unused]] const auto noted,
        m_db.execute("INSERT INTO restoration (at_ms) VALUES ($1)", {std::max(now.ms, before + 1)})
    );
    TRY([[maybe_unused]] const auto rows,
        m_db.execute("INSERT INTO feed_standing (office, desk, standing, revision) SELECT office, "
                     "desk, 'awaited', 0 FROM desk WHERE shut_out = 0 ON CONFLICT DO NOTHING"));
    return {};
}

result<std::int64_t> feed_standing::restored_at_ms()
{
    TRY(const auto rows, m_db.query("SELECT coalesce(max(at_ms), 0) FROM restoration"));
    return rows.front().integer(0);
}

result<bool> feed_standing::is_held(const std::string& office)
{
    TRY(const auto rows,
        m_db.query("SELECT 1 FROM feed_standing WHERE office = $1 LIMIT 1", {office}));
    return !rows.empty();
}

result<bool> feed_standing::is_awaited(const std::string& office, const std::string& desk)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT 1 FROM feed_standing WHERE office = $1 AND desk = $2 AND standing = 'awaited'",
            {office, desk}
        ));
    return !rows.empty();
}

status feed_standing::must_be_open(const std::string& office)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT standing FROM feed_standing WHERE office = $1 ORDER BY standing DESC LIMIT 1",
            {office}
        ));
    if (rows.empty()) return {};
    if (rows.front().text(0) == "forked") return failure{failure_code::not_allowed, feed_forked};
    return failure{failure_code::busy, feed_waits};
}

status feed_standing::heard(const std::string& office, const std::string& desk)
{
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "DELETE FROM feed_standing WHERE office = $1 AND desk = $2 AND standing = 'awaited'",
            {office, desk}
        ));
    return {};
}

status feed_standing::forked(
    const std::string& office, const std::string& desk, std::int64_t revision
)
{
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO feed_standing (office, desk, standing, revision) VALUES ($1, $2, "
            "'forked', $3) ON CONFLICT (office, desk) DO UPDATE SET standing = excluded.standing, "
            "revision = excluded.revision",
            {office, desk, revision}
        ));
    return {};
}

status feed_standing::shut_out(const std::string& office, const std::string& desk)
{
    TRY(const auto rows,
        m_db.execute("UPDATE desk SET shut_out = 1 WHERE office = $1 AND desk = $2", {office, desk})
    );
    if (rows == 0) return failure{failure_code::not_found, "no such desk"};
    TRY([[maybe_unused]] const auto waited,
        m_db.execute("DELETE FROM feed_standing WHERE office = $1 AND desk = $2", {office, desk}));
    return {};
}

result<std::vector<desk_line>> desk_lines(sql_connection& db, const std::string& office)
{
    TRY(const auto rows,
        db.query(
            "SELECT d.office, d.desk, d.public_key, d.shut_out, coalesce(s.standing, ''), "
            "coalesce(c.day, ''), coalesce(c.certificate, '') FROM desk d LEFT JOIN feed_standing "
            "s "
            "ON s.office = d.office AND s.desk = d.desk LEFT JOIN desk_contact c ON c.office = "
            "d.office AND c.desk = d.desk WHERE $1 = '' OR d.office = $1 ORDER BY d.office, d.desk",
            {office}
        ));
    std::vector<desk_line> out;
    for (const auto& row : rows)
        out.push_back(
            {row.text(0),
             row.text(1),
             row.text(2),
             row.integer(3) != 0,
             row.text(4),
             row.text(5),
             row.text(6)}
        );
    return out;
}

status note_contact(sql_connection& db, const desk_line& desk, const civil_date& day)
{
    TRY(auto transaction, write_transaction::begin(db));
    TRY([[maybe_unused]] const auto rows,
        db.execute(
            "INSERT INTO desk_contact (office, desk, day, certificate) VALUES ($1, $2, $3, $4) ON "
            "CONFLICT (office, desk) DO UPDATE SET day = excluded.day, certificate = "
            "excluded.certificate",
            {desk.office, desk.desk, to_iso(day), desk.certificate}
        ));
    return transaction.commit();
}

} // namespace hotich
