// A flipped byte of an encrypted file is found, and the records whose operations it took are named
// (promise 6).
#include "common/base/files.h"
#include "common/register/verify_register.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/logged_office.h"
#include "tests/support/readable.h"

using namespace hotich;
using namespace hotich::test;

namespace {

using names = std::set<std::string>;

/// The records of which an operation cannot be read any more.
names unreadable(sql_connection& db, const std::vector<operation_place>& operations)
{
    names lost;
    for (const auto& [desk, seq, record] : operations)
        if (!db.query(
                "SELECT body FROM operation WHERE office = $1 AND desk = $2 AND seq = $3",
                {std::string(office_to_verify), desk, seq}
            ))
            lost.insert(record);
    return lost;
}

} // namespace

class VerifyFileTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_flipped_byte_of_the_file_is_found_and_damaged_records_are_named_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<int>("thousandths");
        seeded_random random(6);
        for (const auto* which : {"desk", "server"})
            for (int i = 0; i < 60; ++i) {
                const int at = int(random.below(1000));
                QTest::newRow((which + std::to_string(i)).c_str()) << which << at;
            }
    }

    void a_flipped_byte_of_the_file_is_found_and_damaged_records_are_named()
    {
        QFETCH(QString, which);
        QFETCH(int, thousandths);
        const auto& sound = closed_files();
        const QTemporaryDir folder;
        const auto path = folder.filePath("damaged").toStdString();
        auto bytes = which == "desk" ? sound.desk_bytes : sound.store_bytes;
        bytes[bytes.size() * std::size_t(thousandths) / 1000] ^= 0x20;
        must(replace_file(path, bytes));
        must(replace_file(key_file_of(path), sound.key_bytes));
        const auto key = which == "desk"
            ? must(open_key(must(read_key_file(path)), "", "password")).key
            : store_key();
        const auto db = open_sqlcipher(path, key, open_mode::read_only);
        if (!db) { // the first page: nothing can be read
            QCOMPARE(failure_of(db), std::string("wrong_key"));
            if (which == "desk")
                QCOMPARE(
                    failure_of(verify_register(path, "", "password", real_definitions())),
                    std::string("corrupt_data")
                );
            return;
        }
        const auto lost = unreadable(**db, sound.operations);
        const auto report = which == "desk"
            ? verify_register(path, "", "password", real_definitions())
            : verify_office(
                **db,
                real_definitions(),
                office_to_verify,
                must(enrolled_desks(**db, office_to_verify))
            );
        QVERIFY2(report.has_value(), detail_of(report).c_str());
        QVERIFY(
            !report->problems.empty() || (which == "server" && !must(damaged_pages(**db)).empty())
        );
        const auto named = names_in(*report);
        for (const auto& record : lost)
            QVERIFY2(named.contains(record), record.c_str());
    }

    void a_sound_file_is_sound()
    {
        const auto& sound = closed_files();
        const QTemporaryDir folder;
        const auto path = folder.filePath("sound").toStdString();
        must(replace_file(path, sound.desk_bytes));
        must(replace_file(key_file_of(path), sound.key_bytes));
        const auto report = must(verify_register(path, "", "password", real_definitions()));
        QVERIFY(report.problems.empty());
        QCOMPARE(report.records, std::int64_t(6));
        QCOMPARE(
            failure_of(verify_register(path, "", "wrong", real_definitions())),
            std::string("wrong_key")
        );
        const auto none = folder.filePath("none").toStdString();
        QCOMPARE(
            failure_of(verify_register(none, "", "password", real_definitions())),
            std::string("not_found")
        );
        seeded_random random(8);
        must(desk_register::create(none, "user", "password", real_definitions(), random, {1, 8192})
        );
        QVERIFY(must(verify_register(none, "", "password", real_definitions())).problems.empty()
        ); // not enrolled
    }
};

QTEST_GUILESS_MAIN(VerifyFileTest)
#include "verify_file_test.moc"
