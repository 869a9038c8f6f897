// The reference of the national benchmark: plain SQLite with the tables and indexes of our store,
// fed with the very rows that our store has.
#pragma once

#include "common/sql/sql.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"

namespace hotich::bench {

/// By the clock on the wall, and of the processors.
struct taken_time
{
    double wall = 0;
    double cpu = 0;

    void operator+=(const taken_time& more)
    {
        wall += more.wall;
        cpu += more.cpu;
    }
};

taken_time time_of(const std::function<void()>& work);

/// Copies what our store has of some records into the plain one.
class reference_store
{
public:
    reference_store(const std::string& file, sql_connection& ours);

    /// The time that the rows of these records took; committed by 1,000 registrations.
    taken_time take(const std::string& office, const std::vector<std::string>& records);
    taken_time finish();

    [[nodiscard]] std::size_t rows() const { return m_rows; }

    [[nodiscard]] sql_connection& ours() const { return m_ours; }

private:
    using table_row = std::pair<sqlite3_stmt*, std::vector<std::string>>;

    struct copied_table
    {
        std::string select;
        sqlite3_stmt* insert;
    };

    void add_duplicate_keys(
        const std::string& office, const std::string& record, std::vector<table_row>& rows
    );
    void add_table(const std::string& name);
    void commit();

    plain_sqlite m_db;
    sql_connection& m_ours;
    std::vector<copied_table> m_tables;
    sqlite3_stmt* m_duplicate_key = nullptr;
    bool m_is_open = false;
    int m_waiting = 0;
    std::size_t m_rows = 0;
};

} // namespace hotich::bench
