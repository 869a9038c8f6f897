// hotich-server as an operator meets it: the program itself, its commands, exit codes and files.
#include "common/base/files.h"
#include "common/sync/enrol_code.h"
#include "syncserver/app/certificate.h"
#include "tests/support/small_world.h"
#include "tests/syncserver/https_client.h"
#include "tests/syncserver/server_program.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

void flip_byte(const QString& file, qint64 at)
{
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(at));
    const auto byte = damaged.read(1);
    QVERIFY(damaged.seek(at));
    damaged.write(QByteArray(1, static_cast<char>(byte[0] ^ 1)));
}

} // namespace

class ServerProgramTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;

    QByteArray read(const QString& name) const
    {
        return QByteArray::fromStdString(
            must(read_file((m_data + "/" + name).toStdString(), 1'000'000))
        );
    }

    QByteArray new_code(const QStringList& more = {}) const
    {
        const auto made =
            run(QStringList{"enrol-code", "--data", m_data, "--office", "00004"} + more);
        return made.exit_code == 0 ? made.out.trimmed() : QByteArray();
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath("máy chủ");
        QCOMPARE(run({"init", "--data", m_data}).exit_code, 0);
    }

    void init_makes_everything_and_only_its_owner_may_read_it()
    {
        for (const auto* name :
             {"store.db",
              "config.toml",
              "keys/store.key",
              "keys/feed.key",
              "tls/cert.pem",
              "tls/key.pem"}) {
            const QFileInfo file(m_data + "/" + name);
            QVERIFY2(file.exists(), name);
            QCOMPARE(
                file.permissions() & QFile::Permissions(0x7777),
                QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser
            );
        }
        QVERIFY(!read("store.db").contains("SQLite format"));
    }

    void init_does_not_touch_a_folder_in_use()
    {
        const auto before = read("keys/store.key");
        const auto again = run({"init", "--data", m_data});
        QCOMPARE(again.exit_code, 2);
        QVERIFY(again.err.contains("đã có dữ liệu"));
        QCOMPARE(read("keys/store.key"), before);
    }

    void an_enrolment_code_carries_the_fingerprint_of_the_certificate()
    {
        const auto made = run(
            {"enrol-code",
             "--data",
             m_data,
             "--office",
             "00004",
             "--json",
             "--signer",
             "Trần Văn A;Chủ tịch"}
        );
        QCOMPARE(made.exit_code, 0);
        const auto answer = must(parse_json_object(made.out.toStdString()));
        const auto code = must(parse_enrol_code(text_at(answer, "code")));
        QVERIFY(is_certificate_of(
            code, must(certificate_fingerprint(read("tls/cert.pem").toStdString()))
        ));
    }

    void an_unknown_office_is_named_in_a_sentence()
    {
        const auto made = run({"enrol-code", "--data", m_data, "--office", "99999"});
        QCOMPARE(made.exit_code, 2);
        QVERIFY(made.err.contains("99999"));
        QVERIFY(made.out.isEmpty());
    }

    void an_office_is_changed_by_the_command()
    {
        QVERIFY(!new_code({"--allow-certificate-without-pin"}).isEmpty());
        const auto changed = run(
            {"office",
             "--data",
             m_data,
             "--office",
             "00004",
             "--allow-certificate-without-pin",
             "off"}
        );
        QCOMPARE(changed.exit_code, 0);
        const auto profile = must(parse_json_object(changed.out.toStdString()));
        QCOMPARE(must(boolean_member(profile, "allow_certificate_without_pin")), false);
        QCOMPARE(must(string_member(profile, "name")), std::string("UBND phường Ba Đình"));
    }

    void a_code_made_while_the_server_serves_enrols_a_desk()
    {
        serving server(m_data);
        QVERIFY(server.port() != 0);
        const auto code = must(parse_enrol_code(new_code().toStdString()));
        const auto body =
            to_text(json::object{{"secret", code.secret}, {"public_key", std::string(64, '1')}});
        https_client client(server.port(), read("tls/cert.pem"));
        const auto answer = client.ask({"POST", "/v1/enrol", {}, QByteArray::fromStdString(body)});
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("\"desk\":\"00004-1\""));
        server.kill(); // at once, without a goodbye: what was acknowledged is there
        const auto verified = run({"verify", "--data", m_data, "--json"});
        QCOMPARE(verified.exit_code, 0);
        QVERIFY(verified.out.contains("\"operations\":2"));
    }

    void SIGTERM_ends_it_well_and_the_journal_is_JSON()
    {
        serving server(m_data);
        https_client client(server.port(), read("tls/cert.pem"));
        QCOMPARE(client.get("/healthz").status, 200);
        QCOMPARE(client.get("/Nguyễn-Văn-An").status, 404);
        QCOMPARE(server.exit_code_of_stop(), 0);
        const auto journal = server.journal();
        QVERIFY(!journal.contains("Nguyễn"));
        for (const auto& line : journal.trimmed().split('\n'))
            QVERIFY2(parse_json_object(line.toStdString()), line);
    }

    void wrong_settings_stop_it_before_it_serves()
    {
        const auto file = m_folder->filePath("wrong.toml");
        must(replace_file(file.toStdString(), "[limits]\nmax_conections = 5\n"));
        const auto wrong = run({"serve", "--data", m_data, "--config", file});
        QCOMPARE(wrong.exit_code, 2);
        QVERIFY(wrong.err.contains("line 2") && wrong.err.contains("max_conections"));
        QCOMPARE(run({"serve", "--data", m_data, "--listen", "nowhere"}).exit_code, 2);
        QCOMPARE(
            run({"serve", "--data", m_data, "--config", m_folder->filePath("none.toml")}).exit_code,
            2
        );
    }

    void accounts_are_imported_whole_or_not_at_all()
    {
        const auto import = [this](const QString& file, const QStringList& more = {}) {
            return run(QStringList{"user", "import", file, "--data", m_data} + more);
        };
        const auto names = [this] { return run({"user", "list", "--data", m_data}).out; };
        const auto table = m_folder->filePath("nguoi.csv");
        must(replace_file(
            table.toStdString(),
            "name,full_name,role,unit\nlan.tt,Trần Thị Lan,registrar,00004\nlan.tt,Lan,head,00004\n"
            "binh.pv,Phạm Bình,registrar,province:01\n"
        ));
        const auto wrong = import(table);
        QCOMPARE(wrong.exit_code, 2);
        QVERIFY(wrong.out.contains("3,lan.tt") && wrong.out.contains("4,binh.pv"));
        QVERIFY(names().isEmpty());
        const auto good = import(table, {"--good-ones"});
        QCOMPARE(good.exit_code, 2);
        QVERIFY(names().contains("lan.tt") && !names().contains("binh.pv"));
        const QString sheet = HOTICH_SOURCE "/tests/data/tables/accounts.xlsx";
        QCOMPARE(import(sheet).exit_code, 0);
        QVERIFY(names().contains("moi.a") && names().contains("moi.b"));
        QVERIFY(import(sheet).out.contains("3,moi.a,,,")); // taken now
        const auto error = import(HOTICH_SOURCE "/tests/data/tables/accounts_error.xlsx");
        QCOMPARE(error.exit_code, 2);
        QVERIFY(error.err.contains("C7"));
    }

    void the_operator_reads_the_log_of_reading()
    {
        const auto asked = [this](const char* unit) {
            return run({"readings", "--data", m_data, "--unit", unit, "--json"});
        };
        QCOMPARE(asked("commune:00004").out.trimmed(), QByteArray(R"({"readings":[]})"));
        QCOMPARE(asked("xa:00004").exit_code, 2);
    }

    void a_taken_port_is_told()
    {
        serving server(m_data);
        const auto second = run(
            {"serve", "--data", m_data, "--listen", "127.0.0.1:" + QString::number(server.port())}
        );
        QCOMPARE(second.exit_code, 1);
    }

    void wrong_commands_are_refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("unknown") << QStringList{"dance"};
        QTest::newRow("no folder") << QStringList{"serve"};
        QTest::newRow("not a server") << QStringList{"serve", "--data", "nowhere-at-all"};
        QTest::newRow("unknown option") << QStringList{"version", "--loud"};
        QTest::newRow("unknown language") << QStringList{"version", "--lang", "fr"};
    }

    void wrong_commands_are_refused()
    {
        QFETCH(QStringList, arguments);
        const auto done = run(arguments);
        QCOMPARE(done.exit_code, 2);
        QVERIFY(!done.err.isEmpty());
    }

    void a_damaged_store_or_a_wrong_key_is_told_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("at");
        QTest::newRow("the first page") << "store.db" << qint64(100);
        QTest::newRow("a later page") << "store.db" << qint64(60'000);
        QTest::newRow("the store's key") << "keys/store.key" << qint64(5);
        QTest::newRow("the feed's key") << "keys/feed.key" << qint64(80);
    }

    void a_damaged_store_or_a_wrong_key_is_told()
    {
        QFETCH(QString, file);
        QFETCH(qint64, at);
        QVERIFY(!new_code().isEmpty());
        QCOMPARE(run({"verify", "--data", m_data}).exit_code, 0);
        flip_byte(m_data + "/" + file, at);
        QCOMPARE(run({"verify", "--data", m_data}).exit_code, 5);
    }
};

QTEST_GUILESS_MAIN(ServerProgramTest)
#include "server_program_test.moc"
