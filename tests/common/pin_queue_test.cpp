// Requests for personal numbers on the server: when each is sent, asked after and answered, and
// what an answer does.
#include "common/register/verify.h"
#include "tests/support/pin_office.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

class PinQueueTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void an_accepted_birth_is_asked_for_once()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        const auto task = here.sent();
        QVERIFY(task.step == pin_step::ask);
        QCOMPARE(task.request, record);
        QVERIFY(here.due().empty());                        // somebody is at it
        QVERIFY(!here.at.service.pin_sent(task, here.now)); // and nobody else is
        QVERIFY(here.answer(task, issued(a_number)) == pin_outcome::issued);
        here.wait(a_day_ms);
        QVERIFY(here.due().empty());
        here.sync();
        QCOMPARE(here.history(record), QStringList({"register", "pin_requested", "pin_issued"}));
        QCOMPARE(std::string(text_at(current_data(here.load(record)), "child.pin")), a_number);
    }

    void an_unanswered_request_is_asked_after_and_not_repeated()
    {
        pin_office here;
        here.born("Nguyễn Văn An");
        here.silence(here.sent(), pin_silence::no_answer);
        QVERIFY(here.due().empty());
        here.wait(a_day_ms);
        const auto question = here.sent();
        QVERIFY(question.step == pin_step::question);
        QVERIFY(here.answer(question, issued(a_number)) == pin_outcome::issued);
    }

    void what_the_database_does_not_have_is_asked_for_again()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        here.silence(here.sent(), pin_silence::no_answer);
        here.wait(a_day_ms);
        QVERIFY(here.answer(here.sent(), unknown) == pin_outcome::to_ask);
        const auto again = here.sent();
        QVERIFY(again.step == pin_step::ask);
        QCOMPARE(again.request, record); // under the same key
        QVERIFY(here.answer(again, issued(a_number)) == pin_outcome::issued);
        here.sync();
        QCOMPARE(here.history(record), QStringList({"register", "pin_requested", "pin_issued"}));
    }

    void a_crash_between_sending_and_answer_leaves_a_question()
    {
        pin_office here;
        here.born("Nguyễn Văn An");
        here.sent(); // and then the power fails
        QVERIFY(here.due().empty());
        here.wait(pin_lease_ms);
        const auto question = here.only_due();
        QVERIFY(question.step == pin_step::question);
        QVERIFY(here.send(question).empty());
    }

    void what_never_left_this_server_may_be_sent_without_asking()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        here.silence(here.sent(), pin_silence::not_reached);
        here.sync();
        QCOMPARE(here.state_of(record), std::string()); // nothing was sent, nothing is told
        here.wait(a_day_ms);
        QVERIFY(here.only_due().step == pin_step::ask);
    }

    void a_request_that_is_worked_on_is_asked_after()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        QVERIFY(here.answer(here.sent(), waiting) == pin_outcome::waiting);
        here.sync();
        QCOMPARE(here.state_of(record), std::string("sent"));
        QVERIFY(here.due().empty());
        here.wait(max_pin_wait_ms * 2);
        QVERIFY(here.sent().step == pin_step::question);
        QCOMPARE(must(pins_in(*here.desk, pin_tray::waiting, 10)).front().is_sent, true);
    }

    void the_pauses_grow_to_hours_and_no_longer()
    {
        seeded_random random(3);
        for (std::int64_t attempts = 1; attempts < 60; ++attempts) {
            const auto delay = pin_delay_ms(attempts, max_pin_retry_ms, random);
            const auto middle = std::min(
                max_pin_retry_ms, first_pin_retry_ms << std::min<std::int64_t>(attempts - 1, 20)
            );
            QVERIFY(delay >= middle - middle / 4 && delay < middle + middle / 4 + 1);
        }
        QVERIFY(
            pin_delay_ms(5, max_pin_retry_ms, random) != pin_delay_ms(5, max_pin_retry_ms, random)
        );
    }

    void an_outage_of_a_day_costs_few_attempts()
    {
        pin_office here;
        here.born("Nguyễn Văn An");
        int attempts = 0;
        for (const auto end = here.now.ms + a_day_ms; here.now.ms < end; here.wait(60'000))
            for (const auto& task : here.due()) {
                here.send(task);
                here.silence(task, pin_silence::no_answer);
                ++attempts;
            }
        QVERIFY(attempts > 8 && attempts < 20);
        here.wait(max_pin_retry_ms * 2);
        QVERIFY(here.answer(here.sent(), issued(a_number)) == pin_outcome::issued);
    }

    void a_doubled_answer_changes_nothing()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        const auto task = here.sent();
        QVERIFY(here.answer(task, issued(a_number)) == pin_outcome::issued);
        here.sync();
        const auto before = here.load(record).to_text();
        QVERIFY(here.answer(task, issued(a_number)) == pin_outcome::nothing);
        QVERIFY(here.answer(task, refused("duplicate_person")) == pin_outcome::nothing);
        QVERIFY(here.answer(task, waiting) == pin_outcome::nothing);
        here.sync();
        QCOMPARE(here.load(record).to_text(), before);
    }

    void a_second_number_is_an_incident_and_never_overwrites()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        const auto task = here.sent();
        here.answer(task, issued(a_number));
        QVERIFY(here.answer(task, issued(another_number)) == pin_outcome::conflict);
        QVERIFY(here.answer(task, issued(another_number)) == pin_outcome::nothing);
        QVERIFY(here.answer(task, issued(a_number)) == pin_outcome::nothing);
        here.sync();
        QCOMPARE(std::string(text_at(here.load(record).pin, "number")), a_number);
        QCOMPARE(must(here.at.service.pins_waiting()).conflicts, std::int64_t(1));
        here.wait(a_day_ms);
        QVERIFY(here.due().empty());
    }

    void the_number_of_another_entry_is_an_incident()
    {
        pin_office here;
        here.born("Nguyễn Văn An");
        here.answer(here.sent(), issued(a_number));
        const auto second = here.born("Trần Thị Bình");
        QVERIFY(here.answer(here.sent(), issued(a_number)) == pin_outcome::conflict);
        here.sync();
        QVERIFY(!is_known(current_data(here.load(second)), "child.pin"));
    }

    void what_is_no_number_is_not_taken()
    {
        pin_office here;
        here.born("Nguyễn Văn An");
        const auto task = here.sent();
        for (const auto* wrong : {"", "00122600012", "0012260001234", "00122600012A"})
            QVERIFY(!here.at.service.pin_answered(task, issued(wrong), here.now, here.random));
    }

    void a_refusal_waits_for_the_clerk_who_may_ask_again()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        QVERIFY(!ask_pin_again(*here.desk, record, here.now));
        const auto first = here.sent();
        QVERIFY(here.answer(first, refused("parents_do_not_match")) == pin_outcome::refused);
        here.wait(a_day_ms);
        QVERIFY(here.due().empty());
        here.sync();
        const auto line = must(pins_in(*here.desk, pin_tray::refused, 10)).front();
        QCOMPARE(line.code, std::string("parents_do_not_match"));
        QCOMPARE(line.text, std::string("as it says"));
        must(ask_pin_again(*here.desk, record, here.now));
        QVERIFY(!ask_pin_again(*here.desk, record, here.now));
        here.sync();
        QCOMPARE(here.tray(pin_tray::waiting), QString("Nguyễn Văn An"));
        const auto second = here.sent();
        QCOMPARE(second.round, std::int64_t(2));
        QVERIFY(here.answer(second, refused("parents_do_not_match", 1)) == pin_outcome::to_ask);
        QVERIFY(here.answer(here.sent(), issued(a_number)) == pin_outcome::issued);
        here.sync();
        QCOMPARE(
            here.history(record),
            QStringList(
                {"register",
                 "pin_requested",
                 "pin_refused",
                 "ask_pin_again",
                 "pin_requested",
                 "pin_issued"}
            )
        );
    }

    void two_desks_that_ask_again_make_one_request()
    {
        pin_office here;
        const auto neighbour = enrolled_desk(here.at, "00004", here.random);
        const auto record = here.born("Nguyễn Văn An");
        here.answer(here.sent(), refused("date_wrong"));
        here.sync();
        must(synchronise(*neighbour, here.at));
        must(ask_pin_again(*here.desk, record, here.now));
        must(ask_pin_again(*neighbour, record, here.now));
        here.sync();
        must(synchronise(*neighbour, here.at));
        QCOMPARE(here.sent().round, std::int64_t(2));
        QVERIFY(here.due().empty());
    }

    void the_oldest_waits_first_and_is_counted()
    {
        pin_office here;
        const auto first = here.born("Nguyễn Văn An");
        here.wait(1000);
        here.born("Trần Thị Bình");
        const auto tasks = here.due();
        QCOMPARE(tasks.size(), std::size_t(2));
        QCOMPARE(tasks.front().record, first);
        QCOMPARE(must(here.at.service.pins_due(here.now, 1)).size(), std::size_t(1));
        const auto counts = must(here.at.service.pins_waiting());
        QCOMPARE(counts.queued, std::int64_t(2));
        QCOMPARE(counts.oldest_open->ms, monday_morning.ms);
    }

    void desk_and_server_fold_the_same_and_verify()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        here.answer(here.sent(), issued(a_number));
        here.sync();
        const auto on_server = must(projection(*here.at.db, here.at.known, "00004").load(record));
        QCOMPARE(here.load(record).to_text(), on_server.to_text());
        const auto keys = must(enrolled_desks(*here.at.db, "00004"));
        QVERIFY(must(verify_office(*here.at.db, here.at.known, "00004", keys)).problems.empty());
    }
};

QTEST_GUILESS_MAIN(PinQueueTest)
#include "pin_queue_test.moc"
