// Dates, full and partial, as typed, written and said.
// clang-format off: moc 6.4 cannot read <compare> where it is the first header of all.
#include "tests/support/readable.h"
// clang-format on
#include "common/base/civil_date.h"
#include "common/base/instant.h"
#include "common/base/wording_vi.h"

#include <optional>

using namespace hotich;
using namespace hotich::test;

namespace {

/// "2026-11-20", or "none".
template <class Date>
std::string iso_or_none(const std::optional<Date>& date)
{
    return date ? to_iso(*date) : "none";
}

void add_text_pairs(std::initializer_list<std::pair<const char*, const char*>> pairs)
{
    QTest::addColumn<std::string>("given");
    QTest::addColumn<std::string>("expected");
    for (const auto& [given, expected] : pairs)
        QTest::newRow(*given == '\0' ? "nothing" : given)
            << std::string(given) << std::string(expected);
}

partial_date date_of(std::string_view iso) { return parse_partial_date(iso).value(); }

} // namespace

class DatesTest : public QObject
{
    Q_OBJECT

private slots:

    void an_iso_date_is_read_by_its_shape_data()
    {
        add_text_pairs({
            {"2026-11-20", "2026-11-20"},
            {"2026-11", "2026-11"},
            {"1945", "1945"},
            {"2023-02-31", "2023-02-31"},
            {"0001-01-01", "0001-01-01"},
            {"", "none"},
            {"2026-13", "none"},
            {"2026-00", "none"},
            {"2026-11-32", "none"},
            {"2026-11-00", "none"},
            {"2026-1-02", "none"},
            {"26-11-20", "none"},
            {"2026-11-20-", "none"},
            {"2026-11-20 ", "none"},
            {" 2026", "none"},
            {"+026-11-20", "none"},
            {"2026--20", "none"},
            {"2026/11/20", "none"},
            {"20261120", "none"},
            {"12026", "none"},
            {"２０２６", "none"},
        });
    }

    void an_iso_date_is_read_by_its_shape()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QCOMPARE(iso_or_none(parse_partial_date(given)), expected);
    }

    void a_full_date_must_exist_data()
    {
        add_text_pairs({
            {"2024-02-29", "2024-02-29"},
            {"2023-02-29", "none"},
            {"2000-02-29", "2000-02-29"},
            {"1900-02-29", "none"},
            {"2026-04-31", "none"},
            {"2026-12-31", "2026-12-31"},
            {"9999-12-31", "9999-12-31"},
            {"0000-01-01", "none"},
            {"2026-11", "none"},
            {"2026", "none"},
        });
    }

    void a_full_date_must_exist()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QCOMPARE(iso_or_none(parse_date(given)), expected);
    }

    void a_date_is_read_as_a_clerk_types_it_data()
    {
        add_text_pairs({
            {"20112026", "2026-11-20"},
            {"20/11/2026", "2026-11-20"},
            {"20.11.2026", "2026-11-20"},
            {"20-11-2026", "2026-11-20"},
            {"20 11 2026", "2026-11-20"},
            {"5/7/2026", "2026-07-05"},
            {"05/7/2026", "2026-07-05"},
            {" 20/11/2026 ", "2026-11-20"},
            {"11/2026", "2026-11"},
            {"1/2026", "2026-01"},
            {"112026", "2026-11"},
            {"2026", "2026"},
            {"2026-11-20", "2026-11-20"},
            {"2026-11", "2026-11"},
            {"31/02/1990", "1990-02-31"},
            {"", "none"},
            {" ", "none"},
            {"20/11/26", "none"},
            {"20/13/2026", "none"},
            {"32/11/2026", "none"},
            {"0/11/2026", "none"},
            {"20//2026", "none"},
            {"/11/2026", "none"},
            {"202611201", "none"},
            {"20/11/2026/", "none"},
            {"hai", "none"},
            {"2011202a", "none"},
            {"-2026", "none"},
            {"002/1/2026", "none"},
            {"20112", "none"},
        });
    }

    void a_date_is_read_as_a_clerk_types_it()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QCOMPARE(iso_or_none(parse_typed_date(given)), expected);
    }

    void a_day_without_its_year_is_the_last_one_there_was_data()
    {
        add_text_pairs({
            {"27/11", "2026-11-27"}, {"28.11", "2026-11-28"}, // today
            {"29-11", "2025-11-29"}, {" 1/2 ", "2026-02-01"}, {"2711", "2026-11-27"},
            {"0101", "2026-01-01"},  {"3112", "2025-12-31"},  {"29/2", "2024-02-29"},
            {"1512", "2025-12-15"}, // no year anybody means
            {"1911", "1911"},       // a year, though it could be a day
            {"2012", "2012"},        {"31/6", "none"},        {"32/1", "none"},
            {"0/1", "none"},         {"11/2026", "2026-11"},  {"20/11/1996", "1996-11-20"},
            {"20/11/26", "none"}, // of which century?
            {"ab/1", "none"},        {"/", "none"},
        });
    }

    void a_day_without_its_year_is_the_last_one_there_was()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QCOMPARE(iso_or_none(parse_typed_date(given, civil_date{2026, 11, 28})), expected);
    }

    void what_a_screen_writes_can_be_typed_again_data()
    {
        add_text_pairs({{"2026-11-20", "20/11/2026"}, {"2026-07", "07/2026"}, {"0945", "0945"}});
    }

    void what_a_screen_writes_can_be_typed_again()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        const auto date = date_of(given);
        QCOMPARE(to_display(date), expected);
        QCOMPARE(iso_or_none(parse_typed_date(expected)), given);
    }

    void the_calendar_knows_its_leap_years()
    {
        QVERIFY(
            is_leap_year(2024) && is_leap_year(2000) && !is_leap_year(1900) && !is_leap_year(2026)
        );
        QCOMPARE(days_in_month(2024, 2), 29);
        QCOMPARE(days_in_month(2026, 2), 28);
        QCOMPARE(days_in_month(2026, 12), 31);
        QVERIFY(exists({2024, 2, 29}) && exists({2024, 2, 0}) && exists({2024, 0, 0}));
        QVERIFY(!exists({2023, 2, 29}) && !exists({2024, 0, 5}) && !exists({2024, 13, 0}));
        QVERIFY(!exists({0, 0, 0}) && !exists({10000, 0, 0}) && !exists({2024, 1, -1}));
    }

    void days_are_counted_over_every_border()
    {
        QCOMPARE(days_between({2026, 11, 20}, {2027, 1, 19}), 60);
        QCOMPARE(days_between({2023, 12, 31}, {2025, 1, 1}), 367);
        QCOMPARE(days_between({1900, 2, 28}, {1900, 3, 1}), 1);
        QCOMPARE(days_between({2027, 1, 1}, {2026, 12, 31}), -1);
        QCOMPARE(to_iso(add_days({2024, 2, 28}, 1)), std::string("2024-02-29"));
        QCOMPARE(to_iso(add_days({2026, 1, 1}, -1)), std::string("2025-12-31"));
        QCOMPARE(to_iso(add_days({2026, 11, 20}, 60)), std::string("2027-01-19"));
    }

    void a_year_of_age_is_full_on_the_birthday_data()
    {
        QTest::addColumn<std::string>("birth");
        QTest::addColumn<std::string>("on");
        QTest::addColumn<int>("years");
        const auto row = [](const char* birth, const char* on, int years) {
            QTest::newRow((std::string(birth) + " on " + on).c_str())
                << std::string(birth) << std::string(on) << years;
        };
        row("2006-11-24", "2026-11-23", 19);
        row("2006-11-24", "2026-11-24", 20);
        row("2008-02-29", "2026-02-28", 17);
        row("2008-02-29", "2026-03-01", 18);
        row("2008-02-29", "2028-02-29", 20);
        row("2026-11-20", "2026-11-20", 0);
        row("2026-11-20", "2026-11-19", -1);
        row("2006-12-31", "2026-01-01", 19);
    }

    void a_year_of_age_is_full_on_the_birthday()
    {
        QFETCH(std::string, birth);
        QFETCH(std::string, on);
        QFETCH(int, years);
        QCOMPARE(full_years(*parse_date(birth), *parse_date(on)), years);
    }

    void an_unknown_day_is_the_first_for_an_age_test()
    {
        QCOMPARE(to_iso(for_age_test({1990, 0, 0})), std::string("1990-01-01"));
        QCOMPARE(to_iso(for_age_test({1990, 5, 0})), std::string("1990-05-01"));
        QCOMPARE(to_iso(for_age_test({1990, 5, 7})), std::string("1990-05-07"));
        QCOMPARE(to_iso(for_age_test({1990, 2, 31})), std::string("1990-02-28"));
    }

    void the_day_in_vietnam_begins_at_17_hours_utc()
    {
        const instant before{1'795'366'799'999}; // 2026-11-22T16:59:59.999Z
        QCOMPARE(to_iso(before), std::string("2026-11-22T16:59:59Z"));
        QCOMPARE(to_iso(date_in_vietnam(before)), std::string("2026-11-22"));
        QCOMPARE(to_iso(date_in_vietnam({before.ms + 1})), std::string("2026-11-23"));
        QCOMPARE(to_iso(date_in_vietnam({-1})), std::string("1970-01-01"));
        QCOMPARE(to_iso(instant{-1}), std::string("1969-12-31T23:59:59Z"));
    }

    // The examples of the domain, §3.0.5, and the borders between them.
    void a_date_is_said_in_words_data()
    {
        add_text_pairs({
            {"2021-02-01", "ngày mùng một tháng hai năm hai nghìn không trăm hai mươi mốt"},
            {"1998-01-10", "ngày mười tháng một năm một nghìn chín trăm chín mươi tám"},
            {"2005-11-11", "ngày mười một tháng mười một năm hai nghìn không trăm lẻ năm"},
            {"2010-12-15", "ngày mười lăm tháng mười hai năm hai nghìn không trăm mười"},
            {"2015-10-21", "ngày hai mươi mốt tháng mười năm hai nghìn không trăm mười lăm"},
            {"2024-04-24", "ngày hai mươi bốn tháng bốn năm hai nghìn không trăm hai mươi bốn"},
            {"2000-05-25", "ngày hai mươi lăm tháng năm năm hai nghìn"},
            {"1900-06-30", "ngày ba mươi tháng sáu năm một nghìn chín trăm"},
            {"1955-07-31", "ngày ba mươi mốt tháng bảy năm một nghìn chín trăm năm mươi lăm"},
            {"1911-08-09", "ngày mùng chín tháng tám năm một nghìn chín trăm mười một"},
            {"2001-09-05", "ngày mùng năm tháng chín năm hai nghìn không trăm lẻ một"},
            {"1945-03", "tháng ba năm một nghìn chín trăm bốn mươi lăm"},
            {"1945", "năm một nghìn chín trăm bốn mươi lăm"},
        });
    }

    void a_date_is_said_in_words()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QCOMPARE(date_in_words(date_of(given)), expected);
        QVERIFY(words_say_date(expected, date_of(given)));
    }

    void an_office_says_it_its_own_way()
    {
        QCOMPARE(
            date_in_words(date_of("2005-02-01"), {true, true, true}),
            std::string("ngày mồng một tháng hai năm hai ngàn không trăm linh năm")
        );
    }

    void words_in_a_regional_way_say_the_same_date_data()
    {
        add_text_pairs({
            {"Ngày mồng một, tháng giêng, năm hai ngàn không trăm linh năm", "2005-01-01"},
            {"NGÀY HAI MƯƠI TƯ THÁNG TƯ NĂM HAI NGHÌN KHÔNG TRĂM HAI MƯƠI TƯ", "2024-04-24"},
            {"  ngày  mùng   bẩy tháng bẩy năm một nghìn chín trăm chín mươi bẩy. ", "1997-07-07"},
            {"nga\u0300y mu\u0300ng hai tha\u0301ng ba na\u0306m hai nghi\u0300n", "2000-03-02"},
            {"Tháng tư năm một ngàn chín trăm bảy mươi lăm", "1975-04"},
        });
    }

    void words_in_a_regional_way_say_the_same_date()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QVERIFY(words_say_date(given, date_of(expected)));
    }

    void words_that_say_another_date_are_refused_data()
    {
        add_text_pairs({
            {"ngày mùng hai tháng hai năm hai nghìn không trăm hai mươi mốt", "2021-02-01"},
            {"ngày mùng một tháng ba năm hai nghìn không trăm hai mươi mốt", "2021-02-01"},
            {"ngày mùng một tháng hai năm hai nghìn không trăm hai mươi", "2021-02-01"},
            {"ngày mùng một tháng hai", "2021-02-01"},
            {"tháng hai năm hai nghìn không trăm hai mươi mốt", "2021-02-01"},
            {"", "2021-02-01"},
            {"mười một", "2021-02-01"},
            {"năm hai nghìn không trăm hai mươi mốt năm", "2021"},
        });
    }

    void words_that_say_another_date_are_refused()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, expected);
        QVERIFY(!words_say_date(given, date_of(expected)));
    }

    void every_day_of_two_centuries_has_words_of_its_own()
    {
        std::string before;
        for (civil_date day{1900, 1, 1}; day.year < 2100; day = add_days(day, 1)) {
            const partial_date date{day.year, day.month, day.day};
            const auto words = date_in_words(date);
            QVERIFY2(words != before, words.c_str());
            QCOMPARE(iso_or_none(parse_date(to_iso(day))), to_iso(day));
            if (day.day == 1) QVERIFY(words_say_date(words, date) && !words_say_date(before, date));
            before = words;
        }
    }
};

QTEST_GUILESS_MAIN(DatesTest)
#include "dates_test.moc"
