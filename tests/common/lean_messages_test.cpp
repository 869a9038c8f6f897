// Messages that leave out what the other side has or computes, and how much one of them holds.
#include "common/base/ids.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant start = monday_morning;

/// Short operations, so that many fit into one answer.
void fill_feed(server& at, std::int64_t entries)
{
    seeded_random random(11);
    const auto desk = enrolled_desk(at, "00004", random);
    for (std::int64_t n = 0; n < entries; ++n)
        must(desk->append(
            operation_kind::withdraw, new_uuid(start, random), {{"reason", "typed twice"}}, start
        ));
    must(synchronise(*desk, at));
}

} // namespace

class LeanMessagesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void own_operations_come_back_without_their_bodies()
    {
        server at;
        seeded_random random(7);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto neighbour = enrolled_desk(at, "00004", random);
        register_birth(*desk, "Nguyễn Văn An");
        const auto request = must(load_outbox(*desk, 400));
        const auto answer =
            must(decode_response(encode(must(at.service.exchange(request, start)))));
        for (const auto& entry : answer.entries)
            QCOMPARE(entry.body.empty(), entry.desk == desk->identity().desk);
        must(take_in_answer(*desk, answer, start));
        must(synchronise(*neighbour, at));
        const auto rows = [](desk_register& of) {
            std::string text;
            for (const auto& row : must(of.connection().query(
                     "SELECT body, hash, entry_hash FROM operation ORDER BY revision"
                 )))
                text += row.text(0) + row.text(1) + row.text(2);
            return text;
        };
        QVERIFY(rows(*desk) == rows(*neighbour));
    }

    void a_desk_that_holds_less_or_something_else_gets_bodies()
    {
        server at;
        seeded_random random(8);
        const auto desk = enrolled_desk(at, "00004", random);
        register_birth(*desk, "Nguyễn Văn An");
        must(synchronise(*desk, at));
        auto question = must(load_outbox(*desk, 0));
        QVERIFY(question.own_seq > 0 && question.own_hash.size() == own_hash_digits);
        question.cursor = 0;
        const auto bodies = [&](const sync_request& asked) {
            int count = 0;
            for (const auto& entry : must(at.service.exchange(asked, start)).entries)
                count += entry.desk == asked.desk && !entry.body.empty() ? 1 : 0;
            return count;
        };
        QCOMPARE(bodies(question), 0);
        auto other = question;
        other.own_hash = std::string(own_hash_digits, 'f');
        QVERIFY(bodies(other) > 0);
        auto less = question;
        less.own_seq = 0;
        QVERIFY(bodies(less) > 0);
        auto ahead = question;
        ahead.own_seq = 1000;
        QVERIFY(bodies(ahead) > 0);
        auto old_desk = question;
        old_desk.is_lean = false;
        QVERIFY(bodies(old_desk) > 0);
    }

    void an_old_desk_and_an_old_server_are_understood()
    {
        server at;
        seeded_random random(9);
        const auto desk = enrolled_desk(at, "00004", random);
        register_birth(*desk, "Nguyễn Văn An");
        auto old_request = must(load_outbox(*desk, 400));
        old_request.is_lean = false;
        old_request.own_seq = 0;
        old_request.answer_bytes = 0;
        const auto text = encode(old_request);
        QVERIFY(!holds(text, "lean") && !holds(text, "own"));
        auto answer = must(at.service.exchange(must(decode_request(text)), start));
        answer.feed_revision = 0;
        const auto told = encode(answer);
        QVERIFY(!holds(told, "lean") && holds(told, "\"entry\""));
        QVERIFY(must(take_in_answer(*desk, must(decode_response(told)), start)).pulled > 0);
    }

    void only_who_says_so_gets_more_entries_than_usual()
    {
        server at;
        seeded_random random(10);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto small =
            must(load_outbox(*desk, {.max_operations = 0, .answer_bytes = bytes_of_usual_entries}));
        QCOMPARE(small.most_entries, std::int64_t(0));
        QVERIFY(!holds(encode(small), "most_entries"));
        auto large = must(load_outbox(*desk, {.max_operations = 0, .answer_bytes = 1'000'000}));
        QCOMPARE(must(decode_request(encode(large))).most_entries, max_entries_per_batch);
        fill_feed(at, usual_entries_per_batch + 1);
        large.cursor = 0;
        QVERIFY(must(at.service.exchange(large, start)).entries.size() > usual_entries_per_batch);
        large.most_entries = 0;
        QCOMPARE(
            must(at.service.exchange(large, start)).entries.size(),
            std::size_t(usual_entries_per_batch)
        );
        large.most_entries = 3;
        QCOMPARE(must(at.service.exchange(large, start)).entries.size(), std::size_t(3));
    }

    void links_that_are_left_out_are_put_back_and_never_made_up()
    {
        sync_request request{"00004", "00004-1", 0, "", {}};
        chain_head head;
        for (const auto* typed : {"Nguyễn", "\",\"prev\":\"\",\"", "Lê"}) {
            const auto op = make_operation(
                {"00004",
                 "00004-1",
                 "registration",
                 "r",
                 start,
                 typed,
                 {{"prev", ""}, {"x", typed}}},
                head
            );
            head = {op.seq, op.hash};
            request.bodies.push_back(op.body);
        }
        const auto lean = encode(request, wire_form::short_links);
        QCOMPARE(lean.size() + 2 * 64, encode(request).size());
        QVERIFY(must(decode_request(lean)).bodies == request.bodies);
        QVERIFY(must(decode_request(encode(request))).bodies == request.bodies);
    }

    void a_changed_lean_answer_is_refused()
    {
        server at;
        seeded_random random(11);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto neighbour = enrolled_desk(at, "00004", random);
        register_birth(*neighbour, "Nguyễn Văn An");
        must(synchronise(*neighbour, at));
        const auto answer = must(at.service.exchange(must(load_outbox(*desk, 0)), start));
        for (int kind = 0; kind < 4; ++kind) {
            auto changed = must(decode_response(encode(answer)));
            if (kind == 0) changed.entries.back().verdict_text += " ";
            if (kind == 1) changed.entries.back().body += " ";
            if (kind == 2) changed.entries.pop_back();
            if (kind == 3) changed.head_signature[0] ^= 1;
            QCOMPARE(
                failure_of(take_in_answer(*desk, changed, start)), std::string("corrupt_data")
            );
        }
        must(take_in_answer(*desk, must(decode_response(encode(answer))), start));
    }

    void an_answer_holds_no_more_than_was_asked_for()
    {
        server at;
        seeded_random random(12);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto neighbour = enrolled_desk(at, "00004", random);
        for (int n = 0; n < 12; ++n)
            must(neighbour->register_event(birth(), {made_birth(n), {}, "", ""}, start));
        must(synchronise(*neighbour, at));
        int rounds = 0;
        for (bool more = true; more; ++rounds) {
            const auto request =
                must(load_outbox(*desk, {.max_operations = 0, .answer_bytes = 8'000}));
            const auto answer = must(at.service.exchange(request, start));
            std::size_t bytes = 0;
            for (const auto& entry : answer.entries)
                bytes += entry.body.size();
            QVERIFY(bytes <= 8'000 || answer.entries.size() == 1);
            QVERIFY(answer.feed_revision >= answer.head.revision);
            more = answer.more;
            must(take_in_answer(*desk, answer, start));
        }
        QVERIFY(rounds > 2);
    }

    void a_large_batch_is_made_again_as_it_was()
    {
        server at;
        seeded_random random(13);
        const auto desk = enrolled_desk(at, "00004", random);
        for (int n = 0; n < 140; ++n)
            must(desk->register_event(birth(), {made_birth(n), {}, "", ""}, start));
        const auto small = must(load_outbox(*desk, {.max_bytes = 30'000}));
        QVERIFY(small.bodies.size() > 1 && small.bodies.size() < 30);
        const auto large = must(load_outbox(*desk, {.max_bytes = 300'000}));
        QVERIFY(large.bodies.size() > 60);
        // The program starts again, with small limits, and more work is there.
        must(desk->register_event(birth(), {made_birth(200), {}, "", ""}, start));
        const auto again = must(load_outbox(*desk, {.max_bytes = 30'000}));
        QVERIFY(encode(again) == encode(large));
        const auto anew = must(load_outbox(*desk, {.max_bytes = 30'000, .resumes = false}));
        QCOMPARE(anew.bodies.size(), small.bodies.size());
        must(take_in_answer(*desk, must(at.service.exchange(again, start)), start));
        const auto next = must(load_outbox(*desk, {.max_bytes = 30'000}));
        QCOMPARE(next.bodies.size(), small.bodies.size());
    }
};

QTEST_GUILESS_MAIN(LeanMessagesTest)
#include "lean_messages_test.moc"
