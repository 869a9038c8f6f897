// hotich-server itself, as an operator starts it: one command, or serving. Used by the tests of the
// program.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryFile>
#include <sys/prctl.h>

#include <atomic>
#include <csignal>

namespace hotich::test {

inline constexpr int program_timeout_ms = 60'000;

struct outcome_of_run
{
    int exit_code = -1;
    QByteArray out;
    QByteArray err;
};

inline QString program()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath("../hotich-server");
}

inline outcome_of_run run(const QStringList& arguments, const QByteArray& passphrase = {})
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    QTemporaryFile secret;
    if (!passphrase.isEmpty()) {
        if (!secret.open() || secret.write(passphrase) < 0 || !secret.flush())
            qFatal("a passphrase cannot be written");
        environment.insert("HOTICH_RECOVERY_PASSPHRASE_FILE", secret.fileName());
    }
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program(), arguments);
    if (!process.waitForFinished(program_timeout_ms)
        || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The program serving; ended with the object.
class serving
{
public:
    explicit serving(const QString& data, const QStringList& more = {})
        : m_arguments(QStringList{"serve", "--data", data, "--listen", "127.0.0.1:0"} + more)
    {
        // It does not outlive a test that fails loudly.
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        // A file never fills up, so that the program never waits for its reader.
        if (m_journal.open()) m_process.setStandardErrorFile(m_journal.fileName());
        start();
    }

    serving(const serving&) = delete;
    serving& operator=(const serving&) = delete;

    ~serving() { kill(); }

    void start()
    {
        m_process.start(program(), m_arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(program_timeout_ms)) {
        }
        const auto line = m_process.readLine().trimmed();
        m_port = line.startsWith("listening on ") ? line.mid(line.lastIndexOf(':') + 1).toUShort()
                                                  : quint16(0);
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(program_timeout_ms);
    }

    int exit_code_of_stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(program_timeout_ms)
            || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }

    /// From any thread, also while it is started again.
    [[nodiscard]] quint16 port() const { return m_port; }

    /// What it said since it was started last.
    QByteArray journal()
    {
        m_journal.seek(0);
        return m_journal.readAll();
    }

private:
    QStringList m_arguments;
    QTemporaryFile m_journal;
    QProcess m_process;
    std::atomic<quint16> m_port = 0;
};

} // namespace hotich::test
