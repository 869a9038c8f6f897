// The crown: a district with everything that goes wrong, two thousand times over, and the promises
// after each. HOTICH_SEED=n replays one seed; HOTICH_SEEDS=n lives n of them (default 2000).
#include "tests/simulation/world.h"

#include <QTest>

#include <cstdio>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr int worlds_at_once = 50; ///< a test function may not last longer than five minutes

QString story(const world_report& report, int seed)
{
    QString text = QString("seed=%1 (replay with HOTICH_SEED=%1)\n").arg(seed);
    for (const auto& failure : report.failures)
        text += "  broken: " + QString::fromStdString(failure) + "\n";
    for (const auto& event : report.last_events)
        text += "  " + QString::fromStdString(event) + "\n";
    return text;
}

/// Seeds that are lived in this run.
struct seed_range
{
    int first = 1;
    int count = 2000;
};

seed_range chosen_seeds()
{
    const auto replayed = qEnvironmentVariableIntValue("HOTICH_SEED");
    const auto wanted = qEnvironmentVariableIntValue("HOTICH_SEEDS");
    if (replayed > 0) return {replayed, 1};
    return {1, wanted > 0 ? wanted : 2000};
}

} // namespace

class SimulationTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void every_promise_holds_in_every_world_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        const auto seeds = chosen_seeds();
        const int end = seeds.first + seeds.count;
        for (int first = seeds.first; first < end; first += worlds_at_once)
            QTest::newRow(qPrintable(QString("from seed %1").arg(first)))
                << first << std::min(worlds_at_once, end - first);
    }

    void every_promise_holds_in_every_world()
    {
        QFETCH(int, first);
        QFETCH(int, count);
        for (int seed = first; seed < first + count; ++seed) {
            const auto report = live({.seed = static_cast<std::uint64_t>(seed)});
            // A failure's text of Qt Test ends after a thousand letters; the story is longer.
            if (!report.failures.empty()) std::fputs(qPrintable(story(report, seed)), stderr);
            QVERIFY2(
                report.failures.empty(),
                qPrintable(QString("seed %1: the story is above").arg(seed))
            );
            m_sum.registered += report.registered;
            m_sum.held += report.held;
            m_sum.rejected += report.rejected;
            m_sum.crashes += report.crashes;
            m_sum.notes += report.notes;
            m_sum.notices += report.notices;
            m_sum.restored += report.restored;
            m_sum.servers_restored += report.servers_restored;
            m_sum.shut_out += report.shut_out;
            m_sum.closed += report.closed;
            m_sum.bundles += report.bundles;
            m_sum.pins += report.pins;
            m_sum.events = std::max(m_sum.events, report.events);
        }
    }

    void the_worlds_were_bad_enough()
    {
        qInfo(
            "%lld registered, %lld held, %lld rejected, %lld noted on, %lld notes to the other "
            "office, %lld power failures, %lld desks and %lld servers restored, %lld shut out, "
            "%lld "
            "books closed, "
            "%lld bundles, %lld personal numbers",
            static_cast<long long>(m_sum.registered),
            static_cast<long long>(m_sum.held),
            static_cast<long long>(m_sum.rejected),
            static_cast<long long>(m_sum.notes),
            static_cast<long long>(m_sum.notices),
            static_cast<long long>(m_sum.crashes),
            static_cast<long long>(m_sum.restored),
            static_cast<long long>(m_sum.servers_restored),
            static_cast<long long>(m_sum.shut_out),
            static_cast<long long>(m_sum.closed),
            static_cast<long long>(m_sum.bundles),
            static_cast<long long>(m_sum.pins)
        );
        if (chosen_seeds().count < 100) QSKIP("too few worlds to say");
        QVERIFY(m_sum.registered > 0 && m_sum.held > 0 && m_sum.rejected > 0);
        QVERIFY(m_sum.servers_restored > 0);
        QVERIFY(m_sum.restored > 0 && m_sum.shut_out > 0 && m_sum.closed > 0);
        QVERIFY(
            m_sum.bundles > 0 && m_sum.pins > 0 && m_sum.crashes > 0 && m_sum.notes > 0
            && m_sum.notices > 0 && m_sum.events > 5
        );
    }

    void a_seed_lives_the_same_day_again()
    {
        const auto once = live({.seed = 42});
        const auto again = live({.seed = 42});
        QCOMPARE(once.registered, again.registered);
        QCOMPARE(once.crashes, again.crashes);
        QVERIFY(once.last_events == again.last_events);
    }

private:
    world_report m_sum;
};

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulation_test.moc"
