// What every SQL driver must do, held against SQLCipher; and that its files give nothing away.
#include "common/base/files.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

#include <limits>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* name_of_a_person = "Nguyễn Thị Bí Mật";

secret_key some_key(std::uint64_t seed = 1)
{
    seeded_random random(seed);
    return new_secret_key(random);
}

/// A folder with one encrypted file in it.
struct file_store
{
    QTemporaryDir folder;
    std::string path = folder.filePath("Nguyễn Đức.db").toStdString();

    auto open(open_mode mode, const secret_key& key = some_key()) const
    {
        return open_sqlcipher(path, key, mode);
    }

    std::unique_ptr<sql_connection> with_people(int count) const
    {
        auto db = must(open(open_mode::create));
        must(db->execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"));
        auto writing = must(write_transaction::begin(*db));
        for (int i = 1; i <= count; ++i)
            must(db->execute(
                "INSERT INTO person VALUES ($1, $2)", {i, std::string(name_of_a_person)}
            ));
        must(writing.commit());
        return db;
    }

    void change_byte(std::size_t at) const
    {
        auto bytes = must(read_file(path, 1 << 24));
        bytes[at] = char(bytes[at] ^ 0x10);
        must(replace_file(path, bytes));
    }

    void write_script(const char* name, const char* text) const
    {
        must(replace_file(folder.filePath(name).toStdString(), text));
    }

    status migrate_with(sql_connection& db) const
    {
        return migrate(db, "part", folder.path().toStdString());
    }
};

std::int64_t count_of(sql_connection& db, const std::string& table)
{
    return must(db.query("SELECT count(*) FROM " + table)).front().integer(0);
}

} // namespace

class SqlTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_parameter_is_bound_by_its_number()
    {
        const auto db = must(open_in_memory());
        const auto rows =
            must(db->query("SELECT $2, $1, $2", {std::string("first"), std::string("second")}));
        QCOMPARE(rows.front().text(0), std::string("second"));
        QCOMPARE(rows.front().text(1), std::string("first"));
        QCOMPARE(rows.front().text(2), std::string("second"));
        const auto ten = must(db->query("SELECT $10, $1", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        QCOMPARE(ten.front().integer(0), std::int64_t(10));
    }

    void a_value_comes_back_as_it_was_written()
    {
        const auto db = must(open_in_memory());
        must(db->execute("CREATE TABLE t (i INTEGER, s TEXT)"));
        const auto least = std::numeric_limits<std::int64_t>::min();
        const std::string text("Đặng\0Ưng", 11);
        must(db->execute("INSERT INTO t VALUES ($1, $2)", {least, text}));
        must(db->execute("INSERT INTO t VALUES ($1, $2)", {std::monostate(), std::string()}));
        const auto rows = must(db->query("SELECT i, s FROM t"));
        QCOMPARE(rows[0].integer(0), least);
        QCOMPARE(rows[0].text(1).size(), text.size());
        QVERIFY(rows[1].is_null(0) && !rows[1].is_null(1));
        QCOMPARE(
            rows[1].integer(0), std::int64_t(0)
        ); // null and another type read as the empty value
        QCOMPARE(rows[0].text(0), std::string());
        QCOMPARE(rows[0].integer(1), std::int64_t(0));
    }

    void a_value_of_an_earlier_call_is_not_left_behind()
    {
        const auto db = must(open_in_memory());
        QCOMPARE(
            must(db->query("SELECT $1", {std::string("x")})).front().text(0), std::string("x")
        );
        QVERIFY(must(db->query("SELECT $1")).front().is_null(0));
    }

    void a_transaction_that_is_not_committed_leaves_nothing()
    {
        const auto db = must(open_in_memory());
        must(db->execute("CREATE TABLE t (i INTEGER)"));
        {
            const auto writing = must(write_transaction::begin(*db));
            must(db->execute("INSERT INTO t VALUES (1)"));
        }
        QCOMPARE(count_of(*db, "t"), std::int64_t(0));
        auto writing = must(write_transaction::begin(*db));
        must(db->execute("INSERT INTO t VALUES (1)"));
        QVERIFY(!write_transaction::begin(*db)); // one at a time
        must(writing.commit());
        QCOMPARE(count_of(*db, "t"), std::int64_t(1));
        QVERIFY(!db->commit());
        db->rollback();
        QCOMPARE(count_of(*db, "t"), std::int64_t(1));
    }

    void rows_changed_are_counted()
    {
        const auto db = must(open_in_memory());
        must(db->execute("CREATE TABLE t (i INTEGER)"));
        QCOMPARE(must(db->execute("INSERT INTO t VALUES (1), (2), (3)")), std::int64_t(3));
        QCOMPARE(must(db->execute("UPDATE t SET i = 0 WHERE i > $1", {1})), std::int64_t(2));
        QCOMPARE(must(db->execute("DELETE FROM t WHERE i > 5")), std::int64_t(0));
    }

    void a_failure_says_its_kind_and_the_connection_goes_on()
    {
        const auto db = must(open_in_memory());
        must(db->execute("CREATE TABLE t (i INTEGER PRIMARY KEY, s TEXT NOT NULL)"));
        must(db->execute("INSERT INTO t VALUES (1, 'a')"));
        QCOMPARE(failure_of(db->execute("INSERT INTO t VALUES (1, 'b')")), std::string("conflict"));
        QCOMPARE(
            failure_of(db->execute("INSERT INTO t VALUES (2, NULL)")), std::string("conflict")
        );
        QCOMPARE(failure_of(db->query("SELEC 1")), std::string("storage_unavailable"));
        QCOMPARE(
            failure_of(db->query("SELECT * FROM nothing")), std::string("storage_unavailable")
        );
        for (const auto* empty : {"", " ", "-- nothing"})
            QCOMPARE(failure_of(db->query(empty)), std::string("invalid_input"));
        QCOMPARE(count_of(*db, "t"), std::int64_t(1));
    }

    void more_statements_than_are_kept_still_work()
    {
        const auto db = must(open_in_memory());
        must(db->execute("CREATE TABLE t (i INTEGER)"));
        for (int round = 0; round < 3; ++round)
            for (int i = 0; i < 200; ++i) {
                const auto text = "SELECT $1 + " + std::to_string(i);
                QCOMPARE(must(db->query(text, {1})).front().integer(0), std::int64_t(i + 1));
                must(db->execute("INSERT INTO t VALUES ($1)", {i}));
            }
        QCOMPARE(count_of(*db, "t"), std::int64_t(600));
    }

    void a_second_writer_is_told_that_the_first_is_busy()
    {
        const file_store store;
        const auto first = store.with_people(1);
        const auto second = must(store.open(open_mode::existing));
        must(second->query("PRAGMA busy_timeout = 20"));
        auto writing = must(write_transaction::begin(*first));
        QCOMPARE(failure_of(write_transaction::begin(*second)), std::string("busy"));
        QCOMPARE(count_of(*second, "person"), std::int64_t(1)); // it may still read
        must(writing.commit());
        QVERIFY(write_transaction::begin(*second).has_value());
    }

    void a_reader_beside_the_writer_may_not_write()
    {
        const file_store store;
        const auto writer = store.with_people(2);
        const auto reader = must(store.open(open_mode::read_only));
        must(writer->execute("DELETE FROM person WHERE id = 1"));
        QCOMPARE(count_of(*reader, "person"), std::int64_t(1));
        QCOMPARE(
            failure_of(reader->execute("DELETE FROM person")), std::string("storage_unavailable")
        );
    }

    void what_is_committed_is_durable()
    {
        const file_store store;
        const auto db = store.with_people(1);
        QCOMPARE(must(db->query("PRAGMA journal_mode")).front().text(0), std::string("wal"));
        QCOMPARE(must(db->query("PRAGMA synchronous")).front().integer(0), std::int64_t(2)); // FULL
        QCOMPARE(must(db->query("PRAGMA foreign_keys")).front().integer(0), std::int64_t(1));
    }

    void a_file_opens_with_its_key_only()
    {
        const file_store store;
        QCOMPARE(
            failure_of(store.open(open_mode::existing)), std::string("storage_unavailable")
        ); // no file
        store.with_people(1);
        QCOMPARE(count_of(*must(store.open(open_mode::existing)), "person"), std::int64_t(1));
        QCOMPARE(
            failure_of(store.open(open_mode::existing, some_key(2))), std::string("wrong_key")
        );
        QCOMPARE(
            failure_of(store.open(open_mode::read_only, some_key(2))), std::string("wrong_key")
        );
        QCOMPARE(failure_of(store.open(open_mode::create, some_key(2))), std::string("wrong_key"));
        QCOMPARE(count_of(*must(store.open(open_mode::existing)), "person"), std::int64_t(1));
    }

    void a_damaged_first_page_opens_nothing()
    {
        for (const std::size_t at : {0u, 20u, 2000u, 4090u}) {
            const file_store store;
            store.with_people(1);
            store.change_byte(at);
            QCOMPARE(failure_of(store.open(open_mode::existing)), std::string("wrong_key"));
        }
    }

    void a_damaged_page_is_found_and_the_others_are_read()
    {
        const file_store store;
        store.with_people(500);
        const auto size = must(read_file(store.path, 1 << 24)).size();
        store.change_byte(size - 3000);
        const auto db = must(store.open(open_mode::existing));
        QCOMPARE(must(damaged_pages(*db)).size(), std::size_t(1));
        const auto everything = "SELECT count(name), max(name) FROM person";
        for (int i = 0; i < 3;
             ++i) { // a connection that met the damaged page reads the others still
            QCOMPARE(failure_of(db->query(everything)), std::string("corrupt_data"));
            QVERIFY(db->query("SELECT name FROM person WHERE id = 1").has_value());
        }
        must(db->execute("UPDATE person SET name = 'x' WHERE id = 1"));
        {
            const auto writing = must(write_transaction::begin(*db));
            must(db->execute("UPDATE person SET name = 'y' WHERE id = 1"));
            QVERIFY(!db->query(everything));
            QCOMPARE(
                failure_of(db->query("SELECT 1")), std::string("corrupt_data")
            ); // half a transaction is none
        }
        QCOMPARE(
            must(db->query("SELECT name FROM person WHERE id = 1")).front().text(0),
            std::string("x")
        );
        QVERIFY(must(damaged_pages(*file_store().with_people(10))).empty());
    }

    void no_file_holds_a_name_in_plain_text()
    {
        const file_store store;
        const auto db = store.with_people(500);
        auto writing =
            must(write_transaction::begin(*db)); // unfinished work is on the disk as well
        must(db->execute("UPDATE person SET name = name || ' 2'"));
        int files = 0;
        for (const auto& entry :
             std::filesystem::directory_iterator(file_path(store.folder.path().toStdString()))) {
            const auto bytes = must(read_file(utf8_of(entry.path()), 1 << 24));
            QVERIFY(
                !holds(bytes, name_of_a_person) && !holds(bytes, "Bí")
                && !holds(bytes, "CREATE TABLE")
            );
            QVERIFY(!bytes.starts_with("SQLite format 3"));
            ++files;
        }
        QVERIFY(files >= 2); // the file and its -wal
    }

    void a_migration_is_applied_once_and_in_order()
    {
        const file_store store;
        const auto db = must(open_in_memory());
        store.write_script("0002_more.sql", "INSERT INTO t VALUES (2);");
        store.write_script(
            "0001_first.sql", "CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1);"
        );
        store.write_script("notes.txt", "no script");
        must(store.migrate_with(*db));
        must(store.migrate_with(*db));
        QCOMPARE(count_of(*db, "t"), std::int64_t(2));
        store.write_script("0010_later.sql", "INSERT INTO t VALUES (10);");
        must(store.migrate_with(*db));
        must(store.migrate_with(*db));
        QCOMPARE(count_of(*db, "t"), std::int64_t(3));
    }

    void a_database_newer_than_the_program_is_refused()
    {
        const file_store store;
        const auto db = must(open_in_memory());
        store.write_script("0001_first.sql", "CREATE TABLE t (i INTEGER);");
        must(store.migrate_with(*db));
        must(db->execute("INSERT INTO migration (part, number) VALUES ('part', 2)"));
        QCOMPARE(failure_of(store.migrate_with(*db)), std::string("not_allowed"));
        must(db->execute("UPDATE migration SET part = 'another' WHERE number = 2"));
        must(store.migrate_with(*db));
    }

    void a_migration_that_fails_leaves_nothing_of_itself()
    {
        const file_store store;
        const auto db = must(open_in_memory());
        store.write_script("0001_first.sql", "CREATE TABLE t (i INTEGER);");
        store.write_script(
            "0002_bad.sql", "INSERT INTO t VALUES (1); INSERT INTO nothing VALUES (1);"
        );
        QVERIFY(!store.migrate_with(*db));
        QCOMPARE(count_of(*db, "t"), std::int64_t(0));
        store.write_script("0002_bad.sql", "INSERT INTO t VALUES (1);");
        must(store.migrate_with(*db));
        QCOMPARE(count_of(*db, "t"), std::int64_t(1));
        QCOMPARE(failure_of(migrate(*db, "part", store.path)), std::string("storage_unavailable"));
    }
};

QTEST_GUILESS_MAIN(SqlTest)
#include "sql_test.moc"
