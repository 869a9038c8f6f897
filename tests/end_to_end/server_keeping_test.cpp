// The years of a server as its desks live them, with the programs themselves: it is put back from a
// backup, its certificate is replaced, a desk is shut out.
#include "tests/end_to_end/programs.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace hotich::test;

class ServerKeepingTest : public QObject, private programs
{
    Q_OBJECT

private:
    outcome server(const QStringList& arguments) const
    {
        return run(HOTICH_SERVER, arguments + QStringList{"--data", path("server")});
    }

    void start_again()
    {
        stop_server();
        start_server(address());
    }

private slots:

    void initTestCase()
    {
        qputenv("HOTICH_RECOVERY_PASSPHRASE_FILE", file_with("câu mật khẩu của tỉnh").toUtf8());
    }

    void init() { begin(); }

    void cleanup() { kill_server(); }

    void a_server_that_was_put_back_is_healed_by_its_desks()
    {
        const auto key = run(HOTICH_SERVER, {"recovery", "--to", path("key")}).out.trimmed();
        QFile config(path("server/config.toml"));
        QVERIFY(config.open(QIODevice::ReadWrite));
        auto text = config.readAll();
        text.replace("\nrecovery_key = \"\"", "\nrecovery_key = \"" + key + "\"");
        QVERIFY(config.seek(0));
        config.write(text);
        config.close();
        enrol("one", "00004");
        enrol("two", "00004");
        const auto backup = server({"backup", "--to", path("disk")}).out.trimmed();
        QVERIFY(!backup.isEmpty());
        registered("one", "Nguyễn Văn An");
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        QCOMPARE(numbers("one"), QStringList{"01/2026"});
        stop_server();
        QVERIFY(QDir().rename(path("server"), path("lost")));
        QCOMPARE(
            server({"restore", "--from", QString::fromUtf8(backup), "--recovery-key", path("key")})
                .exit_code,
            0
        );
        start_server(address());
        registered("two", "Nguyễn Thị Bình"); // has not seen what the server lost
        QVERIFY(desk("two", {"sync"}).exit_code != 0);
        QVERIFY(numbers("two").isEmpty());
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        QCOMPARE(desk("two", {"sync"}).exit_code, 0);
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        QCOMPARE(numbers("one"), (QStringList{"01/2026", "02/2026"}));
        QCOMPARE(numbers("two"), numbers("one"));
        QCOMPARE(server({"verify"}).exit_code, 0);
    }

    void a_certificate_is_replaced_and_who_missed_it_takes_the_servers_word()
    {
        enrol("one", "00004");
        enrol("two", "00004");
        for (const auto* name : {"one", "two"})
            QCOMPARE(desk(name, {"sync"}).exit_code, 0);
        QCOMPARE(server({"certificate", "next"}).exit_code, 0);
        start_again();
        QCOMPARE(desk("one", {"sync"}).exit_code, 0); // hears of it
        QCOMPARE(desk("one", {"sync"}).exit_code, 0); // says that it knows
        const auto refused = server({"certificate", "switch"});
        QCOMPARE(refused.exit_code, 3);
        QVERIFY(refused.out.contains("00004-2") && !refused.out.contains("00004-1"));
        QCOMPARE(server({"certificate", "switch", "--force"}).exit_code, 0);
        start_again();
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        const auto missed = desk("two", {"sync"});
        QCOMPARE(missed.exit_code, 5);
        QVERIFY2(missed.err.contains("hotich certificate"), missed.err);
        const auto word = QString::fromUtf8(server({"certificate", "show"}).out.trimmed());
        auto forged = word;
        forged[3] = forged[3] == '0' ? '1' : '0';
        QCOMPARE(desk("two", {"certificate", forged}).exit_code, 2);
        QCOMPARE(desk("two", {"certificate", word}).exit_code, 0);
        QCOMPARE(desk("two", {"sync"}).exit_code, 0);
    }

    void a_desk_that_was_shut_out_says_so_and_opens_for_nobody_any_more()
    {
        enrol("one", "00004");
        QCOMPARE(
            server({"desk", "shut-out", "--office", "00004", "--desk", "00004-1"}).exit_code, 0
        );
        const auto told = desk("one", {"sync"});
        QCOMPARE(told.exit_code, 3);
        QVERIFY2(told.err.contains("province") || told.err.contains("tỉnh"), told.err);
        QCOMPARE(desk("one", {"line"}).exit_code, 5);
    }

    void a_guided_start_makes_a_server_with_its_administrator()
    {
        const auto set_up = [this](const QByteArray& answers) {
            return run(HOTICH_SERVER, {"setup", "--data", path("guided")}, answers);
        };
        const auto begun = QByteArray("hotich.example\n127.0.0.1:0\n");
        QCOMPARE(set_up(begun).exit_code, 2);
        QVERIFY(!QDir(path("guided")).exists());
        const auto key = path("guided.key").toUtf8();
        const auto made = set_up(begun + key + "\nqt.hanoi\nTrần Văn Quản\n01\n");
        QVERIFY2(made.exit_code == 0, made.err);
        QFile config(path("guided/config.toml"));
        QVERIFY(config.open(QIODevice::ReadOnly));
        const auto settings = config.readAll();
        QVERIFY(settings.contains("listen = \"127.0.0.1:0\""));
        QVERIFY(settings.contains("recovery_key = \"" + made.out.split('\n').first() + "\""));
        const auto people = run(HOTICH_SERVER, {"user", "list", "--data", path("guided")});
        QVERIFY(people.out.contains("province_administrator province:01"));
        QCOMPARE(set_up(begun).exit_code, 2); // what is there stays
    }

    void a_clock_that_is_right_is_told_to_be()
    {
        enrol("one", "00004");
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        const auto line = desk("one", {"line"});
        QVERIFY(std::abs(line.json()["clock_skew_ms"].toInt(-1'000'000)) < 300'000);
    }
};

QTEST_GUILESS_MAIN(ServerKeepingTest)
#include "server_keeping_test.moc"
