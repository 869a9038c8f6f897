// When results are due: working days over the calendar of public holidays, the hour of receipt, and
// the days another office takes (Luật Hộ tịch Đ5 k3; NĐ 123/2015 Đ3).
#include "common/register/desk_dossiers.h"
#include "common/rules/due_date.h"
#include "tests/support/events.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

/// An hour of a day in Vietnam.
instant at(const civil_date& day, int hour)
{
    return {days_between({1970, 1, 1}, day) * day_ms + (hour - 7) * hour_ms};
}

} // namespace

class DueDateTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void due_days_are_working_days_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("due");
        QTest::newRow("same day, in the morning") << "2026-11-23" << 8 << 0 << "2026-11-23";
        QTest::newRow("same day, at 14:59 still") << "2026-11-23" << 14 << 0 << "2026-11-23";
        QTest::newRow("after 15:00 the next working day")
            << "2026-11-23" << 15 << 0 << "2026-11-24";
        QTest::newRow("Friday after 15:00") << "2026-11-27" << 16 << 0 << "2026-11-30";
        QTest::newRow("on a Saturday") << "2026-11-28" << 9 << 0 << "2026-11-30";
        QTest::newRow("three days over a weekend") << "2026-11-26" << 9 << 3 << "2026-12-01";
        QTest::newRow("over Tết") << "2026-02-13" << 9 << 1 << "2026-02-23";
        QTest::newRow("a Saturday that is worked counts") << "2026-08-21" << 9 << 1 << "2026-08-22";
        QTest::newRow("over the National Day") << "2026-08-28" << 9 << 1 << "2026-09-03";
    }

    void due_days_are_working_days()
    {
        QFETCH(QString, received);
        QFETCH(int, hour);
        QFETCH(int, days);
        QFETCH(QString, due);
        const auto day = *parse_date(received.toStdString());
        const processing_definition term{days, 0, {}, {}};
        QCOMPARE(to_iso(due_on(real_definitions(), term, at(day, hour))), due.toStdString());
    }

    void the_days_another_office_takes_do_not_count()
    {
        server here;
        seeded_random random(1);
        const auto desk = enrolled_desk(here, "00004", random);
        const auto& event = *real_definitions().find_event("guardianship"); // three working days
        const auto monday = at({2026, 11, 23}, 9);
        const auto id =
            must(receive_dossier(*desk, event, {example_of("guardianship"), "1", {}}, monday));
        const auto due = [&] { return due_on(real_definitions(), must(desk->load(id))); };
        QCOMPARE(to_iso(*due()), std::string("2026-11-26"));
        must(pause_dossier(*desk, id, "xác minh nơi cư trú cũ", at({2026, 11, 24}, 9)));
        QVERIFY(!due());
        must(resume_dossier(*desk, id, at({2026, 11, 30}, 9)));
        QCOMPARE(to_iso(*due()), std::string("2026-12-02")); // four working days later
    }

    void a_refused_dossier_takes_no_registration()
    {
        server here;
        seeded_random random(1);
        const auto desk = enrolled_desk(here, "00004", random);
        const auto& event = *real_definitions().find_event("guardianship");
        const auto id = must(
            receive_dossier(*desk, event, {example_of("guardianship"), "1", {}}, monday_morning)
        );
        QVERIFY(!refuse_dossier(*desk, id, "", monday_morning));
        must(refuse_dossier(*desk, id, "người được giám hộ còn cha mẹ", monday_morning));
        QVERIFY(
            !desk->register_event(event, {example_of("guardianship"), {}, id, ""}, monday_morning)
        );
        const auto paper = must(desk->preview_paper(id, "dossier_refusal", monday_morning));
        QVERIFY(paper.number.empty());
    }

    void a_dossier_becomes_the_registration_under_the_same_record()
    {
        server here;
        seeded_random random(1);
        const auto desk = enrolled_desk(here, "00004", random);
        const auto& event = *real_definitions().find_event("guardianship");
        const auto id = must(
            receive_dossier(*desk, event, {example_of("guardianship"), "1", {}}, monday_morning)
        );
        const auto outcome = must(
            desk->register_event(event, {example_of("guardianship"), {}, id, ""}, monday_morning)
        );
        QCOMPARE(outcome.record, id);
        (void)must(synchronise(*desk, here));
        const auto entry = must(desk->load(id));
        QCOMPARE(entry.state, record_state::registered);
        QCOMPARE(text_at(entry.dossier, "channel"), std::string_view("1"));
    }
};

QTEST_GUILESS_MAIN(DueDateTest)
#include "due_date_test.moc"
