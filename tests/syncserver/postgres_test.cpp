// What only PostgreSQL has: lost connections, failed transactions, other servers, its own schema.
#include "common/base/files.h"
#include "syncserver/storage/copy_store.h"
#include "syncserver/storage/postgres_store.h"
#include "tests/support/readable.h"
#include "tests/syncserver/tested_store.h"

#include <atomic>
#include <thread>

using namespace hotich;
using namespace hotich::test;

class PostgresTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<postgres_cluster> m_cluster;

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        m_cluster = std::make_unique<postgres_cluster>();
    }

    void both_have_the_same_tables()
    {
        const auto file = must(open_in_memory());
        must(host::prepare_store(*file, real_definitions().folder()));
        const tested_store in_postgres("postgres", *m_cluster);
        const auto db = in_postgres.open();
        must(prepare_postgres(*db, real_definitions().folder()));
        must(prepare_postgres(*db, real_definitions().folder())); // changes nothing
        const auto ours = must(digests_of({*file, writers::one}));
        const auto theirs = must(digests_of({*db, writers::several}));
        QVERIFY(ours.size() >= 20);
        QCOMPARE(ours.size(), theirs.size());
        for (std::size_t i = 0; i < ours.size(); ++i)
            QCOMPARE(ours[i].name, theirs[i].name);
        must(copy_store({*file, writers::one}, {*db, writers::several})); // and columns and keys
    }

    void every_text_compares_by_bytes_and_every_table_is_distributed()
    {
        const tested_store in_postgres("postgres", *m_cluster);
        const auto db = in_postgres.open();
        must(prepare_postgres(*db, real_definitions().folder()));
        const auto others = must(db->query(
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE "
            "table_schema = current_schema() AND table_name <> 'migration' AND data_type = 'text' "
            "AND collation_name IS DISTINCT FROM 'C'"
        ));
        QCOMPARE(first_column(others), std::vector<std::string>());
        const auto spread =
            must(read_file(real_definitions().folder() + "/sql/postgres/distribute.sql", 100'000));
        const auto tables = must(db->query("SELECT table_name::text FROM information_schema.tables "
                                           "WHERE table_schema = current_schema() AND table_name "
                                           "<> 'migration'"));
        for (const auto& table : first_column(tables))
            QVERIFY2(holds(spread, "('" + table + "'"), table.c_str());
    }

    void a_text_with_a_NUL_byte_is_refused()
    {
        const tested_store in_postgres("postgres", *m_cluster);
        const auto db = in_postgres.open();
        QCOMPARE(
            failure_of(db->query("SELECT $1", {std::string("a\0b", 3)})),
            std::string("invalid_input")
        );
        QVERIFY(db->query("SELECT 1").has_value());
    }

    void a_connection_that_was_lost_comes_back_outside_a_transaction()
    {
        const tested_store in_postgres("postgres", *m_cluster);
        const auto db = in_postgres.open();
        const auto other = in_postgres.open();
        const auto end_the_other = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                   "datname = current_database() AND pid <> pg_backend_pid()";
        must(db->execute_script("CREATE TABLE t (n BIGINT)"));
        (void)must(other->query(end_the_other));
        QVERIFY(db->query("SELECT n FROM t").has_value());
        (void)must(other->query(end_the_other));
        QVERIFY(db->begin_write().has_value());
        must(db->execute("INSERT INTO t VALUES ($1)", {1}));
        (void)must(other->query(end_the_other));
        QCOMPARE(
            failure_of(db->execute("INSERT INTO t VALUES ($1)", {2})),
            std::string("storage_unavailable")
        );
        QCOMPARE(
            failure_of(db->execute("INSERT INTO t VALUES ($1)", {3})),
            std::string("storage_unavailable")
        );
        QVERIFY(!db->commit());
        db->rollback();
        QCOMPARE(must(db->query("SELECT count(*) FROM t"))[0].integer(0), std::int64_t(0));
    }

    void a_failed_transaction_is_not_committed_and_says_why()
    {
        const tested_store in_postgres("postgres", *m_cluster);
        const auto db = in_postgres.open();
        must(db->execute_script("CREATE TABLE t (n BIGINT PRIMARY KEY)"));
        must(db->begin_write());
        must(db->execute("INSERT INTO t VALUES ($1)", {1}));
        (void)db->execute("INSERT INTO t VALUES ($1)", {1});
        QCOMPARE(failure_of(db->query("SELECT n FROM t")), std::string("conflict"));
        QCOMPARE(failure_of(db->commit()), std::string("conflict"));
        db->rollback();
        QVERIFY(must(db->query("SELECT n FROM t")).empty());
    }

    void a_password_is_in_no_failure()
    {
        for (const auto* conninfo :
             {"host=/nowhere user=u password=bimat dbname=d",
              "host=/nowhere password = bimat x",
              "postgresql://u:bimat@[",
              "password=bimat host=/nowhere port=nonsense",
              ""}) {
            const auto failed = open_postgres({conninfo});
            QVERIFY(!failed.has_value());
            QVERIFY2(!holds(detail_of(failed), "bimat"), detail_of(failed).c_str());
        }
    }

    void servers_that_start_together_make_the_tables_once()
    {
        const auto conninfo = m_cluster->new_database();
        std::vector<std::thread> starting;
        std::atomic<int> ready = 0;
        for (int i = 0; i < 4; ++i)
            starting.emplace_back([&] {
                const auto db = must(open_postgres({conninfo}));
                ready += prepare_postgres(*db, real_definitions().folder()) ? 1 : 0;
            });
        for (auto& one : starting)
            one.join();
        QCOMPARE(ready.load(), 4);
    }

    void work_that_met_another_transaction_is_run_again_with_a_limit()
    {
        const auto conninfo = m_cluster->new_database();
        const auto store = must(postgres_store::open({conninfo}, 2));
        int runs = 0;
        const auto stubborn = store->write([&runs](sql_connection&) -> status {
            ++runs;
            return failure{failure_code::busy, "always"};
        });
        QCOMPARE(failure_of(stubborn), std::string("busy"));
        QCOMPARE(runs, max_runs_of_a_job);
        runs = 0;
        must(store->write([&runs](sql_connection& db) -> status {
            TRY(auto transaction, write_transaction::begin(db));
            if (++runs < 3) return failure{failure_code::busy, "a deadlock"};
            return transaction.commit();
        }));
        QCOMPARE(runs, 3);
    }

    void a_deadlock_is_busy()
    {
        const auto conninfo = m_cluster->new_database();
        const auto one = must(open_postgres({conninfo}));
        const auto other = must(open_postgres({conninfo}));
        must(one->execute_script(
            "CREATE TABLE t (n BIGINT PRIMARY KEY); INSERT INTO t VALUES (1), (2)"
        ));
        must(one->begin_write());
        must(other->begin_write());
        const auto hold = "SELECT n FROM t WHERE n = $1 FOR UPDATE";
        (void)must(one->query(hold, {1}));
        (void)must(other->query(hold, {2}));
        std::string said_to_other;
        std::thread second([&] { said_to_other = failure_of(other->query(hold, {1})); });
        const auto said_to_one = failure_of(one->query(hold, {2}));
        if (said_to_one != "none") one->rollback();
        second.join();
        QVERIFY((said_to_one == "busy") != (said_to_other == "busy"));
    }
};

QTEST_GUILESS_MAIN(PostgresTest)
#include "postgres_test.moc"
