// The desk's engine says what to do next: batches, retries, conflicts.
#include "common/sync/engine.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <array>
#include <set>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant start = monday_morning;

std::string text_of(const sync_effect& effect)
{
    if (const auto* load = std::get_if<load_batch>(&effect))
        return "load " + std::to_string(load->limits.max_operations);
    if (std::holds_alternative<send_batch>(effect)) return "send";
    if (std::holds_alternative<apply_answer>(effect)) return "apply";
    if (std::holds_alternative<wake_at>(effect)) return "wake";
    const auto& report = std::get<report_phase>(effect);
    static constexpr std::array phases{"idle", "working", "waiting", "stopped"};
    return phases.at(std::size_t(report.phase))
        + (report.why ? std::string(" ") + name_of(report.why->code) : "");
}

std::string text_of(const std::vector<sync_effect>& effects)
{
    std::string text;
    for (const auto& effect : effects)
        text += (text.empty() ? "" : ", ") + text_of(effect);
    return text;
}

struct engine_alone
{
    seeded_random random{1};
    sync_engine engine{random};

    std::string on(const sync_input& input) { return text_of(engine.on(input, start)); }

    std::string fail(failure_code code) { return on(step_failed{{code, "scripted"}}); }

    std::string answered(bool more = false) { return on(answer_received{{0, more, {}, "", {}}}); }

    /// From now to the next attempt, or -1.
    std::int64_t delay_after_failure()
    {
        for (const auto& effect : engine.on(step_failed{{failure_code::offline, ""}}, start))
            if (const auto* wake = std::get_if<wake_at>(&effect)) return wake->when.ms - start.ms;
        return -1;
    }

    void succeed(bool unsent_left = false)
    {
        on(sync_wanted{});
        on(batch_loaded{});
        answered();
        on(answer_applied{unsent_left});
    }
};

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_calm_exchange_loads_sends_applies_and_rests()
    {
        engine_alone here;
        QCOMPARE(here.on(sync_wanted{}), std::string("working, load 400"));
        QCOMPARE(here.on(batch_loaded{}), std::string("send"));
        QCOMPARE(here.answered(), std::string("apply"));
        QCOMPARE(here.on(answer_applied{false}), std::string("idle"));
        QVERIFY(here.engine.phase() == sync_phase::idle);
    }

    void it_goes_on_while_there_is_more_on_either_side()
    {
        engine_alone here;
        here.on(sync_wanted{});
        here.on(batch_loaded{});
        here.answered(true);
        QCOMPARE(here.on(answer_applied{false}), std::string("load 400"));
        here.answered(false);
        QCOMPARE(here.on(answer_applied{true}), std::string("load 400"));
        here.answered(false);
        QCOMPARE(here.on(answer_applied{false}), std::string("idle"));
    }

    void what_is_wanted_meanwhile_is_done_once_afterwards()
    {
        engine_alone here;
        here.on(sync_wanted{});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(here.on(sync_wanted{}), std::string());
        here.answered();
        QCOMPARE(here.on(answer_applied{false}), std::string("load 400"));
        here.answered();
        QCOMPARE(here.on(answer_applied{false}), std::string("idle"));
    }

    void an_endless_answer_ends()
    {
        engine_alone here;
        here.on(sync_wanted{});
        here.answered(true);
        int rounds = 1;
        while (here.on(answer_applied{true}) != "idle" && rounds < 2 * max_rounds)
            ++rounds;
        QCOMPARE(rounds, max_rounds);
        QCOMPARE(here.on(sync_wanted{}), std::string("working, load 400"));
    }

    void a_failure_waits_longer_each_time_and_never_too_long()
    {
        engine_alone here;
        std::int64_t full = first_retry_ms;
        for (int i = 0; i < 30; ++i) {
            const auto delay = here.delay_after_failure();
            QVERIFY2(delay >= full / 2 && delay <= full, qPrintable(QString::number(delay)));
            QVERIFY(here.engine.phase() == sync_phase::waiting);
            here.on(sync_wanted{});
            full = std::min(full * 2, last_retry_ms);
        }
        here.succeed();
        QVERIFY(here.delay_after_failure() <= first_retry_ms);
    }

    void desks_do_not_come_back_together()
    {
        std::set<std::int64_t> delays;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            seeded_random random(seed);
            sync_engine engine(random);
            const auto effects = engine.on(step_failed{{failure_code::offline, ""}}, start);
            delays.insert(std::get<wake_at>(effects.back()).when.ms);
        }
        QVERIFY(delays.size() > 40);
    }

    void what_no_waiting_mends_stops_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("stops");
        for (int code = 0; code <= int(failure_code::cancelled); ++code) {
            const auto what = failure_code(code);
            const bool stops = what == failure_code::not_allowed
                || what == failure_code::corrupt_data || what == failure_code::wrong_key;
            if (what != failure_code::conflict) QTest::newRow(name_of(what)) << code << stops;
        }
    }

    void what_no_waiting_mends_stops()
    {
        QFETCH(int, code);
        QFETCH(bool, stops);
        engine_alone here;
        here.on(sync_wanted{});
        const auto name = std::string(name_of(failure_code(code)));
        QCOMPARE(
            here.fail(failure_code(code)), stops ? "stopped " + name : "waiting " + name + ", wake"
        );
        QCOMPARE(
            here.on(sync_wanted{}), std::string(stops ? "working, load 400" : "working, load 200")
        ); // a person may ask
    }

    void a_conflict_pulls_everything_before_it_pushes()
    {
        engine_alone here;
        here.on(sync_wanted{});
        here.on(batch_loaded{});
        QCOMPARE(here.fail(failure_code::conflict), std::string("load 0"));
        here.on(batch_loaded{});
        here.answered(true);
        QCOMPARE(here.on(answer_applied{true}), std::string("load 0"));
        here.answered(false);
        QCOMPARE(here.on(answer_applied{true}), std::string("load 400"));
    }

    void a_conflict_that_stays_waits()
    {
        engine_alone here;
        here.on(sync_wanted{});
        here.fail(failure_code::conflict);
        QCOMPARE(here.fail(failure_code::conflict), std::string("waiting conflict, wake"));
        QCOMPARE(here.on(sync_wanted{}), std::string("working, load 0"));
    }

    void a_batch_halves_with_every_failure_and_doubles_with_every_success()
    {
        engine_alone here;
        std::string sizes;
        for (int i = 0; i < 10; ++i) {
            const auto effects = here.engine.on(sync_wanted{}, start);
            sizes += text_of(effects.back()) + " ";
            here.fail(failure_code::offline);
        }
        QCOMPARE(
            sizes,
            std::string(
                "load 400 load 200 load 100 load 50 load 25 load 12 load 6 load 3 load 1 load 1 "
            )
        );
        sizes.clear();
        for (int i = 0; i < 10; ++i) {
            sizes += text_of(here.engine.on(sync_wanted{}, start).back()) + " ";
            here.answered();
            here.on(answer_applied{false});
        }
        QCOMPARE(
            sizes,
            std::string(
                "load 1 load 2 load 4 load 8 load 16 load 32 load 64 load 128 load 256 load 400 "
            )
        );
    }

    void the_first_batch_of_a_session_is_small_and_then_the_learned_one()
    {
        seeded_random random(2);
        sync_engine engine(random, {512 * 1024, 1024 * 1024, 30'000});
        const auto loaded = [&](const sync_input& input) {
            return std::get<load_batch>(engine.on(input, start).back()).limits;
        };
        const auto first = loaded(sync_wanted{});
        QVERIFY(first.max_bytes == first_batch_bytes && first.answer_bytes == first_batch_bytes);
        engine.on(batch_loaded{}, start);
        engine.on(answer_received{{0, true, {}, "", {}}, {}}, start);
        const auto second = loaded(answer_applied{});
        QVERIFY(second.max_bytes == 512 * 1024 && second.answer_bytes == 1024 * 1024);
    }

    void batches_grow_and_shrink_with_the_time_they_take()
    {
        seeded_random random(2);
        sync_engine engine(random, {64 * 1024, 64 * 1024, 0});
        engine.on(sync_wanted{}, start);
        const auto exchange = [&](std::size_t up, std::size_t down, std::int64_t ms) {
            engine.on(batch_loaded{{"o", "d", 0, "", {std::string(up, 'x')}}}, start);
            sync_response answer{0, true, {}, "", {feed_entry{.body = std::string(down, 'y')}}};
            engine.on(answer_received{answer, {static_cast<std::int64_t>(up + down), ms}}, start);
            engine.on(answer_applied{true}, start);
            return engine.line();
        };
        exchange(10, 10, 600); // the first of a session
        QCOMPARE(exchange(60'000, 10, 3'000).batch_bytes, std::int64_t(128 * 1024));
        QCOMPARE(engine.line().answer_bytes, std::int64_t(64 * 1024));
        QCOMPARE(exchange(10, 60'000, 3'000).answer_bytes, std::int64_t(128 * 1024));
        QCOMPARE(exchange(120'000, 10, 30'000).batch_bytes, std::int64_t(64 * 1024));
        engine.on(step_failed{{failure_code::offline, ""}}, start);
        QCOMPARE(engine.line().batch_bytes, std::int64_t(32 * 1024));
        QCOMPARE(engine.line().answer_bytes, std::int64_t(64 * 1024));
    }

    void when_the_server_says_when_the_desk_comes_then_and_a_little_later()
    {
        std::set<std::int64_t> delays;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            seeded_random random(seed);
            sync_engine engine(random);
            const auto before = engine.line();
            engine.on(sync_wanted{}, start);
            const auto effects =
                engine.on(step_failed{{failure_code::busy, "full"}, 30'000}, start);
            const auto delay = std::get<wake_at>(effects.back()).when.ms - start.ms;
            QVERIFY(delay >= 30'000 && delay <= 60'000);
            QVERIFY(engine.line() == before); // the line was not to blame
            delays.insert(delay);
        }
        QVERIFY(delays.size() > 40);
        engine_alone here;
        const auto effects =
            here.engine.on(step_failed{{failure_code::busy, ""}, 999'999'999'999}, start);
        QVERIFY(std::get<wake_at>(effects.back()).when.ms - start.ms <= 2 * last_retry_after_ms);
    }

    void a_batch_that_is_cut_again_and_again_is_made_anew()
    {
        engine_alone here;
        std::string resumes;
        for (int i = 0; i < 7; ++i) {
            const auto effects = here.engine.on(sync_wanted{}, start);
            resumes += std::get<load_batch>(effects.back()).limits.resumes ? "y" : "n";
            here.fail(failure_code::offline);
        }
        QCOMPARE(resumes, std::string("yyyyynn"));
    }

    void progress_is_what_the_last_answer_said()
    {
        engine_alone here;
        QCOMPARE(here.engine.progress().feed, std::int64_t(0));
        here.on(sync_wanted{});
        sync_response answer{0, true, {40, ""}, "", {}};
        answer.feed_revision = 90;
        here.on(answer_received{answer, {}});
        QVERIFY(here.engine.progress().here == 40 && here.engine.progress().feed == 90);
        answer.feed_revision = 0; // a server that does not tell
        here.on(answer_received{answer, {}});
        QCOMPARE(here.engine.progress().feed, std::int64_t(40));
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
