// Promise 2: what the clerk was told is saved survives the process being killed at any point; so do
// a change of the register's key and the copies on a stick.
#include "common/register/backup.h"
#include "common/register/verify.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr int kills = 120;
constexpr auto password = "mat khau";

/// Cheap on purpose: the password is not what is tested.
constexpr password_cost cheap{1, 8u * 1024u * 1024u};

void make_enrolled_register(const std::string& file, server& at, random_source& random)
{
    must(at.service.put_office(ba_dinh(), monday_morning));
    const auto desk = must(
        desk_register::create(file, "Lê Thị Hộ Tịch", password, real_definitions(), random, cheap)
    );
    const auto code = must(at.service.new_enrol_code("00004", monday_morning, at.random));
    const auto enrolled = must(at.service.enrol(code, desk->key().public_hex, monday_morning));
    must(desk->complete_enrolment(
        {enrolled.office, enrolled.desk, "https://localhost", "", enrolled.server_key}
    ));
    must(synchronise(*desk, at));
}

/// What the writer said was done before it was killed, so many microseconds after its first word.
QList<QByteArray> done_until_killed(const QString& file, const char* what, std::uint64_t after_us)
{
    QProcess writer;
    writer.start(HOTICH_DESK_WRITER, {file, password, what});
    // It writes; now any moment is as good as another.
    if (!writer.waitForReadyRead(20'000)) qFatal("the writer says nothing");
    QThread::usleep(static_cast<unsigned long>(after_us));
    writer.kill();
    writer.waitForFinished();
    auto lines = writer.readAllStandardOutput().split('\n');
    lines.removeLast(); // empty, or cut in the middle: that one was not told yet
    return lines;
}

/// Enough for a change of key to take a while.
void fill(desk_register& desk, int births)
{
    for (int i = 0; i < births; ++i)
        must(desk.register_event(
            *real_definitions().find_event("birth"), {made_birth(i), {}, "", ""}, monday_morning
        ));
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void what_was_told_saved_survives_a_kill_at_any_point()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("desk.hotich");
        server at;
        system_random random;
        make_enrolled_register(file.toStdString(), at, random);
        seeded_random moments(7);
        std::size_t told = 0;
        for (int i = 0; i < kills; ++i) {
            const auto lines = done_until_killed(file, "register", moments.below(30'000));
            const auto desk = must(
                desk_register::open(file.toStdString(), "", password, real_definitions(), random)
            );
            for (const auto& id : lines)
                QVERIFY2(desk->load(id.toStdString()).has_value(), id.constData());
            told += static_cast<std::size_t>(lines.size());
        }
        const auto desk =
            must(desk_register::open(file.toStdString(), "", password, real_definitions(), random));
        auto keys = must(enrolled_desks(desk->connection(), "00004"));
        keys[server_desk] = desk->identity().server_key;
        const auto report =
            must(verify_office(desk->connection(), real_definitions(), "00004", keys));
        QVERIFY(report.problems.empty());
        QVERIFY(report.records >= static_cast<std::int64_t>(told));
        must(synchronise(*desk, at)); // and all of it still reaches the server
        QCOMPARE(must(desk->log().count_undecided(desk->identity().desk)), std::int64_t(0));
    }

    void a_change_of_key_that_was_cut_leaves_a_register_that_opens()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("desk.hotich");
        server at;
        system_random random;
        make_enrolled_register(file.toStdString(), at, random);
        const auto open = [&] {
            return desk_register::open(
                file.toStdString(), "", password, real_definitions(), random
            );
        };
        fill(*must(open()), 150);
        seeded_random moments(8);
        qsizetype rotated = 0;
        int with_two_keys = 0;
        for (int i = 0; i < kills; ++i) {
            rotated += done_until_killed(file, "rotate", moments.below(120'000)).size() - 1;
            if (must(read_key_file(file.toStdString())).keys.size() == 2) ++with_two_keys;
            const auto desk = must(open());
            QCOMPARE(must(desk->overview()).unsent, std::int64_t(150));
            QCOMPARE(must(read_key_file(file.toStdString())).keys.size(), std::size_t(1));
        }
        qInfo("%d changes were cut, %lld were not", with_two_keys, static_cast<long long>(rotated));
        QVERIFY(with_two_keys > kills / 10);
        QVERIFY(damaged_pages(must(open())->connection())->empty());
    }

    void a_copy_that_was_cut_is_none_and_those_before_it_open()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("desk.hotich");
        server at;
        system_random random;
        make_enrolled_register(file.toStdString(), at, random);
        const auto open = [&](const std::string& which) {
            return desk_register::open(which, "", password, real_definitions(), random);
        };
        fill(*must(open(file.toStdString())), 150);
        seeded_random moments(9);
        for (int i = 0; i < kills / 4; ++i) {
            const auto told = done_until_killed(file, "copy", moments.below(150'000));
            const QDir copies(file + ".copies");
            for (const auto& name : copies.entryList({"*.hotich"}, QDir::Files)) {
                const auto copy = must(open(copies.filePath(name).toStdString()));
                QCOMPARE(must(copy->overview()).unsent, std::int64_t(150));
            }
            if (told.size() > 1) QVERIFY(QFile::exists(told.back()));
        }
        // What was cut goes with the next copy.
        const auto desk = must(open(file.toStdString()));
        QVERIFY(back_up(*desk, {(file + ".copies").toStdString(), 3}, monday_morning));
        QVERIFY(QDir(file + ".copies").entryList({"*.part*"}, QDir::Files).isEmpty());
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
