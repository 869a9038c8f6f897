// Many writers on one SQLite file: one commit for all that wait, nobody told before it, one's
// failure not another's.
#include "common/sql/forwarding_connection.h"
#include "common/sql/sqlcipher_connection.h"
#include "syncserver/storage/job_connection.h"
#include "syncserver/storage/sqlite_store.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

#include <atomic>
#include <latch>
#include <thread>

using namespace hotich;
using namespace hotich::test;

namespace {

/// What the writer of a store does, counted; its next commits may be made to fail.
class counted_connection final : public forwarding_connection
{
public:
    explicit counted_connection(std::unique_ptr<sql_connection> db)
        : forwarding_connection(*db), m_db(std::move(db))
    {}

    status commit() override
    {
        if (commits_to_fail > 0 && commits_to_fail-- > 0)
            return failure{failure_code::storage_unavailable, "the disk is full"};
        ++commits;
        return forwarding_connection::commit();
    }

    std::atomic<int> commits = 0;
    std::atomic<int> commits_to_fail = 0;

private:
    std::unique_ptr<sql_connection> m_db;
};

struct opened_store
{
    opened_store()
    {
        auto writer =
            std::make_unique<counted_connection>(must(open_sqlcipher(file, key, open_mode::create))
            );
        must(writer->execute_script("CREATE TABLE t (n INTEGER PRIMARY KEY)"));
        counted = writer.get();
        std::vector<std::unique_ptr<sql_connection>> readers;
        readers.push_back(must(open_sqlcipher(file, key, open_mode::read_only)));
        kept = std::make_unique<sqlite_store>(std::move(writer), std::move(readers));
    }

    std::int64_t count() const
    {
        std::int64_t rows = -1;
        must(kept->read([&rows](sql_connection& db) -> status {
            TRY(const auto found, db.query("SELECT count(*) FROM t"));
            rows = found[0].integer(0);
            return {};
        }));
        return rows;
    }

    QTemporaryDir folder;
    std::string file = folder.filePath("store.db").toStdString();
    secret_key key{};
    counted_connection* counted = nullptr;
    std::unique_ptr<sqlite_store> kept;
};

status add(sql_connection& db, std::int64_t n)
{
    TRY(auto transaction, write_transaction::begin(db));
    TRY([[maybe_unused]] const auto rows, db.execute("INSERT INTO t VALUES ($1)", {n}));
    return transaction.commit();
}

/// Runs the jobs so that all but the first wait while the first runs: they become one group.
std::vector<status> together(sqlite_store& kept, const std::vector<store::work>& jobs)
{
    std::vector<status> said(jobs.size());
    std::atomic<bool> is_begun = false;
    std::atomic<bool> may_end = false;
    std::thread leader([&] {
        said[0] = kept.write([&](sql_connection& db) {
            is_begun = true;
            while (!may_end)
                std::this_thread::yield();
            return jobs[0](db);
        });
    });
    while (!is_begun)
        std::this_thread::yield();
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < jobs.size(); ++i)
        others.emplace_back([&, i] { said[i] = kept.write(jobs[i]); });
    std::this_thread::sleep_for(std::chrono::milliseconds(200)); // all of them wait by then
    may_end = true;
    leader.join();
    for (auto& one : others)
        one.join();
    return said;
}

store::work adding(std::int64_t n)
{
    return [n](sql_connection& db) { return add(db, n); };
}

} // namespace

class SqliteStoreTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void all_that_wait_are_committed_at_once()
    {
        opened_store at;
        std::vector<store::work> jobs;
        for (int i = 0; i < 9; ++i)
            jobs.push_back(adding(i));
        for (const auto& said : together(*at.kept, jobs))
            QVERIFY(said.has_value());
        QCOMPARE(at.counted->commits.load(), 2); // the first alone, then the eight
        QCOMPARE(at.count(), std::int64_t(9));
    }

    void the_failure_of_one_does_not_hurt_the_others()
    {
        opened_store at;
        const auto said = together(
            *at.kept,
            {adding(1),
             adding(2),
             [](sql_connection& db) -> status {
                 TRY(auto transaction, write_transaction::begin(db));
                 TRY([[maybe_unused]] const auto rows, db.execute("INSERT INTO t VALUES (77)"));
                 return failure{failure_code::invalid_input, "half way"};
             },
             [](sql_connection& db) -> status {
                 must(db.begin_write());
                 (void)must(db.execute("INSERT INTO t VALUES (78)"));
                 throw std::runtime_error("in the middle");
             },
             adding(3)}
        );
        QVERIFY(said[0] && said[1] && said[4]);
        QCOMPARE(failure_of(said[2]), std::string("invalid_input"));
        QCOMPARE(failure_of(said[3]), std::string("storage_unavailable"));
        QCOMPARE(at.count(), std::int64_t(3));
    }

    void a_commit_that_fails_fails_all_and_keeps_nothing()
    {
        opened_store at;
        at.counted->commits_to_fail = 2;
        for (const auto& said : together(*at.kept, {adding(1), adding(2), adding(3)}))
            QCOMPARE(failure_of(said), std::string("storage_unavailable"));
        QCOMPARE(at.count(), std::int64_t(0));
        QVERIFY(at.kept->write(adding(4)).has_value());
        QCOMPARE(at.count(), std::int64_t(1));
    }

    void nobody_is_told_before_the_commit()
    {
        opened_store at;
        must(at.kept->write([&at](sql_connection& db) -> status {
            TRY_STATUS(add(db, 1));
            if (at.count() != 0) return failure{failure_code::conflict, "it is seen already"};
            return {};
        }));
        QCOMPARE(at.count(), std::int64_t(1));
    }

    void several_transactions_of_one_job_each_stand_for_themselves()
    {
        opened_store at;
        must(at.kept->write([](sql_connection& db) -> status {
            TRY_STATUS(add(db, 1));
            (void)add(db, 1); // taken: undone alone
            return add(db, 2);
        }));
        QCOMPARE(at.count(), std::int64_t(2));
    }

    void too_many_that_wait_are_busy()
    {
        opened_store at;
        std::atomic<bool> is_begun = false;
        std::atomic<bool> may_end = false;
        std::thread leader([&] {
            must(at.kept->write([&](sql_connection&) -> status {
                is_begun = true;
                while (!may_end)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return {};
            }));
        });
        while (!is_begun)
            std::this_thread::yield();
        std::atomic<int> refused = 0;
        std::atomic<int> done = 0;
        std::vector<std::thread> many;
        for (std::size_t i = 0; i < max_waiting_jobs + 5; ++i)
            many.emplace_back([&, i] {
                const auto said = at.kept->write(adding(std::int64_t(i)));
                (said ? done : refused) += 1;
            });
        while (refused < 5)
            std::this_thread::yield();
        may_end = true;
        leader.join();
        for (auto& one : many)
            one.join();
        QCOMPARE(refused.load(), 5);
        QCOMPARE(done.load(), int(max_waiting_jobs));
        QCOMPARE(at.count(), std::int64_t(max_waiting_jobs));
        QVERIFY(
            at.counted->commits.load() <= int(1 + (max_waiting_jobs + 63) / max_jobs_in_a_commit)
        );
    }
};

QTEST_GUILESS_MAIN(SqliteStoreTest)
#include "sqlite_store_test.moc"
