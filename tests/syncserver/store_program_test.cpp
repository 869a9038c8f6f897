// hotich-server over PostgreSQL as an operator meets it: made, verified, moved
// from one store to the other and back.
#include "common/base/files.h"
#include "syncserver/storage/postgres_connection.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/readable.h"
#include "tests/syncserver/store_programs.h"

#include <QTemporaryDir>

using namespace hotich;
using namespace hotich::test;

class StoreProgramTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<postgres_cluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    QString m_conninfo_file;

    QByteArray read(const QString& name) const
    {
        return QByteArray::fromStdString(
            must(read_file((m_data + "/" + name).toStdString(), 1'000'000))
        );
    }

    QByteArray new_code(const QString& office) const
    {
        const auto made = run(
            {"enrol-code",
             "--data",
             m_data,
             "--office",
             office,
             "--signer",
             "Trần Thị Người Ký;Chủ tịch"}
        );
        if (made.exit_code != 0) qFatal("%s", made.err.constData());
        return made.out.trimmed();
    }

    void use_store(const QByteArray& kind) const
    {
        auto config = read("config.toml");
        for (const QByteArray other : {"sqlite", "postgres"})
            config.replace("\nkind = \"" + other + "\"", "\nkind = \"" + kind + "\"");
        if (kind == "postgres")
            config.replace(
                "\nconninfo_file = \"\"", "\nconninfo_file = \"" + m_conninfo_file.toUtf8() + "\""
            );
        must(replace_file((m_data + "/config.toml").toStdString(), config.toStdString()));
    }

    void init_over_postgres() const
    {
        const auto made =
            run({"init", "--data", m_data, "--store", "postgres", "--store-file", m_conninfo_file});
        if (made.exit_code != 0) qFatal("%s", made.err.constData());
    }

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        m_cluster = std::make_unique<postgres_cluster>();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath("máy chủ");
        m_conninfo_file = m_folder->filePath("kết nối");
        must(replace_file(m_conninfo_file.toStdString(), m_cluster->new_database() + "\n"));
    }

    void every_command_works_over_postgres()
    {
        init_over_postgres();
        QVERIFY(!QFile::exists(m_data + "/store.db"));
        QVERIFY(
            !(QFile::permissions(m_data + "/keys/store.conninfo")
              & (QFile::ReadGroup | QFile::ReadOther))
        );
        QVERIFY(!new_code("00004").isEmpty());
        QCOMPARE(
            run({"office", "--data", m_data, "--office", "00004", "--signer", "Trần Văn A;Chủ tịch"}
            )
                .exit_code,
            0
        );
        const auto verified = run({"verify", "--data", m_data, "--json"});
        QCOMPARE(verified.exit_code, 0);
        QVERIFY(verified.out.contains("\"operations\":2"));
        const serving server(m_data);
        QVERIFY(server.port() != 0);
        https_client client(server.port(), read("tls/cert.pem"));
        QCOMPARE(client.get("/readyz").status, 200);
    }

    void init_refuses_a_database_that_holds_a_server_or_is_not_there()
    {
        init_over_postgres();
        const auto other = m_folder->filePath("other");
        const auto again =
            run({"init", "--data", other, "--store", "postgres", "--store-file", m_conninfo_file});
        QCOMPARE(again.exit_code, 2);
        QVERIFY(!QFile::exists(other + "/config.toml"));
        must(replace_file(m_conninfo_file.toStdString(), "host=/nowhere dbname=x password=bimat"));
        const auto nowhere =
            run({"init", "--data", other, "--store", "postgres", "--store-file", m_conninfo_file});
        QCOMPARE(nowhere.exit_code, 1);
        QVERIFY(!nowhere.err.contains("bimat"));
    }

    void a_changed_row_is_found()
    {
        init_over_postgres();
        QVERIFY(!new_code("00004").isEmpty());
        const auto db = must(open_postgres({must(read_file(m_conninfo_file.toStdString(), 1000))}));
        must(db->execute("UPDATE operation SET body = replace(body, 'Đình', 'Đinh')"));
        QCOMPARE(run({"verify", "--data", m_data}).exit_code, 5);
    }

    void a_backup_of_postgres_comes_back_as_a_server_of_its_own()
    {
        init_over_postgres();
        const auto key_file = m_folder->filePath("recovery.key");
        const auto key = run({"recovery", "--to", key_file}, "câu mật khẩu của tỉnh");
        auto config = read("config.toml");
        config.replace("\nrecovery_key = \"\"", "\nrecovery_key = \"" + key.out.trimmed() + "\"");
        must(replace_file((m_data + "/config.toml").toStdString(), config.toStdString()));
        std::vector<std::unique_ptr<serving>> servers;
        servers.push_back(std::make_unique<serving>(m_data));
        busy_desk desk(1, read("tls/cert.pem"));
        desk.enrol(servers, new_code("00004"));
        const auto send = [&] {
            desk.register_one();
            while (!desk.is_settled_after_exchange(servers)) {
            }
        };
        send();
        const auto made = run({"backup", "--data", m_data, "--to", m_folder->filePath("copies")});
        QVERIFY2(made.exit_code == 0, made.err);
        send(); // the copy does not have it
        servers.clear();
        const auto back = m_folder->filePath("back");
        const auto restored =
            run({"restore",
                 "--from",
                 QString::fromUtf8(made.out.trimmed()),
                 "--data",
                 back,
                 "--recovery-key",
                 key_file},
                "câu mật khẩu của tỉnh");
        QVERIFY2(restored.exit_code == 0, restored.err);
        servers.push_back(std::make_unique<serving>(back));
        send();
        QCOMPARE(desk.book().back().number->reg_no, 3);
        servers.clear();
        QCOMPARE(run({"verify", "--data", back}).exit_code, 0);
    }

    void a_store_moves_to_postgres_and_back()
    {
        QCOMPARE(run({"init", "--data", m_data}).exit_code, 0);
        std::vector<std::unique_ptr<serving>> servers;
        servers.push_back(std::make_unique<serving>(m_data));
        busy_desk desk(1, read("tls/cert.pem"));
        desk.enrol(servers, new_code("00004"));
        for (int i = 0; i < 7; ++i)
            desk.register_one();
        while (!desk.is_settled_after_exchange(servers)) {
        }
        const auto sqlite = "sqlite:" + m_data;
        const auto postgres = "postgres:" + m_conninfo_file;
        const auto refused = run({"migrate-store", "--from", sqlite, "--to", postgres});
        QCOMPARE(refused.exit_code, 1);
        QVERIFY2(refused.err.contains("server is at work"), refused.err);
        servers.clear();

        const auto there = run({"migrate-store", "--from", sqlite, "--to", postgres});
        QVERIFY2(there.exit_code == 0, there.err);
        QVERIFY(there.out.contains("\noperation 9 ")); // profile, enrolment, seven births
        const auto twice = run({"migrate-store", "--from", sqlite, "--to", postgres});
        QCOMPARE(twice.exit_code, 2);
        QVERIFY(twice.err.contains("not empty"));

        use_store("postgres");
        QVERIFY(QFile::rename(m_data + "/store.db", m_folder->filePath("old.db")));
        QCOMPARE(run({"verify", "--data", m_data}).exit_code, 0);
        servers.push_back(std::make_unique<serving>(m_data));
        desk.register_one();
        while (!desk.is_settled_after_exchange(servers)) {
        }
        QCOMPARE(desk.book().back().number->reg_no, 8);
        QCOMPARE(run({"migrate-store", "--from", postgres, "--to", sqlite}).exit_code, 1);
        servers.clear();

        const auto back = run({"migrate-store", "--from", postgres, "--to", sqlite});
        QVERIFY2(back.exit_code == 0, back.err);
        use_store("sqlite");
        const auto verified = run({"verify", "--data", m_data, "--json"});
        QCOMPARE(verified.exit_code, 0);
        QVERIFY(verified.out.contains("\"operations\":10"));
    }
};

QTEST_GUILESS_MAIN(StoreProgramTest)
#include "store_program_test.moc"
