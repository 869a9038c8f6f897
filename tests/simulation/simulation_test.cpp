// The crown: a district with everything that goes wrong, a thousand times over, and the promises
// after each. HOTICH_SEED=n replays one seed; HOTICH_SEEDS=n lives n of them (default 1000).
#include "tests/simulation/world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

QString story(const world_report& report, std::uint64_t seed)
{
    QString text = QString("seed=%1 (replay with HOTICH_SEED=%1)\n").arg(seed);
    for (const auto& failure : report.failures)
        text += "  broken: " + QString::fromStdString(failure) + "\n";
    for (const auto& event : report.last_events)
        text += "  " + QString::fromStdString(event) + "\n";
    return text;
}

} // namespace

class SimulationTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void every_promise_holds_in_every_world()
    {
        const auto replayed = qEnvironmentVariableIntValue("HOTICH_SEED");
        const auto wanted = qEnvironmentVariableIntValue("HOTICH_SEEDS");
        const std::uint64_t first = replayed > 0 ? std::uint64_t(replayed) : 1;
        const std::uint64_t count = replayed > 0 ? 1 : wanted > 0 ? std::uint64_t(wanted) : 1000;
        world_report sum;
        for (std::uint64_t seed = first; seed < first + count; ++seed) {
            const auto report = live({.seed = seed});
            QVERIFY2(report.failures.empty(), qPrintable(story(report, seed)));
            sum.registered += report.registered;
            sum.held += report.held;
            sum.rejected += report.rejected;
            sum.crashes += report.crashes;
            sum.notes += report.notes;
            sum.notices += report.notices;
            sum.events = std::max(sum.events, report.events);
        }
        qInfo(
            "%llu worlds: %lld registered, %lld held, %lld rejected, %lld noted on, %lld notes to "
            "the other office, %lld power failures",
            static_cast<unsigned long long>(count),
            static_cast<long long>(sum.registered),
            static_cast<long long>(sum.held),
            static_cast<long long>(sum.rejected),
            static_cast<long long>(sum.notes),
            static_cast<long long>(sum.notices),
            static_cast<long long>(sum.crashes)
        );
        if (count >= 100)
            QVERIFY(
                sum.registered > 0 && sum.held > 0 && sum.rejected > 0 && sum.crashes > 0
                && sum.notes > 0 && sum.notices > 0 && sum.events > 5
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
};

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulation_test.moc"
