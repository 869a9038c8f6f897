// A PostgreSQL server of a test's own: a cluster in a short temporary folder, reached through a
// socket in it, never as root, gone with the object. Where PostgreSQL is not installed the test
// fails; ./dev installs it. Used by the tests and benchmarks of the store.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace hotich::test {

/// Tests kill processes, never the machine: without fsync they are quick and lose nothing.
enum class flushing { off, on };

class postgres_cluster
{
public:
    explicit postgres_cluster(flushing to_disk = flushing::off);
    /// A standby that has everything the other one has committed, before the other one says so.
    static std::unique_ptr<postgres_cluster> standby_of(postgres_cluster& primary);
    postgres_cluster(const postgres_cluster&) = delete;
    postgres_cluster& operator=(const postgres_cluster&) = delete;
    ~postgres_cluster();

    /// The connection string of a database that was not there before.
    std::string new_database();
    /// What pg_ctl cannot do: the postmaster is gone at once, as in an accident.
    void kill();
    /// After kill(): waits for what the accident left, recovers, serves again.
    void start();
    /// A standby becomes the one that may be written to.
    void promote();
    /// Where the database of a connection string is to be found, here or there.
    static std::string either(const std::string& here, const std::string& there);
    /// The connection string of the same database on another cluster.
    [[nodiscard]] std::string same_database(const std::string& elsewhere) const;

private:
    struct of_a_standby
    {};

    postgres_cluster(const postgres_cluster& primary, of_a_standby);

    void find_its_user();
    void make();
    void copy(const postgres_cluster& primary);
    /// As the user that may run PostgreSQL.
    void run_as_its_user(QProcess& process) const;
    [[nodiscard]] std::string conninfo(const std::string& database) const;
    bool answers() const;

    QTemporaryDir m_folder{QStringLiteral("/tmp/hotich-pg-XXXXXX")}; ///< a socket's path is short
    QString m_binaries;
    unsigned m_user = 0;
    unsigned m_group = 0;
    flushing m_to_disk;
    QProcess m_postmaster;
    int m_databases = 0;
};

} // namespace hotich::test
