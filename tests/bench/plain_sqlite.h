// The reference of most benchmarks: SQLite as it is, unencrypted, with the same tables.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace hotich::bench {

class plain_sqlite
{
public:
    explicit plain_sqlite(const std::string& file);
    plain_sqlite(const plain_sqlite&) = delete;
    plain_sqlite& operator=(const plain_sqlite&) = delete;
    ~plain_sqlite();

    void run(const std::string& sql);
    sqlite3_stmt* prepare(const std::string& sql);
    /// Binds texts to a prepared statement and runs it.
    void insert(sqlite3_stmt* statement, std::initializer_list<std::string> values);
    void insert(sqlite3_stmt* statement, std::span<const std::string> values);
    /// Steps through all rows; gives how many.
    int count(sqlite3_stmt* statement, std::span<const std::string> values);
    int count(sqlite3_stmt* statement, std::initializer_list<std::string> values);

private:
    sqlite3* m_db = nullptr;
    std::vector<sqlite3_stmt*> m_statements; ///< ours only: FTS5 keeps and ends its own
};

} // namespace hotich::bench
