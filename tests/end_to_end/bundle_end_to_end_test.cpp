// The courier with the real programs: a desk that has no line after its enrolment, a server that
// may be serving meanwhile, and a stick between them.
#include "tests/end_to_end/programs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace hotich::test;

namespace {

QByteArray bytes_of(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void write_bytes(const QString& file, const QByteArray& bytes)
{
    QFile opened(file);
    if (!opened.open(QIODevice::WriteOnly) || opened.write(bytes) != bytes.size())
        qFatal("cannot write");
}

} // namespace

class BundleEndToEndTest : public QObject, private programs
{
    Q_OBJECT

private:
    outcome post(const QStringList& arguments) const
    {
        return run(
            HOTICH_SERVER,
            QStringList{"bundle"} + arguments + QStringList{"--data", path("server"), "--json"}
        );
    }

    QString exported(const QString& name) const
    {
        return desk(name, {"bundle", "export", "--to", path("stick")}).json()["file"].toString();
    }

    outcome imported(const QString& file) const
    {
        return post({"import", file, "--answer", path("stick")});
    }

    static QString answer_of(const outcome& taken)
    {
        return taken.json()["answer"].toObject()["file"].toString();
    }

private slots:

    void init()
    {
        begin();
        QVERIFY(QDir().mkdir(path("stick")));
        for (const auto* name : {"one", "two"})
            enrol(name, "00004");
    }

    void cleanup() { kill_server(); }

    void an_office_without_a_line_gets_its_numbers_by_courier()
    {
        registered("one", "Nguyễn Văn An");
        registered("one", "Nguyễn Thị Bình");
        const auto file = exported("one");
        QVERIFY(file.endsWith("/hotich_00004_00004-1_000001_to-server.bundle"));
        QVERIFY(!bytes_of(file).contains("Nguy"));
        const auto taken = imported(file); // while the server serves
        QVERIFY2(taken.exit_code == 0, taken.err.constData());
        const auto records = taken.json()["records"].toArray();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[1].toObject()["outcome"].toString(), QString("accepted"));
        QCOMPARE(records[1].toObject()["number"].toString(), QString("02/2026"));
        QVERIFY(answer_of(taken).endsWith("_000001_to-desk.bundle"));
        const auto brought = desk("one", {"bundle", "import", answer_of(taken)});
        QVERIFY2(brought.exit_code == 0, brought.err.constData());
        QCOMPARE(brought.json()["records"].toArray().size(), 2);
        QCOMPARE(numbers("one"), (QStringList{"01/2026", "02/2026"}));

        // The same again, and the line meanwhile: nothing is decided twice.
        const auto again = imported(file);
        QCOMPARE(again.exit_code, 0);
        QCOMPARE(again.json()["known_already"].toInt(), 2);
        QCOMPARE(desk("one", {"sync"}).exit_code, 0);
        const auto late = desk("one", {"bundle", "import", answer_of(again)});
        QCOMPARE(late.exit_code, 0);
        QVERIFY(late.json()["known_already"].toBool());
        QCOMPARE(desk("two", {"sync"}).exit_code, 0);
        QCOMPARE(numbers("two"), numbers("one"));
        for (const auto* name : {"one", "two"})
            QCOMPARE(desk(name, {"verify"}).exit_code, 0);
        QCOMPARE(run(HOTICH_SERVER, {"verify", "--data", path("server")}).exit_code, 0);
    }

    void the_server_sends_news_unasked()
    {
        registered("two", "Nguyễn Văn An");
        QCOMPARE(desk("two", {"sync"}).exit_code, 0);
        const auto made =
            post({"export", "--office", "00004", "--desk", "00004-1", "--to", path("news.bundle")});
        QVERIFY2(made.exit_code == 0, made.err.constData());
        QCOMPARE(made.json()["file"].toString(), path("news.bundle"));
        const auto brought = desk("one", {"bundle", "import", path("news.bundle")});
        QVERIFY2(brought.exit_code == 0, brought.err.constData());
        QCOMPARE(numbers("one"), QStringList{"01/2026"});
        QCOMPARE(
            post({"export", "--office", "00004", "--desk", "00004-9", "--to", path("x")}).exit_code,
            3
        );
        QVERIFY(!QFile::exists(path("x")));
    }

    void what_is_cut_changed_or_swapped_has_its_own_exit_code()
    {
        registered("one", "Nguyễn Văn An");
        const auto file = exported("one");
        const auto good = bytes_of(file);
        write_bytes(path("cut"), good.left(good.size() / 2));
        QCOMPARE(imported(path("cut")).exit_code, 2);
        auto changed = good;
        changed[changed.size() / 2] = char(changed[changed.size() / 2] ^ 1);
        write_bytes(path("changed"), changed);
        const auto refused = imported(path("changed"));
        QCOMPARE(refused.exit_code, 5);
        QVERIFY2(refused.err.contains("sửa đổi"), refused.err.constData());
        QCOMPARE(imported(path("nowhere")).exit_code, 2);
        const auto answer = answer_of(imported(file));
        QCOMPARE(desk("two", {"bundle", "import", answer}).exit_code, 3);
        QCOMPARE(desk("one", {"bundle", "import", file}).exit_code, 3);
        QCOMPARE(imported(answer).exit_code, 3);
        QCOMPARE(desk("one", {"bundle", "import", path("cut")}).exit_code, 2);
        QVERIFY(numbers("two").isEmpty());
        QCOMPARE(desk("one", {"bundle", "import", answer}).exit_code, 0);
    }

    void a_full_or_missing_stick_is_told_and_loses_nothing()
    {
        registered("one", "Nguyễn Văn An");
        const auto gone = desk("one", {"bundle", "export", "--to", path("pulled/out.bundle")});
        QCOMPARE(gone.exit_code, 1);
        QVERIFY2(gone.err.contains("USB"), gone.err.constData());
        QVERIFY(QFile::link("/dev/full", path("stick/out.bundle.new")));
        QCOMPARE(desk("one", {"bundle", "export", "--to", path("stick/out.bundle")}).exit_code, 1);
        QVERIFY(QDir(path("stick")).entryList(QDir::Files).isEmpty());
        const auto file = exported("one");
        const auto lost = post({"import", file, "--answer", path("pulled/answer.bundle")});
        QCOMPARE(lost.exit_code, 1);
        QCOMPARE(lost.json()["records"].toArray().size(), 1); // decided, and said so
        QVERIFY(!lost.json().contains("answer"));
        const auto again = imported(file);
        QCOMPARE(again.json()["known_already"].toInt(), 1);
        QCOMPARE(desk("one", {"bundle", "import", answer_of(again)}).exit_code, 0);
        QCOMPARE(numbers("one"), QStringList{"01/2026"});
    }
};

QTEST_GUILESS_MAIN(BundleEndToEndTest)
#include "bundle_end_to_end_test.moc"
