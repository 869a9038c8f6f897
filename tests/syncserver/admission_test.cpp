// The admission after an outage, in which everybody gets in finally.
#include "syncserver/services/admission.h"
#include "tests/support/small_world.h"

#include <QTest>

#include <queue>

using namespace hotich;
using namespace hotich::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto first = admission_class::first_receipt;
constexpr int all_desks = 11160;
constexpr auto noon = std::chrono::steady_clock::time_point(std::chrono::hours(12));

admission_limits narrow_gate()
{
    admission_limits limits;
    limits.handlers = 2;
    limits.max_waiting = 4;
    limits.large_body_bytes = 1000;
    return limits;
}

} // namespace

class AdmissionTest : public QObject
{
    Q_OBJECT

private slots:

    void as_many_are_let_in_as_may_wait()
    {
        seeded_random chance(1);
        admission gate(narrow_gate(), chance);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!gate.ask(first, 10, noon));
            gate.enter();
        }
        QVERIFY(gate.ask(first, 10, noon));
        gate.leave(milliseconds(10));
        QVERIFY(!gate.ask(first, 10, noon));
    }

    void nobody_is_let_in_to_wait_longer_than_the_limit()
    {
        seeded_random chance(1);
        auto limits = narrow_gate();
        limits.max_waiting = 1000;
        limits.max_wait = seconds(1);
        admission gate(limits, chance);
        for (int i = 0; i < 200; ++i) { // a request takes 100 ms: twenty of them wait a second
            gate.enter();
            gate.leave(milliseconds(100));
        }
        int inside = 0;
        for (; !gate.ask(first, 10, noon) && inside < 1000; ++inside)
            gate.enter();
        QVERIFY2(inside >= 20 && inside <= 22, std::to_string(inside).c_str());
    }

    void bulk_waits_until_nobody_else_does()
    {
        seeded_random chance(1);
        admission gate(narrow_gate(), chance);
        QVERIFY(!gate.ask(first, 1000, noon));
        gate.enter();
        QVERIFY(!gate.ask(first, 1000, noon)); // a handler is free
        gate.enter();
        QVERIFY(gate.ask(first, 1000, noon));
        QVERIFY(!gate.ask(first, 999, noon));
        gate.leave(milliseconds(5));
        QVERIFY(!gate.ask(first, 1000, noon)); // nor does bulk that waits outside hold it
    }

    void who_has_a_receipt_lets_those_go_before_who_have_none()
    {
        seeded_random chance(1);
        admission gate(narrow_gate(), chance);
        const auto bulk = admission_class::bulk;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!gate.ask(bulk, 10, noon)); // nobody waits outside
            gate.enter();
        }
        QVERIFY(gate.ask(first, 10, noon));
        gate.leave(milliseconds(5));
        QVERIFY(gate.ask(bulk, 10, noon)); // a first receipt has an appointment
        QVERIFY(!gate.ask(first, 10, noon));
        QVERIFY(!gate.ask(bulk, 10, noon + seconds(1)));
        // Bulk that was refused holds up no other bulk.
        for (int i = 0; i < 1000; ++i)
            gate.appointment(bulk, noon + seconds(1));
        QVERIFY(!gate.ask(bulk, 10, noon + seconds(1)));
    }

    void a_first_receipt_waits_behind_little_bulk()
    {
        seeded_random chance(1);
        auto limits = narrow_gate();
        limits.max_waiting = 1000;
        admission gate(limits, chance);
        const auto bulk = admission_class::bulk;
        for (int i = 0; i < 4; ++i) { // two for each handler
            QVERIFY(!gate.ask(bulk, 10, noon));
            gate.enter();
        }
        QVERIFY(gate.ask(bulk, 10, noon));
        for (int i = 0; i < 100; ++i) {
            QVERIFY(!gate.ask(first, 10, noon));
            gate.enter();
        }
        for (int i = 0; i < 100; ++i)
            gate.leave(milliseconds(5));
        QVERIFY(gate.ask(bulk, 10, noon + seconds(9)));
        gate.leave(milliseconds(5));
        QVERIFY(!gate.ask(bulk, 10, noon + seconds(9)));
    }

    void appointments_follow_one_another_as_fast_as_the_server_works()
    {
        seeded_random chance(1);
        auto limits = narrow_gate();
        admission gate(limits, chance);
        for (int i = 0; i < 200; ++i) {
            gate.enter();
            gate.leave(milliseconds(100)); // two handlers: twenty a second
        }
        for (int i = 0; i < 4; ++i)
            gate.enter();
        std::vector<int> told;
        for (int i = 0; i < 2000; ++i)
            told.push_back(*gate.ask(first, 10, noon));
        QVERIFY(told.front() <= 3);
        QVERIFY(told.back() >= 99 && told.back() <= 128);
        std::map<int, int> in_second;
        for (const auto at : told)
            ++in_second[at];
        for (const auto& [second, count] : in_second)
            QVERIFY2(count <= 40, std::to_string(count).c_str());
    }

    void an_appointment_is_never_beyond_the_limit()
    {
        seeded_random chance(1);
        auto limits = narrow_gate();
        limits.max_retry_after = seconds(30);
        admission gate(limits, chance);
        for (int i = 0; i < 4; ++i)
            gate.enter();
        for (int i = 0; i < 100'000; ++i) {
            const auto told = *gate.ask(first, 10, noon);
            QVERIFY(told >= 1 && told <= 30);
        }
    }

    /// 11,160 desks within ten seconds, two handlers, 5 ms a request, in simulated time.
    void a_whole_country_gets_in_and_soon()
    {
        seeded_random chance(3);
        auto limits = narrow_gate();
        limits.max_waiting = 256;
        admission gate(limits, chance);
        constexpr auto service = milliseconds(5);
        using moment = std::chrono::steady_clock::time_point;
        std::priority_queue<moment, std::vector<moment>, std::greater<>> arrivals;
        for (int i = 0; i < all_desks; ++i)
            arrivals.push(noon + milliseconds(chance.below(10'000)));
        std::priority_queue<moment, std::vector<moment>, std::greater<>> ends;
        std::array<moment, 2> free_from{noon, noon};
        int done = 0;
        int refused = 0;
        moment last = noon;
        while (!arrivals.empty()) {
            const auto now = arrivals.top();
            arrivals.pop();
            for (; !ends.empty() && ends.top() <= now; ends.pop())
                gate.leave(service);
            if (const auto later = gate.ask(first, 10, now)) {
                ++refused;
                arrivals.push(now + seconds(*later));
                continue;
            }
            gate.enter();
            auto& handler = *std::min_element(free_from.begin(), free_from.end());
            handler = std::max(handler, now) + service;
            ends.push(handler);
            last = std::max(last, handler);
            ++done;
        }
        QCOMPARE(done, all_desks);
        // The work alone takes 27.9 s; the spreading may cost a half more.
        QVERIFY2(
            last - noon < seconds(42),
            std::to_string(admission::seconds(last - noon).count()).c_str()
        );
        QVERIFY2(refused < 3 * all_desks, std::to_string(refused).c_str());
    }
};

QTEST_GUILESS_MAIN(AdmissionTest)
#include "admission_test.moc"
