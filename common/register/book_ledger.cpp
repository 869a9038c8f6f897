#include "common/register/book_ledger.h"

#include <algorithm>
#include <set>

namespace hotich {

namespace {

struct book_year
{
    std::string book_kind;
    std::int64_t year = 0;
};

book_year book_of(const operation& op)
{
    return {std::string(text_at(op.payload, "book")), integer_or(op.payload, "year", 0)};
}

} // namespace

status book_ledger::apply(const operation& op, const std::optional<verdict>& decided)
{
    const bool is_accepted = decided && decided->result_kind == outcome::accepted;
    if (op.kind == operation_kind::void_number) {
        // A number that was given up on this desk is not used again, even before the server knows.
        return decided && !is_accepted ? take_void_back(op) : make_void(op, is_accepted);
    }
    if (!is_accepted) return {};
    if (op.kind == operation_kind::open_book) return open(op);
    if (op.kind == operation_kind::close_book) return close(op);
    return {};
}

status book_ledger::open(const operation& op)
{
    const auto book = book_of(op);
    const auto first_no = integer_or(op.payload, "first_no", 1);
    const auto volume = integer_or(op.payload, "volume", 1);
    const auto opened_on = to_iso(date_in_vietnam(op.at));
    TRY([[maybe_unused]] const auto closed,
        m_db.execute(
            "UPDATE register_book SET closed_on = $4 WHERE office = $1 AND book = $2 AND year = $3 "
            "AND closed_on = ''",
            {m_office, book.book_kind, book.year, opened_on}
        ));
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO register_book (office, book, year, volume, first_no, opened_on, "
            "closed_on, totals) VALUES ($1, $2, $3, $4, $5, $6, '', '{}')",
            {m_office, book.book_kind, book.year, volume, first_no, opened_on}
        ));
    return {};
}

status book_ledger::close(const operation& op)
{
    const auto book = book_of(op);
    const auto* totals = op.payload.if_contains("totals");
    const auto text = totals == nullptr ? std::string("{}") : to_text(*totals);
    const auto closed_on = to_iso(date_in_vietnam(op.at));
    TRY([[maybe_unused]] const auto added,
        m_db.execute(
            "INSERT INTO register_book (office, book, year, volume, first_no, opened_on, "
            "closed_on, totals) VALUES ($1, $2, $3, 1, 1, '', '', '{}') "
            "ON CONFLICT (office, book, year, volume) DO NOTHING",
            {m_office, book.book_kind, book.year}
        ));
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "UPDATE register_book SET closed_on = $4, totals = $5 WHERE office = $1 AND book = $2 "
            "AND year = $3 AND volume = (SELECT max(volume) FROM register_book WHERE office = $1 "
            "AND book = $2 AND year = $3)",
            {m_office, book.book_kind, book.year, closed_on, text}
        ));
    return {};
}

status book_ledger::make_void(const operation& op, bool is_decided)
{
    const auto book = book_of(op);
    TRY(const auto reg_no, integer_member(op.payload, "reg_no"));
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO void_number (office, book, year, reg_no, reason, decided) VALUES ($1, $2, "
            "$3, $4, $5, $6) ON CONFLICT (office, book, year, reg_no) DO UPDATE SET reason = "
            "excluded.reason, decided = excluded.decided WHERE excluded.decided = 1",
            {m_office,
             book.book_kind,
             book.year,
             reg_no,
             std::string(text_at(op.payload, "reason")),
             std::int64_t(is_decided ? 1 : 0)}
        ));
    // Until the server agrees the number may still be given out again.
    if (!is_decided) return {};
    TRY([[maybe_unused]] const auto freed,
        m_db.execute(
            "DELETE FROM number_free WHERE office = $1 AND book = $2 AND year = $3 AND reg_no = $4",
            {m_office, book.book_kind, book.year, reg_no}
        ));
    return {};
}

/// The server did not agree; what it has made void itself stays so.
status book_ledger::take_void_back(const operation& op)
{
    const auto book = book_of(op);
    TRY(const auto reg_no, integer_member(op.payload, "reg_no"));
    TRY_STATUS(m_db.execute(
        "DELETE FROM void_number WHERE office = $1 AND book = $2 AND year = $3 AND reg_no = $4 AND "
        "decided = 0",
        {m_office, book.book_kind, book.year, reg_no}
    ));
    return {};
}

bool book_ledger::is_closed(const std::string& book_kind, int year)
{
    const auto listed = volumes(book_kind, year);
    return listed && !listed->empty() && !listed->back().closed_on.empty();
}

bool book_ledger::is_void(const registration_number& number)
{
    const auto rows = m_db.query(
        "SELECT 1 FROM void_number WHERE office = $1 AND book = $2 AND year = $3 AND reg_no = $4",
        {m_office, number.book_kind, std::int64_t(number.year), std::int64_t(number.reg_no)}
    );
    return rows && !rows->empty();
}

result<std::vector<register_volume>> book_ledger::volumes(const std::string& book_kind, int year)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT volume, first_no, opened_on, closed_on, totals FROM register_book WHERE office "
            "= $1 AND book = $2 AND year = $3 ORDER BY volume",
            {m_office, book_kind, std::int64_t(year)}
        ));
    std::vector<register_volume> out;
    for (const auto& row : rows) {
        TRY(auto totals, parse_json_object(row.text(4)));
        out.push_back(
            {book_kind,
             year,
             static_cast<int>(row.integer(0)),
             static_cast<int>(row.integer(1)),
             row.text(2),
             row.text(3),
             std::move(totals)}
        );
    }
    return out;
}

result<book_count> book_ledger::count(const std::string& book_kind, int year)
{
    book_count out;
    TRY(const auto opened, volumes(book_kind, year));
    if (!opened.empty()) out.first_no = opened.front().first_no;
    TRY(const auto rows,
        m_db.query(
            "SELECT reg_no, folded FROM record WHERE office = $1 AND book = $2 AND year = $3 AND "
            "reg_no IS NOT NULL ORDER BY reg_no",
            {m_office, book_kind, std::int64_t(year)}
        ));
    std::set<int> used;
    for (const auto& row : rows) {
        used.insert(static_cast<int>(row.integer(0)));
        ++out.entries;
        const auto entry = parse_record(row.text(1));
        if (entry && !entry->annotations.empty()) ++out.noted;
    }
    TRY(const auto voids,
        m_db.query(
            "SELECT reg_no FROM void_number WHERE office = $1 AND book = $2 AND year = $3 ORDER BY "
            "reg_no",
            {m_office, book_kind, std::int64_t(year)}
        ));
    for (const auto& row : voids)
        out.void_numbers.push_back(static_cast<int>(row.integer(0)));
    used.insert(out.void_numbers.begin(), out.void_numbers.end());
    TRY(const auto last,
        m_db.query(
            "SELECT last_no FROM number_book WHERE office = $1 AND book = $2 AND year = $3",
            {m_office, book_kind, std::int64_t(year)}
        ));
    out.last_no = last.empty() ? 0 : static_cast<int>(last.front().integer(0));
    for (int number = out.first_no; number <= out.last_no; ++number)
        if (!used.contains(number)) out.gaps.push_back(number);
    return out;
}

} // namespace hotich
