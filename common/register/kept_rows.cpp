#include "common/register/kept_rows.h"

#include <algorithm>
#include <numeric>

namespace hotich {

namespace {

kept_rows* kept_in(sql_connection& db) { return dynamic_cast<kept_rows*>(&db); }

/// Rows in the order of their values, so that neighbours in an index are written together.
std::vector<sql_value> sorted_rows(std::vector<sql_value> values, std::size_t columns)
{
    std::vector<std::size_t> order(values.size() / columns);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto row_at = [&values, columns](std::size_t row) {
        return values.begin() + static_cast<std::ptrdiff_t>(row * columns);
    };
    const auto width = static_cast<std::ptrdiff_t>(columns);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::lexicographical_compare(
            row_at(a), row_at(a) + width, row_at(b), row_at(b) + width
        );
    });
    std::vector<sql_value> out;
    out.reserve(values.size());
    for (const auto row : order)
        std::move(row_at(row), row_at(row) + width, std::back_inserter(out));
    return out;
}

} // namespace

result<std::vector<sql_row>> kept_rows::query(
    std::string_view text, std::span<const sql_value> values
)
{
    TRY_STATUS(settle());
    return m_store.query(text, values);
}

result<std::int64_t> kept_rows::execute(std::string_view text, std::span<const sql_value> values)
{
    TRY_STATUS(settle());
    forget();
    return m_store.execute(text, values);
}

status kept_rows::execute_script(std::string_view text)
{
    TRY_STATUS(settle());
    forget();
    return m_store.execute_script(text);
}

status kept_rows::insert_rows(
    std::string_view table,
    std::span<const std::string_view> columns,
    std::span<const sql_value> values
)
{
    auto found = m_tables.find(table);
    if (found == m_tables.end())
        found =
            m_tables
                .emplace(std::string(table), waiting_table{{columns.begin(), columns.end()}, {}})
                .first;
    auto& rows = found->second;
    const bool is_same =
        std::equal(columns.begin(), columns.end(), rows.columns.begin(), rows.columns.end());
    if (!is_same || values.size() % columns.size() != 0)
        return failure{failure_code::invalid_input, "rows of other columns than before"};
    rows.values.insert(rows.values.end(), values.begin(), values.end());
    return {};
}

status kept_rows::settle()
{
    if (!m_failed) return m_failed;
    for (auto& [table, rows] : m_tables)
        if (m_failed) m_failed = write(table, rows);
    if (m_failed) m_failed = write_books();
    for (auto& keys : m_keys)
        std::erase_if(keys, [](const auto& one) { return one.second == place::waits; });
    return m_failed;
}

status kept_rows::write(std::string_view table, waiting_table& rows)
{
    if (rows.values.empty()) return {};
    const std::vector<std::string_view> columns(rows.columns.begin(), rows.columns.end());
    const auto sorted = sorted_rows(std::move(rows.values), columns.size());
    rows.values.clear();
    return m_store.insert_rows(table, columns, sorted);
}

status kept_rows::write_books()
{
    for (auto& [name, book] : m_books) {
        if (!book || !book->is_changed) continue;
        TRY([[maybe_unused]] const auto rows,
            m_store.execute(
                "INSERT INTO number_book (office, book, year, last_no) VALUES ($1, $2, $3, $4) "
                "ON CONFLICT (office, book, year) DO UPDATE SET last_no = excluded.last_no "
                "WHERE excluded.last_no > number_book.last_no",
                {m_office, name.first, std::int64_t(name.second), std::int64_t(book->last_no)}
            ));
        book->is_changed = false;
    }
    return {};
}

std::optional<kept_book> kept_rows::read_book(const std::string& book, int year)
{
    const auto rows = m_store.query(
        "SELECT (SELECT count(*) FROM number_free WHERE office = $1 AND book = $2 AND year = $3), "
        "(SELECT last_no FROM number_book WHERE office = $1 AND book = $2 AND year = $3), "
        "(SELECT closed_on FROM register_book WHERE office = $1 AND book = $2 AND year = $3 ORDER "
        "BY volume DESC LIMIT 1), "
        "(SELECT max(reg_no) FROM record WHERE office = $1 AND book = $2 AND year = $3 AND reg_no "
        "IS NOT NULL)",
        {m_office, book, std::int64_t(year)}
    );
    if (!rows || rows->front().integer(0) != 0) return std::nullopt;
    kept_book out;
    out.is_closed = !rows->front().text(2).empty();
    out.last_no = static_cast<int>(rows->front().integer(1));
    out.last_entry = rows->front().integer(3);
    if (rows->front().is_null(3)) return out;
    const auto last = m_store.query(
        "SELECT reg_date FROM record WHERE office = $1 AND book = $2 AND year = $3 AND reg_no = $4 "
        "LIMIT 1",
        {m_office, book, std::int64_t(year), out.last_entry}
    );
    if (!last || last->empty()) return std::nullopt;
    out.last_date = last->front().text(0);
    return out;
}

void kept_rows::learn_absent(row_key kind, std::string key)
{
    m_keys.at(static_cast<std::size_t>(kind)).try_emplace(std::move(key), place::nowhere);
}

void kept_rows::forget()
{
    for (auto& keys : m_keys)
        keys.clear();
    m_books.clear();
}

sql_connection* holding(sql_connection& db, row_key kind, std::string_view key)
{
    auto* kept = kept_in(db);
    if (kept == nullptr) return &db;
    const auto& keys = kept->m_keys.at(static_cast<std::size_t>(kind));
    const auto found = keys.find(key);
    if (found == keys.end()) return &kept->m_store;
    if (found->second == kept_rows::place::nowhere) return nullptr;
    // What goes wrong now is told when the batch is settled at its end, which then fails.
    [[maybe_unused]] const auto settled = kept->settle();
    return &kept->m_store;
}

sql_connection& stored(sql_connection& db)
{
    auto* kept = kept_in(db);
    return kept == nullptr ? db : kept->m_store;
}

sql_connection& settled(sql_connection& db)
{
    auto* kept = kept_in(db);
    if (kept == nullptr) return db;
    [[maybe_unused]] const auto done = kept->settle(); // see holding
    kept->m_books.clear();
    return kept->m_store;
}

void note_row(sql_connection& db, row_key kind, std::string key)
{
    if (auto* kept = kept_in(db))
        kept->m_keys.at(static_cast<std::size_t>(kind))[std::move(key)] = kept_rows::place::waits;
}

kept_book* book_at(sql_connection& db, const std::string& book, int year)
{
    auto* kept = kept_in(db);
    if (kept == nullptr) return nullptr;
    const auto name = std::pair(book, year);
    auto found = kept->m_books.find(name);
    if (found == kept->m_books.end()) {
        if (!kept->settle()) return nullptr;
        found = kept->m_books.emplace(name, kept->read_book(book, year)).first;
    }
    return found->second ? &*found->second : nullptr;
}

std::string name_and_year(const std::string& name_key, std::string_view year)
{
    return name_key + "\t" + std::string(year);
}

std::string number_key(std::string_view book, std::int64_t year, std::int64_t reg_no)
{
    return std::string(book) + "/" + std::to_string(year) + "/" + std::to_string(reg_no);
}

} // namespace hotich
