#include "tests/support/postgres_cluster.h"

#include "syncserver/storage/postgres_connection.h"
#include "tests/support/small_world.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace hotich::test {

namespace {

constexpr int start_timeout_ms = 30'000;
constexpr int stop_timeout_ms = 15'000;

/// The newest that is installed.
QString binaries_of_postgres()
{
    const QDir all("/usr/lib/postgresql");
    auto versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const auto& version : versions) {
        auto folder = all.filePath(version + "/bin");
        if (QFile::exists(folder + "/initdb") && QFile::exists(folder + "/postgres")) return folder;
    }
    qFatal("PostgreSQL is not installed: ./dev deps installs it");
}

} // namespace

postgres_cluster::postgres_cluster(flushing to_disk)
    : m_binaries(binaries_of_postgres()), m_to_disk(to_disk)
{
    find_its_user();
    make();
    start();
}

postgres_cluster::postgres_cluster(const postgres_cluster& primary, of_a_standby)
    : m_binaries(primary.m_binaries), m_to_disk(primary.m_to_disk)
{
    find_its_user();
    copy(primary);
    start();
}

std::unique_ptr<postgres_cluster> postgres_cluster::standby_of(postgres_cluster& primary)
{
    std::unique_ptr<postgres_cluster> standby(new postgres_cluster(primary, of_a_standby()));
    const auto db = must(open_postgres({primary.conninfo("postgres")}));
    must(db->execute_script("ALTER SYSTEM SET synchronous_standby_names = '*'"));
    must(db->query("SELECT pg_reload_conf()"));
    QDeadlineTimer deadline(start_timeout_ms);
    constexpr auto is_in_step =
        "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'";
    while (must(db->query(is_in_step)).empty()) {
        if (deadline.hasExpired()) qFatal("the standby does not come into step");
        QThread::msleep(20);
    }
    return standby;
}

void postgres_cluster::promote()
{
    const auto db = must(open_postgres({conninfo("postgres") + " target_session_attrs=any"}));
    must(db->query("SELECT pg_promote()"));
}

std::string postgres_cluster::same_database(const std::string& elsewhere) const
{
    return conninfo(elsewhere.substr(elsewhere.find("dbname=") + 7));
}

std::string postgres_cluster::either(const std::string& here, const std::string& there)
{
    const auto host = [](const std::string& text) {
        return text.substr(5, text.find(' ') - 5); // behind "host="
    };
    return "host=" + host(here) + "," + host(there) + here.substr(here.find(' '));
}

void postgres_cluster::find_its_user()
{
    if (geteuid() != 0) return;
    const auto* user = getpwnam("postgres");
    if (user == nullptr) user = getpwnam("nobody");
    if (user == nullptr) qFatal("there is no user that PostgreSQL could run as");
    m_user = user->pw_uid;
    m_group = user->pw_gid;
    if (chown(m_folder.path().toUtf8().constData(), m_user, m_group) != 0)
        qFatal("cannot give the folder to PostgreSQL");
}

void postgres_cluster::copy(const postgres_cluster& primary)
{
    QProcess backup;
    run_as_its_user(backup);
    backup.start(
        m_binaries + "/pg_basebackup",
        {"-D",
         m_folder.filePath("data"),
         "-h",
         primary.m_folder.path(),
         "-U",
         "hotich",
         "-R",
         "-c",
         "fast",
         "--no-sync"}
    );
    if (!backup.waitForFinished(start_timeout_ms) || backup.exitCode() != 0)
        qFatal("pg_basebackup: %s", backup.readAllStandardError().constData());
}

postgres_cluster::~postgres_cluster()
{
    if (m_postmaster.state() == QProcess::NotRunning) return;
    ::kill(static_cast<pid_t>(m_postmaster.processId()), SIGQUIT); // at once, in order
    if (!m_postmaster.waitForFinished(stop_timeout_ms)) kill();
}

void postgres_cluster::run_as_its_user(QProcess& process) const
{
    process.setWorkingDirectory(m_folder.path());
    process.setChildProcessModifier([user = m_user, group = m_group] {
        if (user != 0 && (setgroups(0, nullptr) != 0 || setgid(group) != 0 || setuid(user) != 0))
            _exit(1);
        prctl(PR_SET_PDEATHSIG, SIGQUIT); // it does not outlive a test that fails loudly
    });
}

/// Texts are to compare by bytes whatever the database's own order is; so it is another one here.
void postgres_cluster::make()
{
    QProcess initdb;
    run_as_its_user(initdb);
    initdb.start(
        m_binaries + "/initdb",
        {"-D",
         m_folder.filePath("data"),
         "-U",
         "hotich",
         "--auth=trust",
         "--encoding=UTF8",
         "--locale=C.UTF-8",
         "--locale-provider=icu",
         "--icu-locale=vi",
         "--no-sync"}
    );
    if (!initdb.waitForFinished(start_timeout_ms) || initdb.exitCode() != 0)
        qFatal("initdb: %s", initdb.readAllStandardError().constData());
}

void postgres_cluster::start()
{
    const QString fsync = m_to_disk == flushing::on ? "fsync=on" : "fsync=off";
    QDeadlineTimer deadline(start_timeout_ms);
    while (!deadline.hasExpired()) {
        if (m_postmaster.state() == QProcess::NotRunning) { // the dead one's children may linger
            run_as_its_user(m_postmaster);
            m_postmaster.setStandardOutputFile(QProcess::nullDevice());
            m_postmaster.setStandardErrorFile(m_folder.filePath("log"), QIODevice::Append);
            m_postmaster.start(
                m_binaries + "/postgres",
                {"-D",
                 m_folder.filePath("data"),
                 "-k",
                 m_folder.path(),
                 "-c",
                 "listen_addresses=",
                 "-c",
                 fsync,
                 "-c",
                 "shared_buffers=64MB",
                 "-c",
                 "max_connections=60",
                 "-c",
                 "autovacuum=off"}
            );
            m_postmaster.waitForStarted();
        }
        if (answers()) return;
        m_postmaster.waitForFinished(50);
    }
    QFile log(m_folder.filePath("log"));
    [[maybe_unused]] const bool is_open = log.open(QIODevice::ReadOnly);
    qFatal("PostgreSQL does not start: %s", log.readAll().right(2000).constData());
}

void postgres_cluster::kill()
{
    m_postmaster.kill();
    m_postmaster.waitForFinished(stop_timeout_ms);
}

bool postgres_cluster::answers() const
{
    const auto db = open_postgres({conninfo("postgres") + " target_session_attrs=any"});
    return db && (*db)->query("SELECT 1").has_value();
}

std::string postgres_cluster::conninfo(const std::string& database) const
{
    return "host=" + m_folder.path().toStdString() + " user=hotich dbname=" + database;
}

std::string postgres_cluster::new_database()
{
    const auto name = "store_" + std::to_string(++m_databases);
    const auto db = must(open_postgres({conninfo("postgres")}));
    must(db->execute_script("CREATE DATABASE " + name));
    return conninfo(name);
}

} // namespace hotich::test
