// A changed row of a log is found, and the record it belongs to is named (promise 6).
#include "tests/support/logged_office.h"
#include "tests/support/readable.h"

using namespace hotich;
using namespace hotich::test;

namespace {

using names = std::set<std::string>;

logged_office& shared_office()
{
    static logged_office one;
    return one;
}

struct damage
{
    const char* name;
    const char* sql; ///< $1 is the record to damage
};

// What a changed byte, a lost or a foreign row in any column of the log looks like.
const std::vector<damage> damages{
    {"the body", "UPDATE operation SET body = replace(body, 'VN', 'VM') WHERE record = $1"},
    {"a space in the body", "UPDATE operation SET body = body || ' ' WHERE record = $1"},
    {"an emptied body", "UPDATE operation SET body = '' WHERE record = $1"},
    {"a body and its hash",
     "UPDATE operation SET body = (SELECT body FROM operation WHERE seq = 2 LIMIT 1) WHERE record "
     "= $1"},
    {"the hash", "UPDATE operation SET hash = '0' || substr(hash, 2) WHERE record = $1"},
    {"the verdict",
     "UPDATE operation SET verdict = replace(verdict, 'accepted', 'rejected') WHERE record = $1"},
    {"the number in the verdict",
     "UPDATE operation SET verdict = replace(verdict, '\"reg_no\":3', '\"reg_no\":4') WHERE record "
     "= $1"},
    {"no verdict", "UPDATE operation SET verdict = '' WHERE record = $1"},
    {"the entry's hash",
     "UPDATE operation SET entry_hash = 'x' || substr(entry_hash, 2) WHERE record = $1"},
    {"no revision",
     "UPDATE operation SET revision = NULL, verdict = NULL, entry_hash = NULL WHERE record = $1"},
    {"another revision", "UPDATE operation SET revision = revision + 100 WHERE record = $1"},
    {"another record", "UPDATE operation SET record = 'x' || record WHERE record = $1"},
    {"another desk", "UPDATE operation SET desk = 'x' WHERE record = $1"},
    {"another number in the chain", "UPDATE operation SET seq = seq + 100 WHERE record = $1"},
    {"a lost operation",
     "DELETE FROM operation WHERE record = $1 AND seq = (SELECT min(seq) FROM operation WHERE "
     "record = $1)"},
    {"a lost paper",
     "DELETE FROM operation WHERE record = $1 AND seq = (SELECT max(seq) FROM operation WHERE "
     "record = $1)"},
    {"a doubled operation",
     "INSERT INTO operation (office, desk, seq, record, body, hash) "
     "SELECT office, desk, 1000, record, body, hash FROM operation WHERE record = $1 LIMIT 1"},
    {"the event", "UPDATE record SET event = 'death' WHERE record = $1"},
    {"the state", "UPDATE record SET state = 'pending' WHERE record = $1"},
    {"the book", "UPDATE record SET book = 'x' WHERE record = $1"},
    {"the year", "UPDATE record SET year = 2025 WHERE record = $1"},
    {"the number", "UPDATE record SET reg_no = 77 WHERE record = $1"},
    {"no number", "UPDATE record SET reg_no = NULL WHERE record = $1"},
    {"the date", "UPDATE record SET reg_date = '2026-11-22' WHERE record = $1"},
    {"the title", "UPDATE record SET title = upper(title) WHERE record = $1"},
    {"the words", "UPDATE record SET words = ' an ' WHERE record = $1"},
    {"the fold", "UPDATE record SET folded = replace(folded, 'VN', 'VM') WHERE record = $1"},
    {"a lost record", "DELETE FROM record WHERE record = $1"},
    {"a lost word", "DELETE FROM search_key WHERE record = $1 AND word LIKE 'chi %'"},
    {"a foreign word", "INSERT INTO search_key VALUES ('00004', 'abc', $1)"},
    {"a lost claim", "DELETE FROM claim WHERE record = $1"},
    {"a foreign claim", "INSERT INTO claim VALUES ('abc', '00004', $1)"},
    {"a person's number", "UPDATE person SET pin = '001090999999' WHERE record = $1"},
    {"a lost person", "DELETE FROM person WHERE record = $1"},
    {"a lost relation", "DELETE FROM person_relation WHERE record = $1"},
    {"a relation that ended", "UPDATE person_relation SET active = 0 WHERE record = $1"},
    {"a foreign flag",
     "INSERT INTO person_flag VALUES ('00004', $1, 'child', 'dead', '2026-11-23')"},
    {"the signature",
     "UPDATE operation SET signature = CASE substr(signature, 1, 1) WHEN '0' THEN '1' ELSE '0' END "
     "|| substr(signature, 2) WHERE record = $1 AND signature IS NOT NULL"},
};

} // namespace

class VerifyTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_sound_log_gives_no_problem()
    {
        auto& here = shared_office();
        for (const auto* which : {"desk", "server"}) {
            const auto report = must(
                verify_office(here.store(which), real_definitions(), office_to_verify, here.keys())
            );
            for (const auto& problem : report.problems)
                qWarning("%s %s", problem.record.c_str(), problem.what.c_str());
            QVERIFY(report.problems.empty());
            QCOMPARE(report.records, std::int64_t(QString(which) == "desk" ? 6 : 5));
        }
    }

    void a_changed_row_is_found_and_its_record_named_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<int>("index");
        for (const auto* which : {"desk", "server"})
            for (std::size_t i = 0; i < damages.size(); ++i)
                QTest::newRow((std::string(damages[i].name) + " of the " + which).c_str())
                    << which << int(i);
    }

    void a_changed_row_is_found_and_its_record_named()
    {
        QFETCH(QString, which);
        QFETCH(int, index);
        auto& here = shared_office();
        auto& db = here.store(which);
        const auto victim = here.records[2];
        must(db.begin_write());
        const auto changed = must(db.execute(damages[std::size_t(index)].sql, {victim}));
        const auto named = here.named_by(db);
        db.rollback();
        QVERIFY(changed > 0);
        QVERIFY(named.contains(victim));
        for (const auto& record : here.records) // nobody else is accused of it
            QVERIFY2(
                record == victim || !named.contains(record), "another record was named as well"
            );
    }

    void a_pending_operation_is_guarded_as_well_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("body"
        ) << "UPDATE operation SET body = replace(body, 'VN', 'VM') WHERE record = $1";
        QTest::newRow("signature")
            << "UPDATE operation SET signature = (CASE substr(signature, 1, 1) WHEN 'a' THEN 'b' "
               "ELSE 'a' END) || substr(signature, 2) WHERE record = $1";
        QTest::newRow("no signature") << "UPDATE operation SET signature = NULL WHERE record = $1";
        QTest::newRow("lost") << "DELETE FROM operation WHERE record = $1";
    }

    void a_pending_operation_is_guarded_as_well()
    {
        QFETCH(QString, sql);
        auto& here = shared_office();
        auto& db = here.desk->connection();
        must(db.begin_write());
        must(db.execute(sql.toStdString(), {here.records[5]}));
        const auto named = here.named_by(db);
        db.rollback();
        QCOMPARE(named, names{here.records[5]});
    }

    void two_operations_that_changed_places_are_named()
    {
        auto& here = shared_office();
        for (const auto* which : {"desk", "server"}) {
            auto& db = here.store(which);
            must(db.begin_write());
            const auto seqs = must(db.query(
                "SELECT min(seq) FROM operation WHERE record IN ($1, $2) GROUP BY record ORDER BY "
                "1",
                {here.records[1], here.records[3]}
            ));
            const auto first = seqs[0].integer(0);
            const auto second = seqs[1].integer(0);
            const auto desk = here.desk->identity().desk;
            must(db.execute(
                "UPDATE operation SET seq = -1 WHERE desk = $1 AND seq = $2", {desk, first}
            ));
            must(db.execute(
                "UPDATE operation SET seq = $3 WHERE desk = $1 AND seq = $2", {desk, second, first}
            ));
            must(db.execute(
                "UPDATE operation SET seq = $2 WHERE desk = $1 AND seq = -1", {desk, second}
            ));
            const auto named = here.named_by(db);
            db.rollback();
            QVERIFY(named.contains(here.records[1]) && named.contains(here.records[3]));
        }
    }

    void a_record_that_no_operation_makes_is_named()
    {
        auto& here = shared_office();
        for (const auto* which : {"desk", "server"}) {
            auto& db = here.store(which);
            must(db.begin_write());
            must(db.execute(
                "INSERT INTO record SELECT office, 'surplus', event, 'pending', book, year, NULL, "
                "reg_date, title, words, folded "
                "FROM record WHERE record = $1",
                {here.records[0]}
            ));
            const auto named = here.named_by(db);
            db.rollback();
            QCOMPARE(named, names{"surplus"});
        }
    }

    void numbers_that_the_log_did_not_give_are_found()
    {
        auto& here = shared_office();
        for (const auto* sql :
             {"UPDATE number_book SET last_no = 99",
              "INSERT INTO number_free VALUES ('00004', 'BIRTH', 2026, 3)",
              "UPDATE number_block SET returned = 1",
              "DELETE FROM number_block",
              "UPDATE number_block SET desk = 'x'"}) {
            auto& db = here.store("server");
            must(db.begin_write());
            must(db.execute(sql));
            const auto named = here.named_by(db);
            db.rollback();
            QCOMPARE(named, names{""});
        }
    }

    void what_the_server_wrote_of_office_to_verify_is_guarded()
    {
        auto& here = shared_office();
        for (const auto* which : {"desk", "server"}) {
            auto& db = here.store(which);
            must(db.begin_write());
            must(db.execute("UPDATE operation SET body = replace(body, 'Ba', 'Bo') WHERE desk = "
                            "'server' AND seq = 1"));
            const auto named = here.named_by(db);
            db.rollback();
            QCOMPARE(named.size(), std::size_t(1));
        }
    }
};

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify_test.moc"
