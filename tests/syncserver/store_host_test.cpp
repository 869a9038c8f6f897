// The host over both databases: numbers, claims, letters, personal numbers, verification.
#include "common/records/annotation.h"
#include "common/register/desk_entries.h"
#include "common/register/verify.h"
#include "common/sync/feed_standing.h"
#include "syncserver/services/mail_rounds.h"
#include "tests/support/births.h"
#include "tests/support/events.h"
#include "tests/support/pin_office.h"
#include "tests/support/readable.h"
#include "tests/support/spelled.h"
#include "tests/syncserver/running_server.h"
#include "tests/syncserver/tested_store.h"

using namespace hotich;
using namespace hotich::test;

namespace {

/// A world over one connection of the store.
server world_over(const tested_store& at)
{
    return server(3, real_definitions(), at.open(), at.others());
}

} // namespace

class StoreHostTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<postgres_cluster> m_cluster;
    std::unique_ptr<tested_store> m_store;

    void open()
    {
        QFETCH(QString, kind);
        m_store = std::make_unique<tested_store>(kind, *m_cluster);
    }

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        m_cluster = std::make_unique<postgres_cluster>();
    }

    void an_office_works_data() { both_stores(); }

    void an_office_works()
    {
        open();
        auto at = world_over(*m_store);
        seeded_random random(5);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto second = enrolled_desk(at, "00004", random);
        for (int i = 0; i < 12; ++i)
            register_birth(i % 2 == 0 ? *desk : *second, "Nguyễn Thị " + spelled(i));
        for (auto* one : {desk.get(), second.get(), desk.get()})
            (void)must(synchronise(*one, at));
        const auto book = must(desk->book("BIRTH", 2026));
        QCOMPARE(book.size(), std::size_t(12));
        for (std::size_t i = 0; i < book.size(); ++i)
            QCOMPARE(book[i].number->reg_no, int(i + 1));
        must(desk->request_block("BIRTH", 5, monday_morning));
        (void)must(synchronise(*desk, at));
        QCOMPARE(must(desk->blocks()).front().first, 13);
        QVERIFY(!must(second->search("thi bay", 10)).empty());
        const auto keys = must(enrolled_desks(*at.db, "00004"));
        const auto report = must(verify_office(*at.db, real_definitions(), "00004", keys));
        QVERIFY2(
            report.problems.empty(), report.problems.empty() ? "" : report.problems[0].what.c_str()
        );
        QCOMPARE(report.records, std::int64_t(12));
    }

    void a_claim_of_another_office_holds_data() { both_stores(); }

    void a_claim_of_another_office_holds()
    {
        open();
        auto at = world_over(*m_store);
        seeded_random random(5);
        const auto one = enrolled_desk(at, "00004", random);
        const auto other = enrolled_desk(at, "00070", random);
        register_data(*one, lawful_birth());
        (void)must(synchronise(*one, at));
        const auto again = register_data(*other, lawful_birth());
        (void)must(synchronise(*other, at));
        QCOMPARE(must(other->load(again.record)).state, record_state::held);
        must(other->confirm_distinct(again.record, "người khác", monday_morning));
        (void)must(synchronise(*other, at));
        QCOMPARE(must(other->load(again.record)).state, record_state::registered);
    }

    void a_letter_reaches_the_other_office_once_data() { both_stores(); }

    void a_letter_reaches_the_other_office_once()
    {
        open();
        auto at = world_over(*m_store);
        seeded_random random(5);
        const auto one = enrolled_desk(at, "00004", random);
        const auto other = enrolled_desk(at, "00070", random);
        const auto birth = register_birth(*one, "Nguyễn Gia Bảo").record;
        (void)must(synchronise(*one, at));
        auto data = amendment_of(
            "correction",
            must(one->load(birth)),
            one->office(),
            {{"child.full_name", "Nguyễn Gia Bảo", "Nguyễn Gia Bách"}}
        );
        remove_path(data, "target.record");
        QVERIFY(register_of(*other, "correction", data).is_stored());
        for (int round = 0; round < 2; ++round)
            for (auto* desk : {other.get(), one.get()})
                (void)must(synchronise(*desk, at));
        must(at.service.deliver_mail(monday_morning));
        (void)must(synchronise(*one, at));
        QCOMPARE(must(one->load(birth)).notices.size(), std::size_t(1));
    }

    void a_letter_that_had_to_wait_is_carried_in_a_round_data() { both_stores(); }

    void a_letter_that_had_to_wait_is_carried_in_a_round()
    {
        open();
        auto at = world_over(*m_store);
        seeded_random random(5);
        const auto one = enrolled_desk(at, "00004", random);
        const auto silent = enrolled_desk(at, "00004", random);
        const auto other = enrolled_desk(at, "00070", random);
        const auto birth = register_birth(*one, "Nguyễn Gia Bảo").record;
        (void)must(synchronise(*one, at));
        const auto note =
            amendment_of("court_decision_note", must(one->load(birth)), other->office());
        must(feed_standing(*at.db).await_everybody(monday_morning));
        (void)must(synchronise(*one, at));
        QVERIFY(register_of(*other, "court_decision_note", note).is_stored());
        (void)must(synchronise(*other, at));
        const auto waiting = [&at] {
            return must(at.db->query("SELECT 1 FROM office_mail WHERE delivered = 0")).size();
        };
        QCOMPARE(waiting(), std::size_t(1));
        QVERIFY(must(office_mail(*at.db).waiting(10)).empty()); // and keeps no other waiting
        must(at.service.shut_out("00004", silent->identity().desk, monday_morning));

        metrics counters;
        const event_log journal(log_level::off);
        const fixed_clock time;
        exchange_service service(m_store->open(), real_definitions(), one->key(), time, counters);
        const mail_rounds rounds(service, journal, std::chrono::milliseconds(20));
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), std::size_t(0), 20'000);
        (void)must(synchronise(*one, at));
        QCOMPARE(must(one->load(birth)).notices.size(), std::size_t(1));
    }

    void a_personal_number_is_asked_for_and_arrives_data() { both_stores(); }

    void a_personal_number_is_asked_for_and_arrives()
    {
        open();
        auto at = world_over(*m_store);
        seeded_random random(5);
        must(at.service.put_office(pin_office::strict(), monday_morning));
        const auto desk = enrolled_desk(at, "00004", random);
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        (void)must(synchronise(*desk, at));
        const auto due = must(at.service.pins_due(monday_morning, 10));
        QCOMPARE(due.size(), std::size_t(1));
        (void)must(at.service.pin_sent(due[0], monday_morning));
        QCOMPARE(failure_of(at.service.pin_sent(due[0], monday_morning)), std::string("cancelled"));
        const auto outcome =
            must(at.service.pin_answered(due[0], issued(a_number), monday_morning, random));
        QVERIFY(outcome == pin_outcome::issued || outcome == pin_outcome::issued_unusual);
        (void)must(synchronise(*desk, at));
        QCOMPARE(text_at(must(desk->load(record)).pin, "state"), std::string_view("issued"));
        QCOMPARE(must(at.service.pins_waiting()).queued, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(StoreHostTest)
#include "store_host_test.moc"
