// Several hotich-server over one PostgreSQL while servers and database are killed at random.
#include "common/base/files.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/readable.h"
#include "tests/syncserver/store_programs.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <functional>
#include <thread>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr int kills = 14;
constexpr int settle_timeout_ms = 60'000;

using running_servers = std::vector<std::unique_ptr<serving>>;
using busy_desks = std::vector<std::unique_ptr<busy_desk>>;

std::uint64_t chosen_seed()
{
    bool is_given = false;
    const auto given = qEnvironmentVariable("HOTICH_SEED").toULongLong(&is_given);
    return is_given ? given : 20261124;
}

QByteArray new_code(const QString& data, const QString& office)
{
    const auto made = run(
        {"enrol-code", "--data", data, "--office", office, "--signer", "Trần Thị Người Ký;Chủ tịch"}
    );
    if (made.exit_code != 0) qFatal("%s", made.err.constData());
    return made.out.trimmed();
}

void kill_at_random(seeded_random& chance, running_servers& servers, postgres_cluster& cluster)
{
    for (int i = 0; i < kills; ++i) {
        std::this_thread::sleep_for(
            std::chrono::milliseconds(200 + static_cast<int>(chance.below(800)))
        );
        const auto victim = chance.below(3);
        if (victim < 2) {
            servers[victim]->kill();
            servers[victim]->start();
            if (servers[victim]->port() == 0) qFatal("the server does not come back");
        } else {
            cluster.kill();
            cluster.start();
        }
    }
}

/// Twice round, so that each desk has what the others sent last.
void settle(const busy_desks& desks, const running_servers& servers)
{
    QElapsedTimer since;
    since.start();
    for (int round = 0; round < 2; ++round)
        for (const auto& desk : desks)
            while (!desk->is_settled_after_exchange(servers))
                if (since.elapsed() > settle_timeout_ms) qFatal("the desks do not settle");
}

/// The desks of one office have what they registered, numbered without gaps, and the same.
void check_office(busy_desk& one, busy_desk& other)
{
    const auto book = one.book();
    QCOMPARE(int(book.size()), one.registered + other.registered);
    for (std::size_t i = 0; i < book.size(); ++i) {
        QCOMPARE(book[i].number->reg_no, int(i + 1));
        QCOMPARE(
            must(other.at().load(book[i].record)).to_text(),
            must(one.at().load(book[i].record)).to_text()
        );
    }
    QCOMPARE(one.problems() + other.problems(), std::size_t(0));
    qInfo("%zu entries", book.size());
}

/// Two servers over a database, and four desks of two offices that work without a pause.
class busy_town
{
public:
    busy_town(std::uint64_t seed, const std::string& conninfo)
    {
        const auto file = m_folder.filePath("conninfo");
        must(replace_file(file.toStdString(), conninfo));
        const auto made =
            run({"init", "--data", m_data, "--store", "postgres", "--store-file", file});
        if (made.exit_code != 0) qFatal("%s", made.err.constData());
        const auto certificate = QByteArray::fromStdString(
            must(read_file((m_data + "/tls/cert.pem").toStdString(), 100'000))
        );
        for (int i = 0; i < 2; ++i)
            m_servers.push_back(std::make_unique<serving>(m_data));
        for (const auto* office : {"00004", "00004", "00070", "00070"}) {
            m_desks.push_back(std::make_unique<busy_desk>(seed + m_desks.size(), certificate));
            m_desks.back()->enrol(m_servers, new_code(m_data, office));
        }
    }

    void work_while(const std::function<void(running_servers&)>& happens)
    {
        std::atomic<bool> is_over = false;
        std::vector<std::thread> threads;
        for (const auto& desk : m_desks)
            threads.emplace_back([this, &is_over, &one = *desk] {
                while (!is_over) {
                    one.register_one();
                    (void)one.is_settled_after_exchange(m_servers);
                }
            });
        happens(m_servers);
        is_over = true;
        for (auto& one : threads)
            one.join();
    }

    void settle_and_check()
    {
        settle(m_desks, m_servers);
        int refused = 0;
        for (std::size_t i = 0; i < m_desks.size(); i += 2) {
            check_office(*m_desks[i], *m_desks[i + 1]);
            refused += m_desks[i]->refused + m_desks[i + 1]->refused;
        }
        qInfo("%d exchanges were refused or lost on the way", refused);
        const auto verified = run({"verify", "--data", m_data});
        QVERIFY2(verified.exit_code == 0, verified.out + verified.err);
    }

private:
    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath("server");
    running_servers m_servers;
    busy_desks m_desks;
};

} // namespace

class StoreKillTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    /// Promises 1 to 4 over PostgreSQL: two servers, four desks of two offices, and something
    /// killed at every moment that chance names. HOTICH_SEED plays another one.
    void nothing_is_lost_or_doubled_when_servers_and_database_are_killed()
    {
        const auto seed = chosen_seed();
        qInfo("HOTICH_SEED=%llu", static_cast<unsigned long long>(seed));
        seeded_random chance(seed);
        postgres_cluster cluster;
        busy_town town(seed, cluster.new_database());
        town.work_while([&](running_servers& servers) { kill_at_random(chance, servers, cluster); }
        );
        town.settle_and_check();
    }

    /// The database dies under load and its standby takes over, as with Patroni: what was answered
    /// is there, what was not is sent again.
    void nothing_is_lost_or_doubled_when_the_database_fails_over()
    {
        postgres_cluster first;
        const auto here = first.new_database();
        const auto standby = postgres_cluster::standby_of(first);
        busy_town town(chosen_seed(), postgres_cluster::either(here, standby->same_database(here)));
        town.work_while([&](running_servers&) {
            std::this_thread::sleep_for(std::chrono::seconds(3));
            first.kill();
            std::this_thread::sleep_for(std::chrono::seconds(1));
            standby->promote();
            std::this_thread::sleep_for(std::chrono::seconds(3));
        });
        town.settle_and_check();
    }
};

QTEST_GUILESS_MAIN(StoreKillTest)
#include "store_kill_test.moc"
