// One blocking SQL interface for both drivers (SQLCipher here, PostgreSQL in syncserver/storage).
// Statements are written once in the subset that both speak; parameters are named $1, $2, …
// " FOR UPDATE" at the end of a query holds its rows until the transaction ends where several may
// write; SQLite has one writer, so its driver leaves the words out.
// Used by register and syncserver/storage.
#pragma once

#include "common/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hotich {

using sql_value = std::variant<std::monostate, std::int64_t, std::string>;

/// One row of an answer. Reading a column as the wrong type gives the empty value, as both
/// databases do for NULL.
class sql_row
{
public:
    explicit sql_row(std::vector<sql_value> values) : m_values(std::move(values)) {}

    [[nodiscard]] bool is_null(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    [[nodiscard]] const std::string& text(std::size_t column) const;

    [[nodiscard]] const sql_value& value(std::size_t column) const { return m_values.at(column); }

    [[nodiscard]] std::size_t size() const { return m_values.size(); }

private:
    std::vector<sql_value> m_values;
};

/// A blocking connection used by one thread at a time.
class sql_connection
{
public:
    virtual ~sql_connection() = default;

    virtual result<std::vector<sql_row>> query(
        std::string_view text, std::span<const sql_value> values
    ) = 0;
    /// Rows changed.
    virtual result<std::int64_t> execute(
        std::string_view text, std::span<const sql_value> values
    ) = 0;
    /// Adds rows to a table in the cheapest way the database has; `values` holds them one after the
    /// other, each as long as `columns`. All or none are added; conflict: a key is taken.
    virtual status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) = 0;
    /// Several statements without parameters: schema scripts only.
    virtual status execute_script(std::string_view text) = 0;
    virtual status begin_write() = 0;
    virtual status commit() = 0;
    virtual void rollback() noexcept = 0;

    // The same with values in place: db.query("… $1", {office}).
    result<std::vector<sql_row>> query(
        std::string_view text, std::initializer_list<sql_value> values = {}
    );
    result<std::int64_t> execute(
        std::string_view text, std::initializer_list<sql_value> values = {}
    );
};

/// A write transaction that rolls back unless it was committed.
class write_transaction
{
public:
    static result<write_transaction> begin(sql_connection& db);

    write_transaction(write_transaction&& other) noexcept : m_db(std::exchange(other.m_db, nullptr))
    {}

    write_transaction& operator=(write_transaction&&) = delete;
    ~write_transaction();

    status commit();

private:
    explicit write_transaction(sql_connection& db) : m_db(&db) {}

    sql_connection* m_db;
};

/// Runs the scripts NNNN_*.sql of a folder that the database has not seen yet, in order, each in a
/// transaction; `part` names the folder in the database. A database that is newer than the program
/// is refused (not_allowed).
status migrate(sql_connection& db, const std::string& part, const std::string& folder);

} // namespace hotich
