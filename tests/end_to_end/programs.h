// hotich-server and hotich as their users start them, in processes of their own over TLS: a server
// with its data, and desks beside it in the same folder. The end-to-end tests derive from it, so
// that they read like what people do.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace hotich::test {

struct outcome
{
    int exit_code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// A file with a secret, as the programs take one.
QString file_with(const QString& secret);

outcome run(const QString& program, const QStringList& arguments, const QByteArray& input = {});

/// The example of the tool under another name, without its birth notice.
QByteArray birth_named(const QString& name);

/// What fails in here fails the test that runs.
class programs
{
protected:
    /// A new folder with a server that serves.
    void begin();
    void start_server(const QString& listen = "127.0.0.1:0");
    void stop_server();
    /// At once, where it runs.
    void kill_server();

    [[nodiscard]] qint64 server_process() const { return m_server->processId(); }

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    /// Where the server listens, or last did: "127.0.0.1:40000".
    [[nodiscard]] const QString& address() const { return m_address; }

    /// The tool with the desk's register.
    outcome desk(const QString& name, const QStringList& arguments, const QByteArray& input = {})
        const;
    /// A one-time code for a desk of the office.
    [[nodiscard]] QString new_code(const QString& office) const;
    void enrol(const QString& name, const QString& office) const;
    /// The record of a birth that the desk registers.
    QString registered(const QString& name, const QString& child) const;
    /// The numbers in the desk's book of births of 2026.
    [[nodiscard]] QStringList numbers(const QString& name) const;

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    QString m_address;
};

} // namespace hotich::test
