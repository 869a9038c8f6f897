// Promise 2: what the clerk was told is saved survives the process being killed at any point.
#include "common/register/verify.h"
#include "tests/support/small_world.h"

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

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private slots:

    void what_was_told_saved_survives_a_kill_at_any_point()
    {
        QVERIFY(start_crypto());
        const QTemporaryDir folder;
        const auto file = folder.filePath("desk.hotich");
        server at;
        system_random random;
        make_enrolled_register(file.toStdString(), at, random);
        seeded_random moments(7);
        std::size_t told = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess writer;
            writer.start(HOTICH_DESK_WRITER, {file, password});
            QVERIFY(writer.waitForStarted());
            QVERIFY(writer.waitForReadyRead(20'000)
            ); // it writes; now any moment is as good as another
            QThread::usleep(static_cast<unsigned long>(moments.below(30'000)));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            auto lines = writer.readAllStandardOutput().split('\n');
            lines.removeLast(); // empty, or cut in the middle: that one was not told yet

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
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
