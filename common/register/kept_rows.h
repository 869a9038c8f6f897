// A writer's connection that keeps the rows of a whole batch back and writes them table by table,
// sorted: one COPY instead of thousands of statements, pages filled once. It knows under which keys
// rows wait, and of which keys the store has none; so what must find nothing, as almost everything
// that a new registration is checked against, costs no statement.
//
// Safe by default: a query through it first writes what waits, and a statement that changes
// something makes it forget what it knew. Only who names the key of what is looked for passes by.
// Used by sync/host; the tables' readers and writers know it by the functions at the end, which do
// nothing for other connections.
#pragma once

#include "common/sql/forwarding_connection.h"

#include <array>
#include <map>
#include <optional>
#include <unordered_map>

namespace hotich {

/// What rows are looked for by.
enum class row_key {
    record,      ///< its operations, its folded row, notes on it
    claim,       ///< the claim's hash
    duplicate,   ///< a key of duplicate_index, in digits
    pin,         ///< of a person
    document,    ///< of a person
    name,        ///< name_and_year
    number,      ///< number_key
    judged,      ///< a record named in a judgement
    pin_request, ///< the record
};
inline constexpr std::size_t row_key_kinds = 9;

/// How a year's book of the office stands, as far as a new entry asks. Only for books without
/// numbers that came back.
struct kept_book
{
    int last_no = 0; ///< given out
    bool is_closed = false;
    std::int64_t last_entry = 0; ///< the highest number of an entry
    std::string last_date;       ///< and its day; "" where there is none
    bool is_changed = false;     ///< last_no, since it was written
};

class kept_rows final : public forwarding_connection
{
public:
    kept_rows(sql_connection& store, std::string office)
        : forwarding_connection(store), m_store(store), m_office(std::move(office))
    {}

    result<std::vector<sql_row>> query(std::string_view text, std::span<const sql_value> values)
        override;
    result<std::int64_t> execute(std::string_view text, std::span<const sql_value> values) override;
    status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) override;
    status execute_script(std::string_view text) override;

    using sql_connection::execute;
    using sql_connection::query;

    /// Writes what waits. A failure is told again by every later call.
    status settle();

    /// The store has no row under the key.
    void learn_absent(row_key kind, std::string key);

private:
    friend sql_connection* holding(sql_connection& db, row_key kind, std::string_view key);
    friend sql_connection& stored(sql_connection& db);
    friend sql_connection& settled(sql_connection& db);
    friend void note_row(sql_connection& db, row_key kind, std::string key);
    friend kept_book* book_at(sql_connection& db, const std::string& book, int year);

    enum class place { nowhere, waits };

    struct waiting_table
    {
        std::vector<std::string> columns;
        std::vector<sql_value> values;
    };

    struct text_hash
    {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    using key_places = std::unordered_map<std::string, place, text_hash, std::equal_to<>>;

    status write(std::string_view table, waiting_table& rows);
    status write_books();
    std::optional<kept_book> read_book(const std::string& book, int year);
    void forget();

    sql_connection& m_store;
    std::string m_office;
    std::map<std::string, waiting_table, std::less<>> m_tables;
    std::array<key_places, row_key_kinds> m_keys; ///< by kind; what is in none may be stored
    std::map<std::pair<std::string, int>, std::optional<kept_book>> m_books;
    status m_failed;
};

/// Where rows under the key are to be read: null where there are none. Rows that wait under it are
/// written before.
sql_connection* holding(sql_connection& db, row_key kind, std::string_view key);
/// Where rows are read that surely do not wait, or written that nobody looks for by a row_key.
sql_connection& stored(sql_connection& db);
/// Where rows are deleted: what waits is written before, and books are read again.
sql_connection& settled(sql_connection& db);
/// A row under the key was added.
void note_row(sql_connection& db, row_key kind, std::string key);
/// The office's book, to be read and to be changed in place; null where the tables must be asked.
kept_book* book_at(sql_connection& db, const std::string& book, int year);

std::string name_and_year(const std::string& name_key, std::string_view year);
std::string number_key(std::string_view book, std::int64_t year, std::int64_t reg_no);

} // namespace hotich
