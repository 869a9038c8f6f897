#include "syncserver/storage/copy_store.h"

#include "common/crypto/crypto.h"

#include <algorithm>
#include <functional>

namespace hotich {

namespace {

constexpr std::int64_t rows_at_once = 500;

struct table_shape
{
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::string> key;
    std::vector<bool> is_number; ///< by column

    bool operator==(const table_shape&) const = default;
};

using strings = std::vector<std::string>;

result<strings> first_column(
    sql_connection& db, std::string_view text, std::vector<sql_value> values = {}
)
{
    TRY(const auto rows, db.query(text, std::span<const sql_value>(values)));
    strings out;
    for (const auto& row : rows)
        out.push_back(row.text(0));
    return out;
}

result<strings> tables_of(store_side side)
{
    if (side.kind == writers::one)
        return first_column(
            side.db,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND "
            "name <> 'migration' ORDER BY name"
        );
    return first_column(
        side.db,
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = "
        "current_schema() AND table_type = 'BASE TABLE' AND table_name NOT IN ('migration', "
        "'claim_gate') ORDER BY table_name::text COLLATE \"C\""
    );
}

result<table_shape> shape_of(store_side side, const std::string& table)
{
    const bool is_sqlite = side.kind == writers::one;
    table_shape out{table, {}, {}, {}};
    TRY(const auto types,
        first_column(
            side.db,
            is_sqlite ? "SELECT type FROM pragma_table_info($1) ORDER BY cid"
                      : "SELECT data_type::text FROM information_schema.columns WHERE "
                        "table_schema = current_schema() AND table_name = $1 ORDER BY "
                        "ordinal_position",
            {table}
        ));
    for (const auto& type : types)
        out.is_number.push_back(type == "INTEGER" || type == "bigint");
    TRY(out.columns,
        first_column(
            side.db,
            is_sqlite ? "SELECT name FROM pragma_table_info($1) ORDER BY cid"
                      : "SELECT column_name::text FROM information_schema.columns WHERE "
                        "table_schema = current_schema() AND table_name = $1 ORDER BY "
                        "ordinal_position",
            {table}
        ));
    TRY(out.key,
        first_column(
            side.db,
            is_sqlite
                ? "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk"
                : "SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = "
                  "i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = $1::regclass AND "
                  "i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)",
            {table}
        ));
    if (out.key.empty())
        return failure{failure_code::not_allowed, "the table " + table + " has no key"};
    return out;
}

result<std::vector<table_shape>> shapes_of(store_side side)
{
    TRY(const auto names, tables_of(side));
    std::vector<table_shape> out;
    for (const auto& name : names) {
        TRY(auto shape, shape_of(side, name));
        out.push_back(std::move(shape));
    }
    return out;
}

std::string joined(const strings& names)
{
    std::string out;
    for (const auto& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

std::string page_query(const table_shape& table, bool is_first)
{
    auto text = "SELECT " + joined(table.columns) + " FROM " + table.name;
    if (!is_first) {
        std::string places;
        for (std::size_t i = 1; i <= table.key.size(); ++i)
            places += (i == 1 ? "$" : ", $") + std::to_string(i);
        text += " WHERE (" + joined(table.key) + ") > (" + places + ")";
    }
    return text + " ORDER BY " + joined(table.key) + " LIMIT " + std::to_string(rows_at_once);
}

using page_of_values = std::vector<sql_value>;

sql_value value_in(const sql_row& row, const table_shape& table, std::size_t column)
{
    if (row.is_null(column)) return std::monostate();
    if (table.is_number[column]) return row.integer(column);
    return row.text(column);
}

/// Walks a table by its key, some rows at a time.
status each_page(
    sql_connection& db,
    const table_shape& table,
    const std::function<status(const page_of_values& values)>& take
)
{
    std::vector<sql_value> after;
    while (true) {
        TRY(const auto rows,
            db.query(page_query(table, after.empty()), std::span<const sql_value>(after)));
        if (rows.empty()) return {};
        page_of_values values;
        for (const auto& row : rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                values.push_back(value_in(row, table, i));
        TRY_STATUS(take(values));
        after.clear();
        const auto last = values.size() - table.columns.size();
        for (const auto& name : table.key) {
            const auto at = std::find(table.columns.begin(), table.columns.end(), name);
            after.push_back(values[last + static_cast<std::size_t>(at - table.columns.begin())]);
        }
    }
}

std::string as_bytes(const page_of_values& values)
{
    std::string out;
    for (const auto& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            out += "i" + std::to_string(*number) + ";";
        else if (const auto* text = std::get_if<std::string>(&value))
            out += "t" + std::to_string(text->size()) + ":" + *text;
        else
            out += "n";
    }
    return out;
}

result<copied_table> digest_of(sql_connection& db, const table_shape& table)
{
    copied_table out{table.name, 0, sha256_hex(table.name)};
    TRY_STATUS(each_page(db, table, [&](const page_of_values& values) {
        out.rows += static_cast<std::int64_t>(values.size() / table.columns.size());
        out.digest = sha256_hex(out.digest + as_bytes(values));
        return status();
    }));
    return out;
}

status copy_table(store_side from, store_side to, const table_shape& table)
{
    const std::vector<std::string_view> columns(table.columns.begin(), table.columns.end());
    return each_page(from.db, table, [&](const page_of_values& values) {
        return to.db.insert_rows(table.name, columns, values);
    });
}

/// In SQLite only who is alone may leave the write-ahead log; in PostgreSQL servers say who they
/// are.
status check_no_server(store_side side)
{
    const failure at_work{failure_code::busy, "a server is at work on this store; stop it first"};
    if (side.kind == writers::one) {
        const auto alone = side.db.query("PRAGMA journal_mode=DELETE");
        const auto back = side.db.query("PRAGMA journal_mode=WAL");
        const bool was_alone = alone && !alone->empty() && alone->front().text(0) != "wal";
        if (!was_alone) return at_work;
        return back ? status() : status(back.error());
    }
    TRY(const auto others,
        side.db.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                      "AND application_name = 'hotich-server' AND pid <> pg_backend_pid()"));
    return others.front().integer(0) == 0 ? status() : status(at_work);
}

status check_empty(sql_connection& db, const std::vector<table_shape>& tables)
{
    for (const auto& table : tables) {
        TRY(const auto rows, db.query("SELECT 1 FROM " + table.name + " LIMIT 1"));
        if (!rows.empty())
            return failure{
                failure_code::conflict, "the target is not empty: it has rows of " + table.name};
    }
    return {};
}

/// A second copy of a moment of the source, ended with the object.
class one_moment
{
public:
    static result<one_moment> of(store_side side)
    {
        TRY_STATUS(side.db.execute_script(
            side.kind == writers::one ? "BEGIN IMMEDIATE"
                                      : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        ));
        return one_moment(side.db);
    }

    one_moment(one_moment&& other) noexcept : m_db(std::exchange(other.m_db, nullptr)) {}

    one_moment& operator=(one_moment&&) = delete;

    ~one_moment()
    {
        if (m_db != nullptr) m_db->rollback();
    }

private:
    explicit one_moment(sql_connection& db) : m_db(&db) {}

    sql_connection* m_db;
};

} // namespace

result<std::vector<copied_table>> digests_of(store_side side)
{
    TRY(const auto tables, shapes_of(side));
    std::vector<copied_table> out;
    for (const auto& table : tables) {
        TRY(auto digest, digest_of(side.db, table));
        out.push_back(std::move(digest));
    }
    return out;
}

result<std::vector<copied_table>> copy_store(store_side from, store_side to)
{
    TRY_STATUS(check_no_server(from));
    TRY_STATUS(check_no_server(to));
    return copy_running_store(from, to);
}

result<std::vector<copied_table>> copy_running_store(store_side from, store_side to)
{
    TRY(const auto tables, shapes_of(from));
    TRY(const auto there, shapes_of(to));
    if (tables != there)
        return failure{failure_code::not_allowed, "the two stores do not have the same tables"};
    TRY(const auto moment, one_moment::of(from));
    TRY(auto transaction, write_transaction::begin(to.db));
    TRY_STATUS(check_empty(to.db, there));
    for (const auto& table : tables)
        TRY_STATUS(copy_table(from, to, table));
    std::vector<copied_table> out;
    for (const auto& table : tables) {
        TRY(auto source, digest_of(from.db, table));
        TRY(const auto target, digest_of(to.db, table));
        if (source.rows != target.rows || source.digest != target.digest)
            return failure{failure_code::conflict, "the table " + table.name + " came out unequal"};
        out.push_back(std::move(source));
    }
    TRY_STATUS(transaction.commit());
    return out;
}

} // namespace hotich
