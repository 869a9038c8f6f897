// What our statements rely on, as cases over both databases: SQLite and PostgreSQL.
#include "tests/support/readable.h"
#include "tests/syncserver/tested_store.h"

#include <algorithm>
#include <limits>

using namespace hotich;
using namespace hotich::test;

class StoreConformanceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<postgres_cluster> m_cluster;
    std::unique_ptr<tested_store> m_store;
    std::unique_ptr<sql_connection> m_db;

    void open()
    {
        QFETCH(QString, kind);
        m_db.reset();
        m_store = std::make_unique<tested_store>(kind, *m_cluster);
        m_db = m_store->open();
        const bool is_postgres = kind == "postgres";
        const std::string text = is_postgres ? "TEXT COLLATE \"C\"" : "TEXT";
        must(m_db->execute_script(
            "CREATE TABLE word (word " + text + " PRIMARY KEY, note " + text + ", number "
            + (is_postgres ? "BIGINT" : "INTEGER") + ")"
        ));
    }

    std::int64_t words() { return must(m_db->query("SELECT count(*) FROM word"))[0].integer(0); }

    void add(const std::string& word)
    {
        must(m_db->execute("INSERT INTO word (word, number) VALUES ($1, $2)", {word, 1}));
    }

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        m_cluster = std::make_unique<postgres_cluster>();
    }

    void values_come_back_as_they_went_data() { both_stores(); }

    void values_come_back_as_they_went()
    {
        open();
        const std::vector<std::string> texts{
            "",
            "Nguyễn Thị Đức",
            "e\xcc\x82\xcc\xa3",
            "\xf0\x9f\x91\xb6",
            "a'b\"c\\d\n\t\r$1",
            std::string(2'000'000, 'x'),
            "\\N"};
        for (const auto& text : texts) {
            const auto rows = must(m_db->query("SELECT $1", {text}));
            QVERIFY(rows[0].text(0) == text && !rows[0].is_null(0));
        }
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        const auto rows = must(m_db->query("SELECT $2, $1, $3", {most, least, {}}));
        QCOMPARE(rows[0].integer(0), least); // by number, not by place
        QCOMPARE(rows[0].integer(1), most);
        QVERIFY(rows[0].is_null(2));
        QCOMPARE(must(m_db->query("SELECT 1 = 1, 1 = 2"))[0].integer(0), std::int64_t(1));
    }

    void one_statement_takes_values_of_other_kinds_data() { both_stores(); }

    void one_statement_takes_values_of_other_kinds()
    {
        open();
        const auto text = "INSERT INTO word (word, note, number) VALUES ($1, $2, $3)";
        must(m_db->execute(text, {"a", "b", 1}));
        must(m_db->execute(text, {"c", {}, {}}));
        const auto rows = must(m_db->query("SELECT note, number FROM word ORDER BY word"));
        QCOMPARE(rows[0].text(0), std::string("b"));
        QVERIFY(rows[1].is_null(0) && rows[1].is_null(1));
    }

    void texts_compare_by_bytes_data() { both_stores(); }

    void texts_compare_by_bytes()
    {
        open();
        std::vector<std::string> all{
            "đ", "d", "Đ", "a", "Z", "ạ", "a b", "ab", "a\xcc\xa3", "10", "9"};
        for (const auto& word : all)
            add(word);
        std::sort(all.begin(), all.end());
        QCOMPARE(first_column(must(m_db->query("SELECT word FROM word ORDER BY word"))), all);
        const auto prefixed = must(m_db->query(
            "SELECT word FROM word WHERE word >= $1 AND word < $2 ORDER BY word",
            {"a", "a\xf4\x8f\xbf\xbf"}
        ));
        QCOMPARE(first_column(prefixed), (std::vector<std::string>{"a", "a b", "ab", "a\xcc\xa3"}));
    }

    void a_taken_key_is_a_conflict_and_undoes_only_its_transaction_data() { both_stores(); }

    void a_taken_key_is_a_conflict_and_undoes_only_its_transaction()
    {
        open();
        add("first");
        {
            auto transaction = must(write_transaction::begin(*m_db));
            add("second");
            const auto taken = m_db->execute("INSERT INTO word (word) VALUES ($1)", {"first"});
            QCOMPARE(failure_of(taken), std::string("conflict"));
            QVERIFY(!QString::fromStdString(detail_of(taken)).contains("first"));
        }
        QCOMPARE(words(), std::int64_t(1));
        add("third");
        QCOMPARE(words(), std::int64_t(2));
    }

    void what_is_rolled_back_never_was_and_what_is_committed_others_see_data() { both_stores(); }

    void what_is_rolled_back_never_was_and_what_is_committed_others_see()
    {
        open();
        const auto other = m_store->open();
        const auto seen = [&] {
            return must(other->query("SELECT count(*) FROM word"))[0].integer(0);
        };
        {
            auto transaction = must(write_transaction::begin(*m_db));
            add("a");
            QCOMPARE(seen(), std::int64_t(0));
        }
        QCOMPARE(words(), std::int64_t(0));
        auto transaction = must(write_transaction::begin(*m_db));
        add("a");
        must(transaction.commit());
        QCOMPARE(seen(), std::int64_t(1));
    }

    void an_upsert_changes_or_leaves_and_counts_what_it_changed_data() { both_stores(); }

    void an_upsert_changes_or_leaves_and_counts_what_it_changed()
    {
        open();
        const auto raise =
            "INSERT INTO word (word, number) VALUES ($1, $2) ON CONFLICT (word) DO "
            "UPDATE SET number = excluded.number WHERE excluded.number > word.number";
        QCOMPARE(must(m_db->execute(raise, {"a", 5})), std::int64_t(1));
        QCOMPARE(must(m_db->execute(raise, {"a", 4})), std::int64_t(0));
        QCOMPARE(must(m_db->execute(raise, {"a", 9})), std::int64_t(1));
        const auto returned =
            must(m_db->query("UPDATE word SET number = number + 1 RETURNING number"));
        QCOMPARE(returned[0].integer(0), std::int64_t(10));
    }

    void many_rows_are_added_at_once_or_none_data() { both_stores(); }

    void many_rows_are_added_at_once_or_none()
    {
        open();
        const std::vector<std::string_view> columns{"word", "note", "number"};
        std::vector<sql_value> values;
        for (int i = 0; i < 3000; ++i) {
            values.emplace_back("w" + std::to_string(i));
            values.emplace_back(std::string("tab\tline\nreturn\rslash\\N \\. Nguyễn"));
            if (i % 2 == 0)
                values.emplace_back();
            else
                values.emplace_back(std::int64_t(i));
        }
        must(m_db->insert_rows("word", columns, values));
        QCOMPARE(words(), std::int64_t(3000));
        const auto row =
            must(m_db->query("SELECT note, number FROM word WHERE word = $1", {"w2998"}));
        QCOMPARE(row[0].text(0), std::get<std::string>(values[1]));
        QVERIFY(row[0].is_null(1));
        must(m_db->insert_rows("word", columns, {}));
        {
            auto transaction = must(write_transaction::begin(*m_db));
            const std::vector<sql_value> doubled{"x", {}, {}, "w1", {}, {}, "y", {}, {}};
            QCOMPARE(
                failure_of(m_db->insert_rows("word", columns, doubled)), std::string("conflict")
            );
        }
        QCOMPARE(words(), std::int64_t(3000));
        must(m_db->insert_rows("word", columns, std::vector<sql_value>{"one", "row", 1}));
        QCOMPARE(words(), std::int64_t(3001));
    }

    void rows_held_for_update_are_read_data() { both_stores(); }

    void rows_held_for_update_are_read()
    {
        open();
        add("a");
        auto transaction = must(write_transaction::begin(*m_db));
        const auto held =
            must(m_db->query("SELECT number FROM word WHERE word = $1 FOR UPDATE", {"a"}));
        QCOMPARE(held[0].integer(0), std::int64_t(1));
    }

    void hints_for_the_other_database_say_nothing_data() { both_stores(); }

    void hints_for_the_other_database_say_nothing()
    {
        open();
        add("a");
        must(m_db->execute_script("CREATE INDEX by_note ON word (note, word)"));
        QCOMPARE(
            must(m_db->query("SELECT word FROM word INDEXED BY by_note WHERE note IS NULL")).size(),
            std::size_t(1)
        );
        QCOMPARE(
            must(m_db->query("SELECT word FROM word NOT INDEXED WHERE word = $1", {"a"})).size(),
            std::size_t(1)
        );
    }

    void more_statements_than_are_kept_prepared_data() { both_stores(); }

    void more_statements_than_are_kept_prepared()
    {
        open();
        for (int i = 0; i < 600; ++i) {
            const auto rows = must(m_db->query("SELECT $1 + " + std::to_string(i), {1}));
            QCOMPARE(rows[0].integer(0), std::int64_t(i + 1));
        }
    }

    void what_cannot_be_understood_fails_and_the_next_works_data() { both_stores(); }

    void what_cannot_be_understood_fails_and_the_next_works()
    {
        open();
        QCOMPARE(
            failure_of(m_db->query("SELECT nothing FROM nowhere")),
            std::string("storage_unavailable")
        );
        QCOMPARE(words(), std::int64_t(0));
        QCOMPARE(
            must(m_db->query("SELECT word FROM word WHERE word = $1", {"none"})).size(),
            std::size_t(0)
        );
    }
};

QTEST_GUILESS_MAIN(StoreConformanceTest)
#include "store_conformance_test.moc"
