// What offices do with the two programs: offline, with number blocks, through crashes and with
// wrong input.
#include "tests/end_to_end/programs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace hotich::test;

class EndToEndTest : public QObject, private programs
{
    Q_OBJECT

private slots:

    void init() { begin(); }

    void cleanup() { kill_server(); }

    void two_desks_that_worked_offline_get_every_number_once()
    {
        enrol("one", "00004");
        enrol("two", "00004");
        stop_server();
        for (const auto* child : {"Nguyễn Văn An", "Nguyễn Văn Bình"})
            QVERIFY(!registered("one", child).isEmpty());
        for (const auto* child : {"Nguyễn Thị Cúc", "Nguyễn Thị Dung"})
            QVERIFY(!registered("two", child).isEmpty());
        QCOMPARE(desk("one", {"sync"}).exit_code, 4);
        QVERIFY(numbers("one").isEmpty());
        start_server(address());
        for (const auto* name : {"two", "one", "two"})
            QCOMPARE(desk(name, {"sync"}).exit_code, 0);
        QCOMPARE(numbers("one"), (QStringList{"01/2026", "02/2026", "03/2026", "04/2026"}));
        QCOMPARE(numbers("two"), numbers("one"));
        for (const auto* name : {"one", "two"})
            QCOMPARE(desk(name, {"verify"}).exit_code, 0);
        QCOMPARE(run(HOTICH_SERVER, {"verify", "--data", path("server")}).exit_code, 0);
    }

    void a_block_numbers_and_prints_offline_and_the_number_never_changes()
    {
        enrol("one", "00004");
        enrol("two", "00004");
        const auto block = desk("one", {"numbers", "take", "birth", "3"});
        QCOMPARE(block.exit_code, 0);
        QCOMPARE(block.json()["last"].toInt(), 3);
        stop_server();
        const auto made =
            desk("one", {"register", "birth", "--data", "-"}, birth_named("Nguyễn Văn An"));
        QCOMPARE(made.json()["number"].toString(), "01/2026");
        const auto record = made.json()["record"].toString();
        QCOMPARE(
            desk(
                "one",
                {"print", record, "--certificate", "birth_certificate", "--pdf", path("a.pdf")}
            )
                .exit_code,
            0
        );
        registered("two", "Nguyễn Thị Cúc");
        start_server(address());
        QCOMPARE(desk("two", {"sync"}).exit_code, 0);
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        QCOMPARE(desk("one", {"show", record}).json()["number"].toString(), "01/2026");
        QCOMPARE(numbers("two"), (QStringList{"04/2026"}));
    }

    void a_certificate_is_one_a4_page_with_the_words_of_the_record()
    {
        enrol("one", "00004");
        const auto record = registered("one", "Nguyễn Thị Ánh Tuyết");
        QCOMPARE(
            desk(
                "one",
                {"print", record, "--certificate", "birth_certificate", "--pdf", path("c.pdf")}
            )
                .exit_code,
            3
        );
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        QCOMPARE(
            desk(
                "one",
                {"print", record, "--certificate", "birth_certificate", "--pdf", path("c.pdf")}
            )
                .exit_code,
            0
        );
        const auto info = run("pdfinfo", {path("c.pdf")}).out;
        QVERIFY2(info.contains("Pages:           1"), info.constData());
        QVERIFY2(info.contains("A4"), info.constData());
        const auto text = QString::fromUtf8(run("pdftotext", {"-layout", path("c.pdf"), "-"}).out);
        for (const auto* words :
             {"GIẤY KHAI SINH",
              "01/2026",
              "NGUYỄN THỊ ÁNH TUYẾT",
              "phường Ba Đình",
              "Trần Thị Lan",
              "CHỦ TỊCH"})
            QVERIFY2(text.contains(words), words);
        const auto fonts =
            QString::fromUtf8(run("pdffonts", {path("c.pdf")}).out).split('\n').mid(2);
        for (const auto& font : fonts)
            QVERIFY2(
                font.isEmpty() || (font.contains("Tinos") && font.contains("yes")), qPrintable(font)
            );

        const QStringList on_blank{
            "print", record, "--certificate", "birth_certificate", "--pdf", path("b.pdf")};
        const QStringList blank{"--on-blank", "--blank", "KS0001"};
        QCOMPARE(desk("one", on_blank + blank).exit_code, 3); // an original is given once
        const auto sheet = desk("one", {"papers"}).json()["papers"].toArray().first().toObject();
        QCOMPARE(sheet["state"].toString(), "sent");
        const auto token = sheet["token"].toString();
        QCOMPARE(desk("one", {"paper", token, "spoiled", "--reason", "kẹt giấy"}).exit_code, 0);
        QCOMPARE(desk("one", on_blank + blank).exit_code, 0);
        const auto blanks = desk("one", {"blanks"}).json()["blanks"].toArray().first().toObject();
        QCOMPARE(blanks["never_received"].toArray().first().toString(), "KS0001");
        const auto fill = QString::fromUtf8(run("pdftotext", {path("b.pdf"), "-"}).out);
        QVERIFY(fill.contains("NGUYỄN THỊ ÁNH TUYẾT") && !fill.contains("GIẤY KHAI SINH"));

        const auto early = desk("one", {"papers", "--list", path("early.pdf")});
        QCOMPARE(early.exit_code, 0);
        QVERIFY(early.err.contains("Không có giấy nào chờ ký"));
        QVERIFY(!QFile::exists(path("early.pdf")));
        const auto second = desk("one", {"papers"}).json()["papers"].toArray().first().toObject();
        QCOMPARE(desk("one", {"paper", second["token"].toString(), "came_out"}).exit_code, 0);
        QCOMPARE(desk("one", {"papers", "--list", path("list.pdf")}).exit_code, 0);
        const auto list = QString::fromUtf8(run("pdftotext", {path("list.pdf"), "-"}).out);
        QVERIFY(list.contains("KS0001") && list.contains("Tổng số 1 tờ"));
    }

    void a_server_that_is_killed_loses_nothing_it_acknowledged()
    {
        enrol("one", "00004");
        enrol("two", "00004");
        for (int i = 0; i < 5; ++i) {
            registered("one", "Nguyễn Văn " + QString(QChar('A' + i)) + "n");
            QCOMPARE(desk("one", {"sync"}).exit_code, 0);
            kill_server();
            start_server(address());
        }
        QCOMPARE(desk("two", {"sync"}).exit_code, 0);
        QCOMPARE(numbers("two").size(), 5);
        QCOMPARE(run(HOTICH_SERVER, {"verify", "--data", path("server")}).exit_code, 0);
    }

    void a_code_for_another_server_tells_that_server_nothing()
    {
        const auto code = new_code("00004");
        stop_server();
        QDir(path("server")).removeRecursively();
        QCOMPARE(run(HOTICH_SERVER, {"init", "--data", path("server")}).exit_code, 0);
        start_server(address());
        const auto refused =
            desk("one", {"enrol", "--server", "https://" + address(), "--code", code});
        QCOMPARE(refused.exit_code, 5);
    }

    void a_code_works_once()
    {
        const auto code = new_code("00004");
        QCOMPARE(
            desk("one", {"enrol", "--server", "https://" + address(), "--code", code}).exit_code, 0
        );
        QCOMPARE(
            desk("two", {"enrol", "--server", "https://" + address(), "--code", code}).exit_code, 3
        );
    }

    void a_wrong_password_opens_nothing()
    {
        enrol("one", "00004");
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOTICH_PASSWORD_FILE", file_with("sai"));
        process.setProcessEnvironment(environment);
        process.start(HOTICH_TOOL, {"--register", path("one.hotich"), "book", "birth", "2026"});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 5);
    }

    void a_changed_byte_is_found_and_never_crashes_data()
    {
        QTest::addColumn<int>("thousandth");
        for (int thousandth = 5; thousandth < 1000; thousandth += 70)
            QTest::addRow("at %d/1000", thousandth) << thousandth;
    }

    void a_changed_byte_is_found_and_never_crashes()
    {
        QFETCH(int, thousandth);
        enrol("one", "00004");
        for (int i = 0; i < 4; ++i)
            registered("one", "Nguyễn Văn " + QString(QChar('A' + i)) + "n");
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        QFile file(path("one.hotich"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto place = file.size() * thousandth / 1000;
        file.seek(place);
        const auto byte = file.read(1);
        file.seek(place);
        file.write(QByteArray(1, char(byte[0] ^ 0x5a)));
        file.close();
        const auto verified = desk("one", {"verify"});
        QCOMPARE(verified.exit_code, 5);
        QVERIFY(!verified.out.isEmpty() || !verified.err.isEmpty());
    }

    void bad_input_gets_a_clear_error_and_stores_nothing_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("says");
        QTest::newRow("broken JSON") << QByteArray("{\"child\": {\n  \"full_name\": }") << "line 2";
        QTest::newRow("invalid UTF-8") << QByteArray("{\"notes\": \"\xff\xfe\"}") << "line 1";
        QTest::newRow("not an object") << QByteArray("[1, 2]") << "object";
        QTest::newRow("empty") << QByteArray("") << "JSON";
        QTest::newRow("two documents") << QByteArray("{} {}") << "more text";
        QTest::newRow("5 MB") << QByteArray(5 * 1024 * 1024, ' ') << "larger";
        QTest::newRow("deep") << QByteArray(1000, '[') << "line 1";
        QTest::newRow("wrong type") << QByteArray("{\"child\": 7}") << "";
        QTest::newRow("unknown field") << QByteArray("{\"chidl\": {}}") << "";
    }

    void bad_input_gets_a_clear_error_and_stores_nothing()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, says);
        enrol("one", "00004");
        const auto refused = desk("one", {"register", "birth", "--data", "-"}, input);
        QCOMPARE(refused.exit_code, 2);
        const auto said = QString::fromUtf8(refused.err + refused.out);
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY(numbers("one").isEmpty());
        QCOMPARE(desk("one", {"verify"}).json()["records"].toInt(), 0);
    }

    void a_file_of_100_mb_is_refused_unread()
    {
        QFile file(path("big.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(100 * 1024 * 1024));
        file.close();
        const auto refused =
            run(HOTICH_TOOL, {"--json", "check", "birth", "--data", file.fileName()});
        QCOMPARE(refused.exit_code, 2);
        QVERIFY(refused.err.contains("larger"));
    }

    void a_folder_that_cannot_be_written_is_told()
    {
        const auto refused =
            run(HOTICH_TOOL,
                {"--register",
                 "/proc/desk.hotich",
                 "enrol",
                 "--server",
                 "https://" + address(),
                 "--code",
                 new_code("00004")});
        QVERIFY(refused.exit_code != 0);
        QVERIFY(!refused.err.isEmpty());
    }

    /// Of the build: installers/components.csv.
    void the_program_tells_what_it_is_made_of()
    {
        const auto told = run(HOTICH_TOOL, {"--licences"});
        QCOMPARE(told.exit_code, 0);
        const QString text = QString::fromUtf8(told.out);
        for (const auto* name :
             {"Qt 6.", "SQLCipher 4.14.0: BSD-3-Clause", "OpenSSL 3.", "libsodium 1."})
            QVERIFY2(text.contains(name), name);
        QVERIFY(text.contains("Apache License"));
        QVERIFY(text.contains("==== SQLCipher\n\n"));
    }
};

QTEST_GUILESS_MAIN(EndToEndTest)
#include "end_to_end_test.moc"
