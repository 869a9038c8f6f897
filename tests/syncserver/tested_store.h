// One new database of either kind and as many connections to it as a test wants. Used by the tests
// that hold SQLite and PostgreSQL to the same.
#pragma once

#include "common/sql/sqlcipher_connection.h"
#include "syncserver/storage/postgres_connection.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>
#include <QTest>

namespace hotich::test {

/// Several connections to one new database of a kind.
class tested_store
{
public:
    tested_store(const QString& kind, postgres_cluster& cluster)
        : m_is_postgres(kind == "postgres"), m_path(m_folder.filePath("store.db").toStdString())
    {
        if (m_is_postgres)
            m_conninfo = cluster.new_database();
        else
            (void)must(open_sqlcipher(m_path, m_key, open_mode::create));
    }

    [[nodiscard]] std::unique_ptr<sql_connection> open() const
    {
        if (m_is_postgres) return must(open_postgres({m_conninfo}));
        return must(open_sqlcipher(m_path, m_key, open_mode::existing));
    }

    [[nodiscard]] writers others() const { return m_is_postgres ? writers::several : writers::one; }

private:
    QTemporaryDir m_folder;
    bool m_is_postgres;
    std::string m_path;
    std::string m_conninfo;
    secret_key m_key{};
};

/// The rows of a test that is run over both.
inline void both_stores()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("sqlite") << "sqlite";
    QTest::newRow("postgres") << "postgres";
}

/// The first column of an answer.
inline std::vector<std::string> first_column(const std::vector<sql_row>& rows)
{
    std::vector<std::string> out;
    for (const auto& row : rows)
        out.push_back(row.text(0));
    return out;
}

} // namespace hotich::test
