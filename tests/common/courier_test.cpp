// An office without a line: what a courier carries both ways is decided as an exchange decides it,
// however late, often, or in whatever order it comes.
#include "common/base/files.h"
#include "common/register/verify.h"
#include "tests/support/courier_post.h"
#include "tests/support/readable.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant a_month_later{monday_morning.ms + 30ll * 24 * 3600 * 1000};

std::string number_of(desk_register& desk, const std::string& record)
{
    const auto entry = must(desk.load(record));
    return entry.number ? to_display(*entry.number) : "";
}

/// A bundle that the server could have made, with any label.
std::string answer_labelled(courier_post& post, const bundle_label& label)
{
    sync_request ask;
    ask.office = label.office;
    ask.desk = label.desk;
    ask.cursor = label.cursor;
    bundle_content content({});
    content.add(encode(must(post.at.service.exchange(ask, monday_morning))));
    return must(make_bundle(label, content, post.key, post.desk->key().public_hex));
}

} // namespace

class CourierTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void what_is_carried_there_and_back_is_decided()
    {
        courier_post post;
        seeded_random random(8);
        const auto other = enrolled_desk(post.at, "00070", random);
        register_birth(*other, "Nguyễn Văn Hai");
        must(synchronise(*other, post.at));

        const auto accepted = register_birth(*post.desk, "Nguyễn Văn An").record;
        const auto held = register_birth(*post.desk, "Nguyễn Văn Hai").record;
        must(post.desk->append(operation_kind::return_block, "no-such-block", {}, monday_morning));
        const auto taken = must(post.take_in(post.outgoing()));
        QCOMPARE(taken.decided.size(), std::size_t(3));
        QCOMPARE(taken.known, 0);
        QCOMPARE(taken.decided[0].record, accepted);
        QCOMPARE(to_display(*taken.decided[0].number), std::string("01/2026"));
        QCOMPARE(taken.decided[1].record, held);
        QVERIFY(taken.decided[1].result_kind == outcome::held);
        QVERIFY(taken.decided[2].result_kind == outcome::rejected);

        const auto brought = must(post.bring(taken.answer.file));
        QVERIFY(!brought.was_known && !brought.more);
        QCOMPARE(brought.report.unsent_left, 0);
        QCOMPARE(brought.report.own.size(), std::size_t(3));
        QCOMPARE(number_of(*post.desk, accepted), std::string("01/2026"));
        QVERIFY(must(post.desk->load(held)).state == record_state::held);
    }

    void a_bundle_taken_in_twice_is_decided_once()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto file = post.outgoing();
        must(post.take_in(file));
        const auto before = state_of(*post.at.db);
        const auto again = must(post.take_in(file, a_month_later));
        QCOMPARE(again.known, 1);
        QCOMPARE(to_display(*again.decided.at(0).number), std::string("01/2026"));
        QCOMPARE(state_of(*post.at.db), before);
        must(post.bring(again.answer.file));
        const auto desk_before = state_of(post.desk->connection());
        QVERIFY(must(post.bring(again.answer.file, a_month_later)).was_known);
        QCOMPARE(state_of(post.desk->connection()), desk_before);
    }

    void bundles_may_overtake_each_other()
    {
        courier_post post;
        const auto first = register_birth(*post.desk, "Nguyễn Văn An").record;
        const auto early = post.outgoing();
        const auto second = register_birth(*post.desk, "Nguyễn Văn Bình").record;
        const auto late = post.outgoing();
        const auto late_answer = must(post.take_in(late)).answer.file;
        const auto early_taken = must(post.take_in(early));
        QCOMPARE(early_taken.known, 1);
        QCOMPARE(early_taken.decided.size(), std::size_t(1));
        must(post.bring(late_answer));
        QVERIFY(must(post.bring(early_taken.answer.file)).was_known);
        QCOMPARE(number_of(*post.desk, first), std::string("01/2026"));
        QCOMPARE(number_of(*post.desk, second), std::string("02/2026"));
    }

    void an_answer_may_come_a_month_after_the_line()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto answer = post.answer();
        register_birth(*post.desk, "Nguyễn Văn Bình");
        must(synchronise(*post.desk, post.at));
        const auto before = state_of(post.desk->connection());
        QVERIFY(must(post.bring(answer, a_month_later)).was_known);
        QCOMPARE(state_of(post.desk->connection()), before);
        QVERIFY(must(post.take_in(post.outgoing(a_month_later), a_month_later)).decided.empty());
    }

    void an_answer_that_reaches_further_than_the_line_did_brings_the_rest()
    {
        courier_post post;
        const auto neighbour = enrolled_desk(post.at, "00004", post.random);
        const auto asked = post.outgoing();
        must(synchronise(*post.desk, post.at));
        register_birth(*neighbour, "Nguyễn Văn An");
        must(synchronise(*neighbour, post.at));
        const auto brought = must(post.bring(must(post.take_in(asked)).answer.file));
        QVERIFY(!brought.was_known);
        QCOMPARE(brought.report.pulled, 1); // what the line brought is not told again
        QCOMPARE(state_of(post.desk->connection()), state_of(neighbour->connection()));
    }

    void an_answer_that_begins_too_late_says_what_is_missing_and_loses_nothing()
    {
        courier_post post;
        const auto neighbour = enrolled_desk(post.at, "00004", post.random);
        register_birth(*neighbour, "Nguyễn Văn An");
        must(synchronise(*neighbour, post.at));
        const auto here = must(post.desk->log().head_of_feed()).revision;
        const auto there = must(neighbour->log().head_of_feed()).revision;
        const auto before = state_of(post.desk->connection());
        const auto& identity = post.desk->identity();
        const auto refused = post.bring(answer_labelled(
            post, {bundle_kind::to_desk, identity.office, identity.desk, 9, there, monday_morning}
        ));
        QCOMPARE(failure_of(refused), std::string("conflict"));
        QVERIFY(holds(
            detail_of(refused),
            "revisions " + std::to_string(here + 1) + " to " + std::to_string(there)
        ));
        QCOMPARE(state_of(post.desk->connection()), before);
        must(post.bring(post.answer()));
        QCOMPARE(state_of(post.desk->connection()), state_of(neighbour->connection()));
    }

    void an_answer_that_hides_its_beginning_is_refused()
    {
        courier_post post;
        const auto neighbour = enrolled_desk(post.at, "00004", post.random);
        register_birth(*neighbour, "Nguyễn Văn An");
        must(synchronise(*neighbour, post.at));
        const auto& identity = post.desk->identity();
        sync_request ask;
        ask.office = identity.office;
        ask.desk = identity.desk;
        ask.cursor = 2;
        bundle_content content({});
        content.add(encode(must(post.at.service.exchange(ask, monday_morning))));
        const auto file = must(make_bundle(
            {bundle_kind::to_desk, identity.office, identity.desk, 1, 1, monday_morning},
            content,
            post.key,
            post.desk->key().public_hex
        ));
        QCOMPARE(failure_of(post.bring(file)), std::string("corrupt_data"));
    }

    void an_answer_out_of_another_history_is_refused_however_old_it_is()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        must(synchronise(*post.desk, post.at));
        register_birth(*post.desk, "Nguyễn Văn Bình");
        must(synchronise(*post.desk, post.at));
        const auto before = state_of(post.desk->connection());
        server other; // with the same key: brought back from a copy, and gone on
        enrol_key(other, *post.desk);
        auto changed = office_of("00004");
        changed.name = "UBND khác";
        must(other.service.put_office(changed, monday_morning));
        bundle_host bundles(other.service, *other.db, post.key);
        const auto made =
            must(bundles.pack_for_desk("00004", post.desk->identity().desk, monday_morning));
        const auto refused = post.bring(made.file);
        QCOMPARE(failure_of(refused), std::string("corrupt_data"));
        QVERIFY2(holds(detail_of(refused), "another history"), detail_of(refused).c_str());
        QCOMPARE(state_of(post.desk->connection()), before);
    }

    void bundles_of_other_desks_and_offices_are_refused()
    {
        courier_post post;
        seeded_random random(8);
        const auto elsewhere = enrolled_desk(post.at, "00070", random);
        const auto neighbour = enrolled_desk(post.at, "00004", random);
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto mine = post.outgoing();
        const auto answer = must(post.take_in(mine)).answer.file;
        for (auto* desk : {elsewhere.get(), neighbour.get()}) {
            const auto before = state_of(desk->connection());
            for (const auto& file : {answer, mine})
                QCOMPARE(
                    failure_of(take_in_bundle(*desk, file, monday_morning)),
                    std::string("not_allowed")
                );
            QCOMPARE(state_of(desk->connection()), before);
        }
        QCOMPARE(failure_of(post.take_in(answer)), std::string("not_allowed"));
        QCOMPARE(failure_of(post.bring(mine)), std::string("not_allowed"));
    }

    void work_under_another_desks_label_is_refused()
    {
        courier_post post;
        seeded_random random(8);
        const auto elsewhere = enrolled_desk(post.at, "00070", random);
        register_birth(*elsewhere, "Nguyễn Văn An");
        const auto before = state_of(*post.at.db);
        bundle_content content({});
        content.add(encode(must(load_outbox(*elsewhere, max_operations_per_batch))));
        const auto& identity = post.desk->identity();
        const bundle_label label{
            bundle_kind::to_server, identity.office, identity.desk, 1, 0, monday_morning};
        for (const auto* sender : {&elsewhere->key(), &post.desk->key()})
            QCOMPARE(
                failure_of(
                    post.take_in(must(make_bundle(label, content, *sender, post.key.public_hex)))
                ),
                std::string("not_allowed")
            );
        QCOMPARE(state_of(*post.at.db), before);
    }

    void a_letter_that_a_failure_left_goes_with_the_next_bundle()
    {
        courier_post post;
        must(post.at.service.put_office(office_of("00070"), monday_morning));
        must(post.at.db->execute(
            "INSERT INTO office_mail (office, mail, kind, record, to_office, content, delivered) "
            "VALUES ('00004', 1, 'annotation_notice', 'r', '00070', "
            "'{\"target\":{\"number\":\"1/2026\"}}', 0)"
        ));
        must(post.take_in(post.outgoing()));
        const auto left =
            must(post.at.db->query("SELECT count(*) FROM office_mail WHERE delivered = 0"));
        QCOMPARE(left.front().integer(0), 0);
    }

    void a_desk_that_was_shut_out_is_refused()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto file = post.outgoing();
        must(post.at.db->execute("UPDATE desk SET shut_out = 1"));
        const auto before = state_of(*post.at.db);
        QCOMPARE(failure_of(post.take_in(file)), std::string("not_allowed"));
        QCOMPARE(
            failure_of(
                post.bundles.pack_for_desk("00004", post.desk->identity().desk, monday_morning)
            ),
            std::string("not_allowed")
        );
        QCOMPARE(state_of(*post.at.db), before);
    }

    void the_server_writes_from_where_the_desk_said_that_it_stands()
    {
        courier_post post;
        const auto desk = post.desk->identity().desk;
        QCOMPARE(must(post.bundles.pack_for_desk("00004", desk, monday_morning)).label.cursor, 0);
        const auto earlier = post.outgoing();
        must(post.bring(must(post.take_in(earlier)).answer.file));
        register_birth(*post.desk, "Nguyễn Văn An");
        must(post.bring(post.answer()));
        const auto head = must(post.desk->log().head_of_feed()).revision;
        must(post.take_in(post.outgoing({monday_morning.ms + 1})));
        const auto neighbour = enrolled_desk(post.at, "00004", post.random);
        const auto made = must(post.bundles.pack_for_desk("00004", desk, monday_morning));
        QCOMPARE(made.label.cursor, head);
        QCOMPARE(must(post.bring(made.file)).report.pulled, 1);
        must(post.take_in(earlier)); // an old one does not turn it back
        QCOMPARE(
            must(post.bundles.pack_for_desk("00004", desk, monday_morning)).label.cursor, head
        );
    }

    void what_one_bundle_does_not_hold_goes_with_the_next()
    {
        courier_post post;
        for (int i = 0; i < 3; ++i)
            for (int k = 0; k < 300; ++k)
                must(post.desk->request_block("BIRTH", 1, monday_morning));
        constexpr bundle_limits two{2, 1'000'000};
        const auto first = must(pack_for_server(*post.desk, monday_morning, two));
        QCOMPARE(first.operations, 800);
        QCOMPARE(first.left, 100);
        constexpr bundle_limits one{1, 1'000'000};
        auto taken = must(post.bundles.take_in(first.file, monday_morning, two));
        QCOMPARE(taken.decided.size(), std::size_t(800));
        const auto all = must(pack_for_server(*post.desk, monday_morning));
        QCOMPARE(all.operations, 900);
        taken = must(post.bundles.take_in(all.file, monday_morning));
        QCOMPARE(taken.known, 800);
        taken = must(post.bundles.take_in(post.outgoing(), monday_morning, {3, 1'000'000}));
        QVERIFY(!taken.answer.more);
        const auto neighbour = enrolled_desk(post.at, "00004", post.random);
        for (int k = 0; k < 200; ++k)
            must(neighbour->request_block("BIRTH", 1, monday_morning));
        must(synchronise(*neighbour, post.at));
        const auto part = must(
            post.bundles.pack_for_desk("00004", post.desk->identity().desk, monday_morning, one)
        );
        QVERIFY(part.more);
        QVERIFY(must(take_in_bundle(*post.desk, part.file, monday_morning)).more);
        must(post.bring(post.answer()));
        QCOMPARE(state_of(post.desk->connection()), state_of(neighbour->connection()));
        QCOMPARE(
            failure_of(pack_for_server(*post.desk, monday_morning, {0, 1'000'000})),
            std::string("invalid_input")
        );
    }

    void a_desk_brought_back_from_an_old_copy_loses_nothing()
    {
        const QTemporaryDir folder;
        const auto path = [&](const char* name) { return folder.filePath(name).toStdString(); };
        courier_post post;
        const auto& known = real_definitions();
        post.desk =
            must(desk_register::create(path("desk"), "user", "p", known, post.random, {1, 8192}));
        enrol(post.at, *post.desk, "00004");
        post.desk.reset();
        for (const auto* suffix : {"", ".keys"})
            std::filesystem::copy_file(
                file_path(path("desk") + suffix), file_path(path("copy") + suffix)
            );
        post.desk = must(desk_register::open(path("desk"), "", "p", known, post.random));
        register_birth(*post.desk, "Nguyễn Văn An");
        must(post.bring(post.answer()));
        post.desk = must(desk_register::open(path("copy"), "", "p", known, post.random));
        const auto again = register_birth(*post.desk, "Nguyễn Văn Bình").record;
        const auto taken = must(post.take_in(post.outgoing()));
        QVERIFY(taken.fate == bundle_fate::old_copy && taken.decided.empty());
        QCOMPARE(must(post.bring(taken.answer.file)).report.moved, 1);
        must(post.bring(post.answer()));
        QCOMPARE(number_of(*post.desk, again), std::string("02/2026"));
        QVERIFY(must(verify_office(post.desk->connection(), known, "00004", {})).problems.empty());
    }

    void a_server_brought_back_from_an_old_copy_decides_nothing()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        must(post.bring(post.answer()));
        register_birth(*post.desk, "Nguyễn Văn Bình");
        server old_copy;
        enrol_key(old_copy, *post.desk);
        bundle_host bundles(old_copy.service, *old_copy.db, post.key);
        const auto before = state_of(*old_copy.db);
        const auto taken = must(bundles.take_in(post.outgoing(), monday_morning));
        QVERIFY(taken.fate == bundle_fate::must_be_shown && taken.decided.empty());
        QCOMPARE(state_of(*old_copy.db), before);
    }

private:
    static void enrol_key(server& at, const desk_register& desk)
    {
        must(at.service.put_office(office_of("00004"), monday_morning));
        const auto code = must(at.service.new_enrol_code("00004", monday_morning, at.random));
        must(at.service.enrol(code, desk.key().public_hex, monday_morning));
    }
};

QTEST_GUILESS_MAIN(CourierTest)
#include "courier_test.moc"
