#include "common/sync/reading_book.h"

#include "common/records/record.h"

namespace hotich {

status reading_book::take(const std::string& desk, const std::vector<reading>& told, instant now)
{
    if (told.empty()) return {};
    for (const auto& one : told)
        TRY_STATUS(add(desk, one, now));
    TRY([[maybe_unused]] const auto gone,
        m_db.execute(
            "DELETE FROM reading WHERE office = $1 AND received_at < $2",
            {m_office, now.ms - readings_kept_ms}
        ));
    return {};
}

status reading_book::write(reading own, instant now)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT coalesce(max(seq), 0) FROM reading WHERE office = $1 AND desk = $2",
            {m_office, std::string(server_desk)}
        ));
    own.seq = rows.front().integer(0) + 1;
    return add(std::string(server_desk), own, now);
}

status reading_book::add(const std::string& desk, const reading& one, instant now)
{
    TRY([[maybe_unused]] const auto added,
        m_db.execute(
            "INSERT INTO reading (office, desk, seq, at, received_at, who, act, record, reason) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (office, desk, seq, at) DO "
            "NOTHING",
            {m_office, desk, one.seq, one.at.ms, now.ms, one.who, one.act, one.record, one.reason}
        ));
    return {};
}

result<std::vector<kept_reading>> reading_book::read(const readings_asked& asked)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT g.desk, g.seq, g.at, g.received_at, g.who, g.act, g.record, g.reason, r.event, "
            "r.year, r.reg_no FROM reading g LEFT JOIN record r ON r.office = g.office AND "
            "r.record = g.record WHERE g.office = $1 AND ($2 = '' OR g.record = $2) "
            "ORDER BY g.received_at DESC, g.desk, g.seq DESC LIMIT $3 OFFSET $4",
            {m_office, asked.record, asked.limit, asked.skip}
        ));
    std::vector<kept_reading> out;
    for (const auto& row : rows) {
        kept_reading one;
        one.desk = row.text(0);
        one.what = {
            row.integer(1),
            {row.integer(2)},
            row.text(4),
            row.text(5),
            row.text(6),
            "",
            row.text(7)};
        one.received = {row.integer(3)};
        if (!row.is_null(8)) one.event = row.text(8);
        if (!row.is_null(10))
            one.number = to_display(registration_number{
                "", static_cast<int>(row.integer(9)), static_cast<int>(row.integer(10))});
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace hotich
