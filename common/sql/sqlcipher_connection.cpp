#include "common/sql/sqlcipher_connection.h"

#include "common/sql/sql_text.h"

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace hotich {

namespace {

constexpr int busy_timeout_ms = 5000;
constexpr std::size_t max_cached_statements = 256;
constexpr int max_parameter = 32'766; ///< SQLite knows no more

failure_code code_of(int sqlite_code)
{
    switch (sqlite_code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure_code::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return failure_code::corrupt_data;
    case SQLITE_CONSTRAINT:
        return failure_code::conflict;
    default:
        return failure_code::storage_unavailable;
    }
}

struct statement_closer
{
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A prepared statement, and where its parameters stand.
struct statement
{
    std::unique_ptr<sqlite3_stmt, statement_closer> prepared;
    std::vector<int> places; ///< of $1, $2, …; 0: it does not occur
};

/// By name: SQLite numbers "$n" by first appearance, PostgreSQL by n.
std::vector<int> places_in(sqlite3_stmt* prepared)
{
    std::vector<int> places;
    const int count = sqlite3_bind_parameter_count(prepared);
    for (int n = 1, found = 0; found < count && n <= max_parameter; ++n) {
        places.push_back(sqlite3_bind_parameter_index(prepared, ("$" + std::to_string(n)).c_str()));
        if (places.back() != 0) ++found;
    }
    return places;
}

/// Texts of statements are looked up without being copied.
struct text_hash
{
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>()(text);
    }
};

struct database_closer
{
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};

using database = std::unique_ptr<sqlite3, database_closer>;

/// Puts a cached statement back to its start however the caller leaves.
class statement_use
{
public:
    explicit statement_use(sqlite3_stmt* used) : m_used(used) {}

    statement_use(const statement_use&) = delete;
    statement_use& operator=(const statement_use&) = delete;

    ~statement_use()
    {
        sqlite3_reset(m_used);
        sqlite3_clear_bindings(m_used);
    }

private:
    sqlite3_stmt* m_used;
};

sql_value column_value(sqlite3_stmt* row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        return std::monostate();
    case SQLITE_INTEGER:
        return static_cast<std::int64_t>(sqlite3_column_int64(row, column));
    default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
    }
}

/// BEGIN IMMEDIATE has shut the others out already.
std::string_view without_row_lock(std::string_view text)
{
    constexpr std::string_view row_lock = " FOR UPDATE";
    return text.ends_with(row_lock) ? text.substr(0, text.size() - row_lock.size()) : text;
}

/// Opens the same file again; empty for a database in memory.
using opener = std::function<result<database>()>;

class sqlcipher_connection final : public sql_connection
{
public:
    sqlcipher_connection(database db, opener open_again)
        : m_db(std::move(db)), m_open_again(std::move(open_again))
    {}

    ~sqlcipher_connection() override { m_statements.clear(); }

    result<std::vector<sql_row>> query(std::string_view text, std::span<const sql_value> values)
        override
    {
        TRY_STATUS(revive());
        TRY(auto* const prepared, prepare(text, values));
        const statement_use use(prepared);
        std::vector<sql_row> rows;
        int code = sqlite3_step(prepared);
        for (; code == SQLITE_ROW; code = sqlite3_step(prepared)) {
            std::vector<sql_value> row;
            const int columns = sqlite3_column_count(prepared);
            row.reserve(static_cast<std::size_t>(columns));
            for (int i = 0; i < columns; ++i)
                row.push_back(column_value(prepared, i));
            rows.emplace_back(std::move(row));
        }
        if (code != SQLITE_DONE) return error_of(code);
        return rows;
    }

    result<std::int64_t> execute(std::string_view text, std::span<const sql_value> values) override
    {
        TRY_STATUS(revive());
        TRY(auto* const prepared, prepare(text, values));
        const statement_use use(prepared);
        int code = sqlite3_step(prepared);
        while (code == SQLITE_ROW)
            code = sqlite3_step(prepared);
        if (code != SQLITE_DONE) return error_of(code);
        return static_cast<std::int64_t>(sqlite3_changes64(m_db.get()));
    }

    /// A prepared INSERT bound again and again: SQLite gains nothing from longer statements. Each
    /// call stands in its caller's transaction, or row by row where there is none.
    status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) override
    {
        TRY_STATUS(revive());
        TRY(const auto* const insert, prepared(insert_text(table, columns)));
        const auto width = columns.size();
        for (std::size_t row = 0; row + width <= values.size(); row += width) {
            bind(*insert, values.subspan(row, width));
            const statement_use use(insert->prepared.get());
            if (const int code = sqlite3_step(insert->prepared.get()); code != SQLITE_DONE)
                return error_of(code);
        }
        return {};
    }

    status execute_script(std::string_view text) override
    {
        TRY_STATUS(revive());
        const int code =
            sqlite3_exec(m_db.get(), std::string(text).c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) return error_of(code);
        return {};
    }

    status begin_write() override { return execute_script("BEGIN IMMEDIATE"); }

    status commit() override { return execute_script("COMMIT"); }

    void rollback() noexcept override
    {
        if (sqlite3_get_autocommit(m_db.get()) == 0)
            sqlite3_exec(m_db.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }

    using sql_connection::execute;
    using sql_connection::query;

private:
    /// SQLCipher lets a connection that met a damaged page read nothing more, not even what is
    /// sound. It is opened again, so that a damaged page costs what is on it; never inside a
    /// transaction that may have written.
    status revive()
    {
        if (!m_is_dead || !m_open_again) return {};
        const bool may_have_written =
            sqlite3_get_autocommit(m_db.get()) == 0 && sqlite3_db_readonly(m_db.get(), "main") == 0;
        if (may_have_written)
            return failure{
                failure_code::corrupt_data, "a damaged page was met in this transaction"};
        TRY(auto fresh, m_open_again());
        m_statements.clear();
        m_db = std::move(fresh);
        m_is_dead = false;
        return {};
    }

    failure error_of(int code)
    {
        m_is_dead = m_is_dead || code_of(code) == failure_code::corrupt_data;
        // sqlite3_errmsg can quote a value in a constraint's name at most, never a parameter.
        return {
            code_of(code),
            "sqlite " + std::to_string(sqlite3_extended_errcode(m_db.get())) + ": "
                + sqlite3_errmsg(m_db.get())};
    }

    result<sqlite3_stmt*> prepare(std::string_view text, std::span<const sql_value> values)
    {
        TRY(const auto* const found, prepared(text));
        bind(*found, values);
        return found->prepared.get();
    }

    result<const statement*> prepared(std::string_view text)
    {
        auto found = m_statements.find(text);
        if (found == m_statements.end()) {
            TRY(auto made, made_of(text));
            // Emptied rather than aged: statements are few and fixed, only a tool makes many.
            if (m_statements.size() >= max_cached_statements) m_statements.clear();
            found = m_statements.emplace(std::string(text), std::move(made)).first;
        }
        return &found->second;
    }

    result<statement> made_of(std::string_view text)
    {
        const auto spoken = without_row_lock(text);
        sqlite3_stmt* raw = nullptr;
        const int code = sqlite3_prepare_v3(
            m_db.get(),
            spoken.data(),
            static_cast<int>(spoken.size()),
            SQLITE_PREPARE_PERSISTENT,
            &raw,
            nullptr
        );
        statement made{decltype(statement::prepared)(raw), {}};
        if (code != SQLITE_OK) return error_of(code);
        if (raw == nullptr) return failure{failure_code::invalid_input, "an empty statement"};
        made.places = places_in(raw);
        return made;
    }

    /// The values outlive the step, after which they are unbound: they are not copied.
    static void bind(const statement& into, std::span<const sql_value> values)
    {
        auto* prepared = into.prepared.get();
        for (std::size_t i = 0; i < std::min(values.size(), into.places.size()); ++i) {
            const int at = into.places[i];
            if (at == 0) continue;
            if (const auto* number = std::get_if<std::int64_t>(&values[i]))
                sqlite3_bind_int64(prepared, at, *number);
            else if (const auto* text = std::get_if<std::string>(&values[i]))
                sqlite3_bind_text(
                    prepared, at, text->data(), static_cast<int>(text->size()), SQLITE_STATIC
                );
            else
                sqlite3_bind_null(prepared, at);
        }
    }

    database m_db;
    opener m_open_again;
    bool m_is_dead = false;
    std::unordered_map<std::string, statement, text_hash, std::equal_to<>> m_statements;
};

result<database> open_raw(const std::string& file, int flags)
{
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    database db(raw);
    if (code != SQLITE_OK)
        return failure{
            failure_code::storage_unavailable, std::string("cannot open: ") + sqlite3_errstr(code)};
    sqlite3_busy_timeout(raw, busy_timeout_ms);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A plan is made once: without this a statement with LIMIT $n or a range is prepared again for
    // every other value.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    return db;
}

status run(sqlite3* db, const char* pragma)
{
    const int code = sqlite3_exec(db, pragma, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return {};
    return failure{code_of(code), std::string(pragma) + ": " + sqlite3_errmsg(db)};
}

int flags_of(open_mode mode)
{
    switch (mode) {
    case open_mode::create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case open_mode::existing:
        return SQLITE_OPEN_READWRITE;
    case open_mode::read_only:
        return SQLITE_OPEN_READONLY;
    }
    return SQLITE_OPEN_READONLY;
}

result<database> open_keyed(const std::string& file, const secret_key& key, open_mode mode)
{
    TRY(auto db, open_raw(file, flags_of(mode) | SQLITE_OPEN_NOMUTEX));
    TRY_STATUS(run(db.get(), "PRAGMA cipher_log_level=NONE"));
    auto raw_key = "x'" + to_hex(key) + "'";
    const int taken =
        sqlite3_key_v2(db.get(), "main", raw_key.data(), static_cast<int>(raw_key.size()));
    wipe(raw_key);
    if (taken != SQLITE_OK) return failure{failure_code::wrong_key, "the key was not taken"};
    // performance.md, choice 1: HMAC-SHA256 with 4 KB pages; the key stays 256 bits.
    TRY_STATUS(run(db.get(), "PRAGMA cipher_hmac_algorithm=HMAC_SHA256"));
    // A copy that SQLite makes by itself (VACUUM INTO) takes the default.
    TRY_STATUS(run(db.get(), "PRAGMA cipher_default_hmac_algorithm=HMAC_SHA256"));
    TRY_STATUS(run(db.get(), "PRAGMA cipher_page_size=4096"));
    if (auto readable = run(db.get(), "SELECT count(*) FROM sqlite_schema"); !readable) {
        // SQLCipher cannot tell a wrong key from a damaged first page: both are "file is not a
        // database".
        if (readable.error().code == failure_code::corrupt_data)
            return failure{failure_code::wrong_key, "wrong key, or the first page is damaged"};
        return readable.error();
    }
    if (mode != open_mode::read_only) {
        TRY_STATUS(run(db.get(), "PRAGMA journal_mode=WAL"));
        TRY_STATUS(run(db.get(), "PRAGMA synchronous=FULL"));
        // A batch's pages stay in memory until its commit: with SQLite's 2 MB they are encrypted
        // and written, and read and decrypted again, several times.
        TRY_STATUS(run(db.get(), "PRAGMA cache_size=-65536"));
        TRY_STATUS(run(db.get(), "PRAGMA wal_autocheckpoint=4000"));
    }
    TRY_STATUS(run(db.get(), "PRAGMA trusted_schema=OFF"));
    return db;
}

} // namespace

result<std::unique_ptr<sql_connection>> open_sqlcipher(
    const std::string& file, const secret_key& key, open_mode mode
)
{
    TRY(auto db, open_keyed(file, key, mode));
    const auto again = mode == open_mode::read_only ? open_mode::read_only : open_mode::existing;
    return std::unique_ptr<sql_connection>(std::make_unique<sqlcipher_connection>(
        std::move(db),
        [file, kept = kept_key(key), again] { return open_keyed(file, *kept, again); }
    ));
}

result<std::unique_ptr<sql_connection>> open_in_memory()
{
    TRY(auto db,
        open_raw(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX));
    return std::unique_ptr<sql_connection>(
        std::make_unique<sqlcipher_connection>(std::move(db), opener())
    );
}

result<std::vector<std::string>> damaged_pages(sql_connection& db)
{
    TRY(const auto rows, db.query("PRAGMA cipher_integrity_check"));
    std::vector<std::string> pages;
    for (const auto& row : rows)
        pages.push_back(row.text(0));
    return pages;
}

} // namespace hotich
