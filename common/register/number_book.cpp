#include "common/register/number_book.h"

#include "common/register/kept_rows.h"

#include <set>

namespace hotich {

namespace {

number_block block_of(const sql_row& row)
{
    return {
        row.text(0),
        row.text(1),
        row.text(2),
        static_cast<int>(row.integer(3)),
        static_cast<int>(row.integer(4)),
        static_cast<int>(row.integer(5)),
    };
}

constexpr const char* block_columns = "block, desk, book, year, first_no, last_no";

} // namespace

status number_book::apply(const operation& op, const std::optional<verdict>& decided)
{
    // A desk that has given a block back uses no more of it, even before the server has heard of
    // it.
    if (!decided && op.kind == operation_kind::return_block) return close_block(op.record);
    if (!decided || decided->result_kind != outcome::accepted) return {};
    if (decided->number) return count_given(*decided->number);
    if (op.kind == operation_kind::request_block) return grant(op, *decided);
    if (op.kind == operation_kind::return_block) return take_back(op);
    if (op.kind == operation_kind::open_book) {
        // Domain §4.4: an office that starts mid-year goes on after its paper number.
        TRY(const auto year, integer_member(op.payload, "year"));
        TRY(const auto first_no, integer_member(op.payload, "first_no"));
        return raise_last(
            std::string(text_at(op.payload, "book")),
            static_cast<int>(year),
            static_cast<int>(first_no) - 1
        );
    }
    return {};
}

status number_book::count_given(const registration_number& number)
{
    if (auto* book = book_at(m_db, number.book_kind, number.year)) {
        if (number.reg_no <= book->last_no) return {};
        book->last_no = number.reg_no;
        book->is_changed = true;
        return {};
    }
    TRY([[maybe_unused]] const auto rows,
        stored(m_db).execute(
            "DELETE FROM number_free WHERE office = $1 AND book = $2 AND year = $3 AND reg_no = $4",
            {m_office, number.book_kind, std::int64_t(number.year), std::int64_t(number.reg_no)}
        ));
    return raise_last(number.book_kind, number.year, number.reg_no);
}

status number_book::raise_last(const std::string& book_kind, int year, int last)
{
    TRY([[maybe_unused]] const auto rows,
        stored(m_db).execute(
            "INSERT INTO number_book (office, book, year, last_no) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (office, book, year) DO UPDATE SET last_no = excluded.last_no "
            "WHERE excluded.last_no > number_book.last_no",
            {m_office, book_kind, std::int64_t(year), std::int64_t(last)}
        ));
    return {};
}

status number_book::grant(const operation& op, const verdict& decided)
{
    const auto book_kind = std::string(text_at(op.payload, "book"));
    TRY(const auto year, integer_member(op.payload, "year"));
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO number_block (office, block, desk, book, year, first_no, last_no, "
            "returned) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
            {m_office,
             op.record,
             op.desk,
             book_kind,
             year,
             std::int64_t(decided.block_first),
             std::int64_t(decided.block_last)}
        ));
    return raise_last(book_kind, static_cast<int>(year), decided.block_last);
}

status number_book::take_back(const operation& op)
{
    TRY(const auto rows,
        m_db.query(
            std::string("SELECT ") + block_columns
                + " FROM number_block WHERE office = $1 AND block = $2",
            {m_office, op.record}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "no such number block"};
    const auto block = block_of(rows.front());
    TRY(const auto left, unused(block));
    for (const int reg_no : left) {
        TRY([[maybe_unused]] const auto added,
            m_db.execute(
                "INSERT INTO number_free (office, book, year, reg_no) VALUES ($1, $2, $3, $4)",
                {m_office, block.book_kind, std::int64_t(block.year), std::int64_t(reg_no)}
            ));
    }
    return close_block(op.record);
}

status number_book::close_block(const std::string& block)
{
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "UPDATE number_block SET returned = 1 WHERE office = $1 AND block = $2",
            {m_office, block}
        ));
    return {};
}

result<int> number_book::next(const std::string& book_kind, int year)
{
    if (const auto* book = book_at(m_db, book_kind, year)) return book->last_no + 1;
    TRY(const auto free,
        stored(m_db).query(
            "SELECT min(reg_no) FROM number_free WHERE office = $1 AND book = $2 AND year = $3",
            {m_office, book_kind, std::int64_t(year)}
        ));
    if (!free.front().is_null(0)) return static_cast<int>(free.front().integer(0));
    return next_of_block(book_kind, year);
}

result<int> number_book::next_of_block(const std::string& book_kind, int year)
{
    if (const auto* book = book_at(m_db, book_kind, year)) return book->last_no + 1;
    TRY(const auto rows,
        stored(m_db).query(
            "SELECT last_no FROM number_book WHERE office = $1 AND book = $2 AND year = $3",
            {m_office, book_kind, std::int64_t(year)}
        ));
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer(0)) + 1;
}

result<std::vector<number_block>> number_book::blocks_of(const std::string& desk)
{
    TRY(const auto rows,
        m_db.query(
            std::string("SELECT ") + block_columns
                + " FROM number_block WHERE office = $1 AND desk = $2 AND returned = 0 ORDER BY "
                  "book, year, first_no",
            {m_office, desk}
        ));
    std::vector<number_block> blocks;
    for (const auto& row : rows)
        blocks.push_back(block_of(row));
    return blocks;
}

result<std::optional<number_block>> number_book::find_block(const std::string& block)
{
    TRY(const auto rows,
        m_db.query(
            std::string("SELECT ") + block_columns
                + " FROM number_block WHERE office = $1 AND block = $2 AND returned = 0",
            {m_office, block}
        ));
    if (rows.empty()) return std::optional<number_block>();
    return std::optional<number_block>(block_of(rows.front()));
}

result<std::vector<int>> number_book::unused(const number_block& block)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT reg_no FROM record WHERE office = $1 AND book = $2 AND year = $3 AND reg_no >= "
            "$4 AND reg_no <= $5",
            {m_office,
             block.book_kind,
             std::int64_t(block.year),
             std::int64_t(block.first),
             std::int64_t(block.last)}
        ));
    TRY(const auto voids,
        m_db.query(
            "SELECT reg_no FROM void_number WHERE office = $1 AND book = $2 AND year = $3",
            {m_office, block.book_kind, std::int64_t(block.year)}
        ));
    std::set<std::int64_t> used;
    for (const auto* part : {&rows, &voids})
        for (const auto& row : *part)
            used.insert(row.integer(0));
    std::vector<int> left;
    for (int reg_no = block.first; reg_no <= block.last; ++reg_no)
        if (!used.contains(reg_no)) left.push_back(reg_no);
    return left;
}

result<std::optional<int>> number_book::next_in_blocks(
    const std::string& desk, const std::string& book_kind, int year
)
{
    TRY(const auto blocks, blocks_of(desk));
    for (const auto& block : blocks) {
        if (block.book_kind != book_kind || block.year != year) continue;
        TRY(const auto left, unused(block));
        if (!left.empty()) return std::optional<int>(left.front());
    }
    return std::optional<int>();
}

result<bool> number_book::is_granted(const registration_number& number, const std::string& desk)
{
    TRY(const auto rows,
        stored(m_db).query(
            "SELECT 1 FROM number_block b WHERE b.office = $1 AND b.book = $2 AND b.year = $3 AND "
            "b.first_no <= $4 "
            "AND b.last_no >= $4 AND (b.desk = $5 OR $5 = '') AND NOT EXISTS (SELECT 1 FROM "
            "number_free f "
            "WHERE f.office = $1 AND f.book = $2 AND f.year = $3 AND f.reg_no = $4) LIMIT 1",
            {m_office,
             number.book_kind,
             std::int64_t(number.year),
             std::int64_t(number.reg_no),
             desk}
        ));
    return !rows.empty();
}

result<bool> number_book::is_in_open_block(const registration_number& number)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT 1 FROM number_block WHERE office = $1 AND book = $2 AND year = $3 AND first_no "
            "<= $4 AND last_no >= $4 AND returned = 0 LIMIT 1",
            {m_office, number.book_kind, std::int64_t(number.year), std::int64_t(number.reg_no)}
        ));
    return !rows.empty();
}

result<bool> number_book::is_used(
    const registration_number& number, const std::string& except_record
)
{
    const auto key = number_key(number.book_kind, number.year, number.reg_no);
    auto* holder = holding(m_db, row_key::number, key);
    if (holder == nullptr) return false;
    TRY(const auto rows,
        holder->query(
            "SELECT 1 FROM record WHERE office = $1 AND book = $2 AND year = $3 AND reg_no = $4 "
            "AND record <> $5 LIMIT 1",
            {m_office,
             number.book_kind,
             std::int64_t(number.year),
             std::int64_t(number.reg_no),
             except_record}
        ));
    return !rows.empty();
}

} // namespace hotich
