#include "tests/support/private_cups.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <unistd.h>

namespace hotich::test {

namespace {

constexpr int longest_wait_ms = 30'000;
constexpr const char* driver = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd";

void write(const QString& file, const QByteArray& text)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file));
}

/// Without the printer's own language (PJL) around it; empty while it is not whole.
QByteArray paper_in(const QString& file)
{
    QFile sent(file);
    if (!sent.open(QIODevice::ReadOnly)) return {};
    const auto bytes = sent.readAll();
    const auto begin = bytes.indexOf("%PDF");
    const auto end = bytes.lastIndexOf("%%EOF");
    if (begin < 0 || end < begin || !bytes.endsWith("\x1b%-12345X")) return {};
    return bytes.mid(begin, end - begin + 6);
}

QString socket_in(const QString& folder) { return folder + "/run/cups.sock"; }

} // namespace

void private_cups::announce(const QString& folder)
{
    qputenv("CUPS_SERVER", socket_in(folder).toUtf8());
}

private_cups::~private_cups()
{
    if (m_scheduler.state() == QProcess::NotRunning) return;
    m_scheduler.terminate();
    m_scheduler.waitForFinished(longest_wait_ms);
}

/// Anybody who reaches the socket may do anything: nobody else can.
void private_cups::write_settings() const
{
    const auto open_to_all = QByteArray("  Order allow,deny\n  Allow all\n");
    write(
        m_folder + "/cupsd.conf",
        "Listen " + socket_in(m_folder).toUtf8() + "\nDefaultAuthType None\nBrowsing Off\n"
            + "WebInterface No\n<Location />\n" + open_to_all + "</Location>\n<Location /admin>\n"
            + open_to_all + "</Location>\n<Policy default>\n<Limit All>\n" + open_to_all
            + "</Limit>\n</Policy>\n"
    );
    // The scheduler refuses to run its filters as root.
    const bool is_root = geteuid() == 0;
    const auto user = is_root ? QByteArray("lp") : qgetenv("USER");
    const auto in = [this](const char* name) { return (m_folder + "/" + name).toUtf8(); };
    write(
        m_folder + "/cups-files.conf",
        "ServerRoot " + in("") + "\nCacheDir " + in("cache") + "\nRequestRoot " + in("spool")
            + "\nStateDir " + in("run") + "\nAccessLog " + in("access.log") + "\nErrorLog "
            + in("error.log") + "\nPageLog " + in("page.log")
            + "\nDataDir /usr/share/cups\nServerBin /usr/lib/cups\nFileDevice Yes\n"
              "Sandboxing relaxed\nUser "
            + user + "\nGroup " + user + "\n"
    );
}

QString private_cups::run(const QString& program, const QStringList& arguments)
{
    QProcess child;
    child.start(program, arguments);
    if (!child.waitForFinished(longest_wait_ms)) return program + " does not run";
    return child.exitCode() == 0 ? QString() : QString::fromUtf8(child.readAllStandardError());
}

QString private_cups::start()
{
    for (const auto* program : {"/usr/sbin/cupsd", "/usr/sbin/lpadmin", driver})
        if (!QFile::exists(program)) return QString(program) + " is missing";
    QFile::setPermissions(m_folder, QFile::Permissions(0x7777));
    for (const auto* part : {"run", "spool", "cache", "out"}) {
        QDir(m_folder).mkpath(part);
        QFile::setPermissions(m_folder + "/" + part, QFile::Permissions(0x7777));
    }
    write_settings();
    m_scheduler.start(
        "/usr/sbin/cupsd",
        {"-f", "-c", m_folder + "/cupsd.conf", "-s", m_folder + "/cups-files.conf"}
    );
    QElapsedTimer since;
    since.start();
    while (!QFile::exists(socket_in(m_folder)) && since.elapsed() < longest_wait_ms)
        QTest::qWait(50);
    const auto device = "file://" + m_folder + "/out/paper.pdf";
    return run("/usr/sbin/lpadmin", {"-p", queue, "-E", "-v", device, "-P", driver});
}

QString private_cups::printed()
{
    const auto file = m_folder + "/out/paper.pdf";
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < longest_wait_ms) {
        const auto paper = paper_in(file);
        if (!paper.isEmpty()) {
            QFile::remove(file);
            write(m_folder + "/printed.pdf", paper);
            return m_folder + "/printed.pdf";
        }
        QTest::qWait(50);
    }
    return {};
}

} // namespace hotich::test
