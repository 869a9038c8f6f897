#include "tests/bench/plain_sqlite.h"

#include <sqlite3.h>

#include <cstdlib>
#include <initializer_list>

namespace hotich::bench {

plain_sqlite::plain_sqlite(const std::string& file)
{
    if (sqlite3_open(file.c_str(), &m_db) != SQLITE_OK) std::abort();
}

plain_sqlite::~plain_sqlite()
{
    for (auto* statement : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

void plain_sqlite::run(const std::string& sql)
{
    if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
}

sqlite3_stmt* plain_sqlite::prepare(const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) std::abort();
    m_statements.push_back(statement);
    return statement;
}

void plain_sqlite::insert(sqlite3_stmt* statement, std::initializer_list<std::string> values)
{
    count(statement, values);
}

void plain_sqlite::insert(sqlite3_stmt* statement, std::span<const std::string> values)
{
    count(statement, values);
}

int plain_sqlite::count(sqlite3_stmt* statement, std::initializer_list<std::string> values)
{
    return count(statement, std::span(values.begin(), values.size()));
}

int plain_sqlite::count(sqlite3_stmt* statement, std::span<const std::string> values)
{
    int at = 0;
    for (const auto& value : values)
        sqlite3_bind_text(
            statement, ++at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC
        );
    int rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        ++rows;
    sqlite3_reset(statement);
    return rows;
}

} // namespace hotich::bench
