#include "tests/end_to_end/programs.h"

#include <QJsonArray>
#include <QTest>

namespace hotich::test {

namespace {

constexpr int command_timeout_ms = 120'000;
constexpr int server_timeout_ms = 30'000;

} // namespace

QString file_with(const QString& secret)
{
    static const QTemporaryDir folder;
    auto name = folder.filePath(QString::number(qHash(secret)));
    QFile file(name);
    if (!file.open(QFile::WriteOnly) || file.write(secret.toUtf8()) < 0)
        qFatal("a password cannot be written");
    return name;
}

outcome run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOTICH_PASSWORD_FILE", file_with("mật khẩu"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(command_timeout_ms);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray birth_named(const QString& name)
{
    static const auto example = run(HOTICH_TOOL, {"example", "birth"}).json();
    auto birth = example;
    birth.remove("gcs_code");
    birth.remove("gcs_date");
    auto child = birth["child"].toObject();
    child["full_name"] = name;
    birth["child"] = child;
    return QJsonDocument(birth).toJson(QJsonDocument::Compact);
}

void programs::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto made = run(HOTICH_SERVER, {"init", "--data", path("server")});
    QVERIFY2(made.exit_code == 0, made.err.constData());
    start_server();
}

void programs::start_server(const QString& listen)
{
    m_server = std::make_unique<QProcess>();
    m_server->start(HOTICH_SERVER, {"serve", "--data", path("server"), "--listen", listen});
    QVERIFY(m_server->waitForReadyRead(server_timeout_ms));
    const auto line = m_server->readLine().trimmed();
    QVERIFY2(line.startsWith("listening on "), line.constData());
    m_address = QString::fromUtf8(line.mid(13));
}

void programs::stop_server()
{
    m_server->terminate();
    QVERIFY(m_server->waitForFinished(server_timeout_ms));
    QCOMPARE(m_server->exitCode(), 0);
}

void programs::kill_server()
{
    if (!m_server || m_server->state() != QProcess::Running) return;
    m_server->kill();
    m_server->waitForFinished();
}

outcome programs::desk(const QString& name, const QStringList& arguments, const QByteArray& input)
    const
{
    return run(
        HOTICH_TOOL, QStringList{"--register", path(name + ".hotich"), "--json"} + arguments, input
    );
}

QString programs::new_code(const QString& office) const
{
    const auto made =
        run(HOTICH_SERVER,
            {"enrol-code",
             "--data",
             path("server"),
             "--office",
             office,
             "--signer",
             "Trần Thị Lan;Chủ tịch",
             "--allow-certificate-without-pin",
             "--machine-key",
             "file", // these machines have no session, so no store of secrets
             "--json"});
    return made.json()["code"].toString();
}

void programs::enrol(const QString& name, const QString& office) const
{
    const auto enrolled =
        desk(name, {"enrol", "--server", "https://" + m_address, "--code", new_code(office)});
    QVERIFY2(enrolled.exit_code == 0, enrolled.err.constData());
}

QString programs::registered(const QString& name, const QString& child) const
{
    const auto made = desk(name, {"register", "birth", "--data", "-"}, birth_named(child));
    if (made.exit_code != 0)
        QTest::qFail((made.out + " " + made.err).constData(), __FILE__, __LINE__);
    return made.json()["record"].toString();
}

QStringList programs::numbers(const QString& name) const
{
    QStringList list;
    for (const auto& entry : desk(name, {"book", "birth", "2026"}).json()["entries"].toArray())
        list << entry.toObject()["number"].toString();
    return list;
}

} // namespace hotich::test
