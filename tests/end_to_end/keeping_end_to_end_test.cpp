// What an IT officer does about keys and copies, with the programs as he starts them: the copies of
// every night, a PC that takes a dead one's place with its unsent work, a new key, and the PC's own
// store of secrets.
#include "tests/end_to_end/programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

using namespace hotich::test;

namespace {

constexpr auto office = "00004";

/// Set for the programs that are started, for as long as it lives.
class variable
{
public:
    variable(const char* name, const QString& value) : m_name(name)
    {
        qputenv(name, value.toUtf8());
    }

    variable(const variable&) = delete;
    variable& operator=(const variable&) = delete;

    ~variable() { qunsetenv(m_name); }

private:
    const char* m_name;
};

} // namespace

class KeepingEndToEndTest : public QObject, private programs
{
    Q_OBJECT

private:
    void set_office(const QStringList& settings) const
    {
        const auto set =
            run(HOTICH_SERVER,
                QStringList{"office", "--data", path("server"), "--office", office} + settings);
        QVERIFY2(set.exit_code == 0, set.err.constData());
    }

    /// The province's key; its passphrase is the one of the test.
    [[nodiscard]] QString new_recovery_key() const
    {
        auto file = path("province.key");
        const auto made = run(HOTICH_SERVER, {"recovery", "--to", file});
        if (made.exit_code != 0) qFatal("%s", made.err.constData());
        const auto words = made.out.trimmed().split('\n');
        set_office({"--recovery-key", words.front()});
        return file;
    }

    /// The disk of a desk's PC, and what its system kept.
    void destroy(const QString& name) const
    {
        QFile keys(path(name + ".hotich.keys"));
        QVERIFY(keys.open(QFile::ReadOnly));
        const auto machine =
            QJsonDocument::fromJson(keys.readAll()).object()["machine"].toObject()["name"];
        QVERIFY(QFile::remove(path("hotich-machine-" + machine.toString())));
        for (const auto& file : QDir(path("")).entryList({name + ".*"}, QDir::Files))
            QVERIFY(QFile::remove(path(file)));
    }

    QJsonObject done(const QString& name, const QStringList& arguments)
    {
        const auto what = desk(name, arguments);
        if (what.exit_code != 0)
            QTest::qFail((arguments.join(' ').toUtf8() + ": " + what.err), __FILE__, __LINE__);
        return what.json();
    }

private slots:

    void init() { begin(); }

    void cleanup() { kill_server(); }

    void the_nightly_job_synchronises_and_copies()
    {
        enrol("one", office);
        QCOMPARE(desk("one", {"nightly"}).exit_code, 2); // nobody chose a folder
        QVERIFY(QDir().mkpath(path("stick")));
        done("one", {"backup-plan", path("stick"), "--keep", "2"});
        registered("one", "Trần Văn Một");
        const auto night = done("one", {"nightly"});
        QVERIFY(night["synchronised"].toBool());
        QVERIFY(QFile::exists(night["backup"].toObject()["file"].toString()));
        QCOMPARE(night["backups"].toObject()["warning"].toString(), "");
        // No line: the copy is made, and the code says what failed.
        kill_server();
        registered("one", "Trần Văn Hai");
        QTest::qWait(1100); // a copy is named by its second
        const auto alone = desk("one", {"nightly"});
        QCOMPARE(alone.exit_code, 4);
        QVERIFY(!alone.json()["backup"].isNull());
        // The stick is pulled.
        QVERIFY(QDir().rename(path("stick"), path("pulled")));
        const auto pulled = desk("one", {"nightly"});
        QCOMPARE(pulled.exit_code, 1);
        const auto status = done("one", {"status"});
        QCOMPARE(status["backups"].toObject()["warning"].toString(), "backup_folder_away");
        QCOMPARE(status["machine_key"].toString(), "file");
        QCOMPARE(status["unsent"].toInt(), 1);
        QCOMPARE(QDir(path("pulled")).entryList({"*.hotich"}).size(), 2);
    }

    void a_pc_takes_the_place_of_a_dead_one_with_all_its_work()
    {
        const variable passphrase("HOTICH_RECOVERY_PASSPHRASE_FILE", file_with("một câu rất dài"));
        enrol("old", office);
        enrol("other", office);
        const auto key = new_recovery_key();
        done("old", {"sync"});
        QStringList children;
        for (const auto* name : {"Một", "Hai", "Ba"})
            children << registered("old", QString("Trần Văn ") + name);
        done("old", {"sync"});
        // The line is down, a last birth is registered, the night's copy is made, and the PC dies
        // with its disk and the secret its system kept.
        const auto unsent = registered("old", "Trần Thị Chưa Gửi");
        done("old", {"backup", "--to", path("stick")});
        destroy("old");
        QElapsedTimer clock;
        clock.start();
        const auto enrolled = desk(
            "new",
            {"enrol",
             "--server",
             "https://" + address(),
             "--code",
             new_code(office),
             "--from-backup",
             path("stick"),
             "--recovery-key",
             key}
        );
        QVERIFY2(enrolled.exit_code == 0, enrolled.err.constData());
        const auto proof = done("new", {"prove-complete"});
        qInfo("a PC was replaced and proven complete in %lld ms", clock.elapsed());
        QVERIFY(proof["complete"].toBool());
        QVERIFY(proof["signature_holds"].toBool());
        for (const auto& one : proof["desks"].toArray())
            QCOMPARE(one.toObject()["missing"].toInt(), 0);
        QCOMPARE(proof["desks"].toArray().size(), 4); // with the server
        QCOMPARE(done("new", {"show", unsent})["state"].toString(), "registered");
        QCOMPARE(numbers("new").size(), 4);
        // Nothing of the old register is left beside the new one, and another desk agrees.
        QVERIFY(QDir(path("")).entryList({"new.hotich.old*"}).isEmpty());
        done("other", {"sync"});
        QCOMPARE(done("other", {"prove-complete"})["fold"], proof["fold"]);
    }

    void a_register_that_lacks_something_is_not_called_complete()
    {
        enrol("one", office);
        registered("one", "Trần Văn Một");
        kill_server();
        QCOMPARE(desk("one", {"prove-complete"}).exit_code, 4);
        start_server(address());
        QVERIFY(done("one", {"prove-complete"})["complete"].toBool());
    }

    void a_register_gets_a_new_key_and_goes_on()
    {
        enrol("one", office);
        const auto child = registered("one", "Trần Văn Một");
        const auto pages = [this] {
            QFile file(path("one.hotich"));
            return file.open(QFile::ReadOnly) ? file.read(4096) : QByteArray();
        };
        const auto before = pages();
        done("one", {"rotate-key"});
        QVERIFY(pages() != before);
        done("one", {"sync"});
        QCOMPARE(done("one", {"show", child})["state"].toString(), "registered");
        QVERIFY(desk("one", {"verify"}).json()["ok"].toBool());
    }

    void a_pc_without_a_store_is_refused_in_plain_words_until_the_office_allows_a_file()
    {
        const variable no_bus("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        const auto code = new_code(office);
        set_office({"--machine-key", "store"});
        const auto enrolled =
            desk("one", {"enrol", "--server", "https://" + address(), "--code", code});
        QVERIFY2(enrolled.exit_code == 0, enrolled.err.constData());
        QVERIFY2(enrolled.err.contains("--machine-key file"), enrolled.err.constData());
        const auto refused = desk("one", {"register", "birth", "--data", "-"}, birth_named("Một"));
        QCOMPARE(refused.exit_code, 3);
        QVERIFY2(refused.err.contains("--machine-key file"), refused.err.constData());
        set_office({"--machine-key", "file"});
        done("one", {"sync"});
        registered("one", "Trần Văn Một");
        QCOMPARE(done("one", {"status"})["machine_key"].toString(), "file");
    }

    /// What other programs may see of one that holds keys.
    void programs_that_hold_keys_leave_no_core()
    {
        enrol("one", office);
        QProcess waits;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove("HOTICH_PASSWORD_FILE");
        waits.setProcessEnvironment(environment);
        waits.setReadChannel(QProcess::StandardError);
        waits.start(HOTICH_TOOL, {"--register", path("one.hotich"), "status"});
        QVERIFY(waits.waitForReadyRead()); // it asks for the password
        for (const auto pid : {waits.processId(), server_process()}) {
            QFile limits(QString("/proc/%1/limits").arg(pid));
            if (!limits.open(QFile::ReadOnly)) QSKIP("there is no /proc");
            const auto text = limits.readAll();
            const auto line = text.mid(text.indexOf("Max core file size")).split('\n').front();
            QCOMPARE(line.simplified(), QByteArray("Max core file size 0 0 bytes"));
        }
        waits.kill();
        waits.waitForFinished();
    }

    /// gnome-keyring in a session of its own, as a desk of Linux has it.
    void the_secret_service_keeps_what_the_key_is_bound_to()
    {
        for (const auto* program : {"dbus-run-session", "gnome-keyring-daemon"})
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP((QByteArray(program) + " is not installed: the Secret Service is not tried")
                          .constData());
        const auto code = new_code(office);
        set_office({"--machine-key", "store"});
        const auto in_session = [this](const QString& command, const QString& home) {
            const variable data("XDG_DATA_HOME", path(home));
            return run(
                "dbus-run-session",
                {"--",
                 "sh",
                 "-c",
                 "printf %s geheim | gnome-keyring-daemon --unlock --components=secrets >&2 && "
                 "exec "
                     + command}
            );
        };
        const auto tool = QString("%1 --register %2 --json ").arg(HOTICH_TOOL, path("one.hotich"));
        const auto enrolled =
            in_session(tool + "enrol --server https://" + address() + " --code " + code, "home");
        QVERIFY2(enrolled.exit_code == 0, enrolled.err.constData());
        const auto status = in_session(tool + "status", "home");
        QVERIFY2(status.exit_code == 0, status.err.constData());
        QCOMPARE(status.json()["machine_key"].toString(), "store");
        QCOMPARE(status.json()["held_back"].toString(), "");
        QVERIFY(QDir(path("")).entryList({"hotich-machine-*"}).isEmpty());
        // The nightly job, where nobody types.
        QVERIFY(QDir().mkpath(path("stick")));
        for (const auto& command :
             {"backup-plan " + path("stick"), QString("nightly --remember")}) {
            const auto told = in_session(tool + command, "home");
            QVERIFY2(told.exit_code == 0, told.err.constData());
        }
        const auto at_night = "env -u HOTICH_PASSWORD_FILE " + tool + "nightly";
        const auto night = in_session(at_night, "home");
        QVERIFY2(night.exit_code == 0, night.err.constData());
        QVERIFY(night.json()["synchronised"].toBool());
        QCOMPARE(in_session(at_night, "another-home").exit_code, 3);
        // Another user's store, and a job without a session.
        const auto elsewhere = in_session(tool + "status", "another-home");
        QCOMPARE(elsewhere.exit_code, 3);
        const variable no_bus("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        const auto without = desk("one", {"status"});
        QCOMPARE(without.exit_code, 3);
        QVERIFY(without.err != elsewhere.err);
    }
};

QTEST_GUILESS_MAIN(KeepingEndToEndTest)
#include "keeping_end_to_end_test.moc"
