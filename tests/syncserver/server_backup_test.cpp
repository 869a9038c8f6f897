// Backups of a whole server as an operator makes them: under load, read back, put back, and what is
// wrong with one. Then the certificate that is replaced, and desks that are shut out.
#include "common/base/files.h"
#include "common/sync/server_word.h"
#include "syncserver/app/server_backup.h"
#include "tests/syncserver/store_programs.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace hotich;
using namespace hotich::test;

namespace {

const QByteArray passphrase = "câu mật khẩu của tỉnh";

QByteArray bytes_of(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

void write(const QString& file, const QByteArray& bytes)
{
    must(replace_file(file.toStdString(), bytes.toStdString()));
}

QStringList folders_in(const QString& place)
{
    return QDir(place).entryList({"hotich-server_*"}, QDir::Dirs, QDir::Name);
}

} // namespace

class ServerBackupTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    QString m_to;
    QString m_key;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    QByteArray new_code() const
    {
        const auto made = run(
            {"enrol-code",
             "--data",
             m_data,
             "--office",
             "00004",
             "--signer",
             "Trần Thị Lan;Chủ tịch"}
        );
        if (made.exit_code != 0) qFatal("%s", made.err.constData());
        return made.out.trimmed();
    }

    QString backed_up() const
    {
        const auto made = run({"backup", "--data", m_data, "--to", m_to});
        if (made.exit_code != 0) qFatal("%s", made.err.constData());
        return QString::fromUtf8(made.out.trimmed());
    }

    outcome_of_run restored(const QString& from, const QByteArray& typed = passphrase) const
    {
        return run(
            {"restore", "--from", from, "--data", path("new"), "--recovery-key", m_key}, typed
        );
    }

    QByteArray certificate(const QString& data) const { return bytes_of(data + "/tls/cert.pem"); }

    /// Serves, with a desk of office 00004 that has registered some births.
    struct working
    {
        std::vector<std::unique_ptr<serving>> servers;
        std::unique_ptr<busy_desk> desk;

        void exchange() const
        {
            while (!desk->is_settled_after_exchange(servers)) {
            }
        }

        void register_and_send(int births) const
        {
            for (int i = 0; i < births; ++i)
                desk->register_one();
            exchange();
        }
    };

    working at_work()
    {
        working out;
        out.servers.push_back(std::make_unique<serving>(m_data));
        out.desk = std::make_unique<busy_desk>(1, certificate(m_data));
        out.desk->enrol(out.servers, new_code());
        out.register_and_send(3);
        return out;
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = path("máy chủ");
        m_to = path("ổ khác");
        m_key = path("recovery.key");
        QCOMPARE(run({"init", "--data", m_data}).exit_code, 0);
        const auto key = run({"recovery", "--to", m_key}, passphrase);
        QCOMPARE(key.exit_code, 0);
        auto config = bytes_of(m_data + "/config.toml");
        config.replace("\nrecovery_key = \"\"", "\nrecovery_key = \"" + key.out.trimmed() + "\"");
        write(m_data + "/config.toml", config);
    }

    void a_backup_under_load_comes_back_and_its_desks_go_on()
    {
        auto here = at_work();
        std::atomic<bool> is_over = false;
        std::thread clerk([&] {
            while (!is_over)
                here.register_and_send(1);
        });
        const auto backup = backed_up();
        is_over = true;
        clerk.join();
        here.register_and_send(2); // the copy does not have them
        here.servers.clear();
        const auto came_back = restored(backup);
        QVERIFY2(came_back.exit_code == 0, came_back.err);
        QVERIFY(QFile::permissions(path("new/keys/feed.key"))
                    .testFlags(QFile::ReadOwner | QFile::WriteOwner));
        const auto waits = run({"desk", "list", "--data", path("new")});
        QVERIFY2(waits.out.contains("00004-1\tawaited"), waits.out);
        const auto before = here.desk->book();
        here.servers.push_back(std::make_unique<serving>(path("new")));
        here.register_and_send(1);
        const auto book = here.desk->book();
        QCOMPARE(book.size(), before.size() + 1);
        for (std::size_t i = 0; i < book.size(); ++i)
            QCOMPARE(book[i].number->reg_no, static_cast<int>(i) + 1);
        QCOMPARE(here.desk->problems(), std::size_t(0));
        QVERIFY(run({"desk", "list", "--data", path("new")}).out.contains("00004-1\tworking"));
        here.servers.clear();
        QCOMPARE(run({"verify", "--data", path("new")}).exit_code, 0);
    }

    void nothing_in_a_backup_names_anybody()
    {
        const auto here = at_work();
        const auto name = here.desk->book().front().title;
        QVERIFY(!name.empty());
        const auto backup = backed_up();
        const auto store_key = bytes_of(m_data + "/keys/store.key").trimmed();
        const auto feed_key =
            must(parse_json_object(bytes_of(m_data + "/keys/feed.key").toStdString()));
        int files = 0;
        for (QDirIterator it(backup, QDir::Files, QDirIterator::Subdirectories); it.hasNext();
             ++files) {
            const auto bytes = bytes_of(it.next());
            for (const auto& secret :
                 {QByteArray::fromStdString(name),
                  QByteArray("Trần Thị Lan"),
                  QByteArray("SQLite format"),
                  QByteArray("PRIVATE KEY"),
                  store_key,
                  QByteArray::fromStdString(std::string(text_at(feed_key, "secret")))})
                QVERIFY2(!bytes.contains(secret), secret.constData());
        }
        QCOMPARE(files, 3);
    }

    void what_is_wrong_with_a_backup_is_told_and_nothing_is_made_of_it_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto* what :
             {"passphrase",
              "cut store",
              "a byte of the store",
              "an older store",
              "a byte of the box",
              "a byte of the manifest",
              "no manifest",
              "no box"})
            QTest::newRow(what) << what;
    }

    void what_is_wrong_with_a_backup_is_told_and_nothing_is_made_of_it()
    {
        QFETCH(QString, what);
        QVERIFY(!new_code().isEmpty());
        const auto backup = backed_up();
        const auto change_byte = [&](const QString& name) {
            auto bytes = bytes_of(backup + name);
            const auto at = bytes.size() / 2;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            write(backup + name, bytes);
        };
        if (what == "cut store") {
            QVERIFY(QFile::resize(backup + "/store.db", QFile(backup + "/store.db").size() - 4096));
        } else if (what == "a byte of the store") {
            change_byte("/store.db");
        } else if (what == "an older store") {
            const auto older = bytes_of(backup + "/store.db");
            QVERIFY(!new_code().isEmpty());
            QCOMPARE(
                run({"office", "--data", m_data, "--office", "00004", "--offline-days", "9"})
                    .exit_code,
                0
            );
            QTest::qWait(1'100); // a backup is called by its second
            write(backed_up() + "/store.db", older);
        } else if (what == "a byte of the box") {
            change_byte("/keys.box");
        } else if (what == "a byte of the manifest") {
            change_byte("/manifest.json");
        } else if (what == "no manifest") {
            QVERIFY(QFile::remove(backup + "/manifest.json"));
        } else if (what == "no box") {
            QVERIFY(QFile::remove(backup + "/keys.box"));
        }
        const auto from = m_to + "/" + folders_in(m_to).last();
        const auto refused =
            restored(from, what == "passphrase" ? QByteArray("một câu khác hẳn") : passphrase);
        QCOMPARE(refused.exit_code, what == "no box" ? 2 : 5);
        QVERIFY(!refused.err.isEmpty());
        QVERIFY(!QFile::exists(path("new/keys/feed.key")));
        QVERIFY(!QFile::exists(path("new/store.db")));
    }

    /// A limit on the size of files fails like a full disk, and needs no disk of its own.
    void a_full_disk_leaves_the_earlier_backups_and_no_half_one()
    {
        QVERIFY(!new_code().isEmpty());
        const auto before = backed_up();
        QTest::qWait(1'100);
        QProcess full;
        full.start(
            "bash",
            {"-c",
             "ulimit -f 100; exec \"$0\" backup --data \"$1\" --to \"$2\"",
             program(),
             m_data,
             m_to}
        );
        QVERIFY(full.waitForFinished(program_timeout_ms));
        QCOMPARE(full.exitStatus(), QProcess::NormalExit);
        QCOMPARE(full.exitCode(), 1);
        QVERIFY(!full.readAllStandardError().isEmpty());
        QCOMPARE(folders_in(m_to), QStringList{QFileInfo(before).fileName()});
        QCOMPARE(restored(before).exit_code, 0);
    }

    void the_newest_stay_and_scans_are_carried_once()
    {
        QVERIFY(!new_code().isEmpty());
        QVERIFY(QDir().mkpath(m_data + "/scans/00004"));
        write(m_data + "/scans/00004/abc", "sealed");
        const data_folder server(m_data.toStdString());
        std::int64_t scans = 0;
        for (int i = 0; i < 4; ++i) {
            const auto made = must(back_up_server(
                server,
                {m_to.toStdString(), 2, {monday_morning.ms + i * 60'000}},
                real_definitions().folder()
            ));
            scans += made.scans;
        }
        QCOMPARE(folders_in(m_to).size(), 2);
        QVERIFY(folders_in(m_to).last().endsWith("T010300Z"));
        QCOMPARE(scans, std::int64_t(1));
        QCOMPARE(restored(m_to + "/" + folders_in(m_to).last()).exit_code, 0);
        QCOMPARE(bytes_of(path("new/scans/00004/abc")), QByteArray("sealed"));
    }

    void without_a_recovery_key_nobody_could_open_it()
    {
        auto config = bytes_of(m_data + "/config.toml");
        const auto at = config.indexOf("\nrecovery_key");
        config.remove(at, config.indexOf('\n', at + 1) - at);
        write(m_data + "/config.toml", config);
        const auto refused = run({"backup", "--data", m_data, "--to", m_to, "--lang", "en"});
        QCOMPARE(refused.exit_code, 3);
        QVERIFY2(refused.err.contains("hotich-server recovery"), refused.err);
    }

    // --- the certificate

    void a_certificate_is_switched_when_the_desks_know_the_next_one()
    {
        auto here = at_work();
        const auto untold = [&] { return run({"certificate", "switch", "--data", m_data}); };
        QCOMPARE(untold().exit_code, 2); // there is none yet
        const auto next = run({"certificate", "next", "--data", m_data}).out.trimmed();
        QCOMPARE(next.size(), 64);
        QCOMPARE(run({"certificate", "next", "--data", m_data}).exit_code, 2);
        here.servers.front()->kill();
        here.servers.front()->start();
        here.register_and_send(1); // this client keeps no word
        const auto refused = untold();
        QCOMPARE(refused.exit_code, 3);
        QVERIFY2(refused.out.contains("00004-1"), refused.out);
        QCOMPARE(run({"certificate", "switch", "--data", m_data, "--force"}).exit_code, 0);
        QCOMPARE(
            must(certificate_fingerprint(certificate(m_data).toStdString())), next.toStdString()
        );
        const auto word = run({"certificate", "show", "--data", m_data}).out.trimmed();
        const auto& server_key = here.desk->at().identity().server_key;
        QCOMPARE(must(announced_certificate(word.toStdString(), server_key)), next.toStdString());
    }

    // --- desks

    void a_desk_that_was_shut_out_is_told_so_in_its_servers_word()
    {
        auto here = at_work();
        const auto& who = here.desk->at().identity();
        QCOMPARE(
            run({"desk", "shut-out", "--data", m_data, "--office", "00004", "--desk", "00004-1"})
                .exit_code,
            0
        );
        https_client client(here.servers.front()->port(), certificate(m_data));
        const auto answer = client.ask(signed_question(
            here.desk->at(),
            QByteArray::fromStdString(outbox_text(here.desk->at())),
            "nonce-shut-out"
        ));
        QCOMPARE(answer.status, 403);
        const auto told = take_word(
            here.desk->at(), {.shut_out = answer.header("hotich-shut-out").toStdString()}
        );
        QCOMPARE(told.error().detail, std::string("desk_shut_out"));
        QVERIFY(run({"desk", "list", "--data", m_data})
                    .out.contains(QByteArray::fromStdString(who.desk) + "\tshut_out"));
    }
};

QTEST_GUILESS_MAIN(ServerBackupTest)
#include "server_backup_test.moc"
