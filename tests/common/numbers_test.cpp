// Number blocks at a desk, and when a paper may be printed.
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
constexpr instant new_years_day{monday_morning.ms + 39 * day_ms}; // 2027-01-01

struct office
{
    server at;
    seeded_random random{4};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, "00004", random);

    void sync() { must(synchronise(*desk, at)); }

    std::string take_block(int count)
    {
        auto block = must(desk->request_block("BIRTH", count, monday_morning));
        sync();
        return block;
    }

    /// The number the desk gives offline, or "none".
    std::string number_of(const char* name, instant now = monday_morning) const
    {
        auto data = birth_of(name);
        if (now != monday_morning) set_path(data, "child.birth_date", json::value("2026-12-20"));
        const auto outcome = must(desk->register_event(birth(), {data, {}, "", ""}, now));
        if (!outcome.is_stored()) return as_text(outcome.findings);
        return outcome.number ? to_display(*outcome.number) : "none";
    }

    std::vector<int> numbers_of_book(int year) const
    {
        std::vector<int> numbers;
        for (const auto& line : must(desk->book("BIRTH", year)))
            numbers.push_back(line.number->reg_no);
        return numbers;
    }

    /// What a preview of a paper of this birth says: "none", or what it lacks.
    std::string preview(const json::object& data, const char* certificate = "birth_certificate")
    {
        std::vector<override_reason> reasons;
        for (const auto& item : desk->check(birth(), data, monday_morning).findings)
            reasons.push_back({item.rule, "", "reason", "document"});
        const auto outcome = register_data(*desk, data, reasons);
        if (!outcome.is_stored()) return as_text(outcome.findings);
        sync();
        const auto shown = desk->preview_paper(outcome.record, certificate, monday_morning);
        return shown ? "none" : failure_of(shown) + " " + detail_of(shown);
    }

    void want_pins()
    {
        auto profile = ba_dinh();
        profile.allow_certificate_without_pin = false;
        must(at.service.put_office(profile, monday_morning));
        sync();
    }
};

json::object with(json::object data, const char* path, const char* value)
{
    set_path(data, path, json::value(value));
    return data;
}

} // namespace

class NumbersTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_block_is_used_up_lowest_first_and_then_the_server_numbers()
    {
        office here;
        here.take_block(2);
        QCOMPARE(here.number_of("Nguyễn Văn An"), std::string("01/2026"));
        QCOMPARE(here.number_of("Nguyễn Văn Ba"), std::string("02/2026"));
        QCOMPARE(here.number_of("Nguyễn Văn Tư"), std::string("none"));
        here.sync();
        QCOMPARE(here.numbers_of_book(2026), (std::vector<int>{1, 2, 3}));
    }

    void a_second_block_follows_the_first()
    {
        office here;
        here.take_block(1);
        here.take_block(1);
        QCOMPARE(must(here.desk->blocks()).size(), std::size_t(2));
        QCOMPARE(here.number_of("Nguyễn Văn An"), std::string("01/2026"));
        QCOMPARE(here.number_of("Nguyễn Văn Ba"), std::string("02/2026"));
    }

    void a_block_that_is_asked_for_is_not_yet_there()
    {
        office here;
        must(here.desk->request_block("BIRTH", 5, monday_morning));
        QVERIFY(must(here.desk->blocks()).empty());
        QCOMPARE(here.number_of("Nguyễn Văn An"), std::string("none"));
        here.sync();
        QCOMPARE(here.numbers_of_book(2026), (std::vector<int>{6})); // the block came first
    }

    void a_block_of_one_year_is_not_used_in_another()
    {
        office here;
        here.take_block(5);
        QCOMPARE(here.number_of("Nguyễn Văn An", new_years_day), std::string("none"));
        must(synchronise(*here.desk, here.at, new_years_day));
        QCOMPARE(here.numbers_of_book(2027), (std::vector<int>{1}));
        QCOMPARE(here.numbers_of_book(2026), (std::vector<int>{}));
    }

    void a_block_has_one_to_two_hundred_numbers()
    {
        office here;
        for (const int count : {-1, 0, 201})
            QCOMPARE(
                failure_of(here.desk->request_block("BIRTH", count, monday_morning)),
                std::string("invalid_input")
            );
        here.take_block(200);
        QCOMPARE(
            must(here.desk->unused_numbers(must(here.desk->blocks()).front())).size(),
            std::size_t(200)
        );
    }

    void a_block_that_is_given_back_is_used_no_more_even_offline()
    {
        office here;
        const auto block = here.take_block(3);
        QCOMPARE(here.number_of("Nguyễn Văn An"), std::string("01/2026"));
        must(here.desk->return_block(block, monday_morning));
        QVERIFY(must(here.desk->blocks()).empty());
        QCOMPARE(here.number_of("Nguyễn Văn Ba"), std::string("none"));
        here.sync();
        QCOMPARE(here.numbers_of_book(2026), (std::vector<int>{1, 2}));
        QCOMPARE(
            failure_of(here.desk->return_block(block, monday_morning)), std::string("not_found")
        );
        QCOMPARE(here.number_of("Nguyễn Văn Tư"), std::string("none"));
        here.sync();
        QCOMPARE(here.numbers_of_book(2026), (std::vector<int>{1, 2, 3}));
    }

    void a_block_of_another_desk_is_not_given_back()
    {
        office here;
        const auto block = here.take_block(3);
        const auto neighbour = enrolled_desk(here.at, "00004", here.random);
        must(synchronise(*neighbour, here.at));
        QCOMPARE(
            failure_of(neighbour->return_block(block, monday_morning)), std::string("not_found")
        );
        QCOMPARE(here.number_of("Nguyễn Văn An"), std::string("01/2026"));
        here.sync();
        QCOMPARE(here.numbers_of_book(2026), (std::vector<int>{1}));
    }

    void a_paper_waits_for_its_number()
    {
        office here;
        const auto record = register_birth(*here.desk, "Nguyễn Văn An").record;
        const auto lacking = [&](const char* certificate) {
            return detail_of(here.desk->issue_paper(record, certificate, monday_morning));
        };
        QCOMPARE(lacking("birth_certificate"), std::string("number"));
        QCOMPARE(lacking("birth_extract"), std::string("number"));
        QCOMPARE(lacking("death_certificate"), std::string("certificate"));
        here.sync();
        QCOMPARE(lacking("birth_certificate"), std::string());
        QCOMPARE(lacking("death_certificate"), std::string("certificate"));
        const auto unknown =
            here.desk->preview_paper("no such record", "birth_certificate", monday_morning);
        QCOMPARE(failure_of(unknown), std::string("not_found"));
    }

    // Domain §5.2: who gets no personal number waits for none.
    void a_certificate_waits_for_the_personal_number_of_those_who_get_one_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<std::string>("said");
        QTest::newRow("on time") << "on time" << std::string("not_allowed pin");
        QTest::newRow("late") << "late" << std::string("not_allowed pin");
        QTest::newRow("with its number") << "numbered" << std::string("none");
        QTest::newRow("foreign child") << "foreign" << std::string("none");
        QTest::newRow("registered again") << "again" << std::string("none");
        QTest::newRow("the extract") << "extract" << std::string("none");
    }

    void a_certificate_waits_for_the_personal_number_of_those_who_get_one()
    {
        QFETCH(QString, birth);
        QFETCH(std::string, said);
        office here;
        here.want_pins();
        auto data = birth_of("Nguyễn Văn An");
        if (birth == "late") data = with(data, "child.birth_date", "2026-01-10");
        if (birth == "numbered") data = with(data, "child.pin", "001226000123");
        if (birth == "foreign") {
            data = with(data, "child.nationality", "FR");
            remove_path(data, "child.ethnic");
        }
        if (birth == "again") data = with_lost_book(with(data, "child.birth_date", "2015-01-10"));
        QCOMPARE(
            here.preview(data, birth == "extract" ? "birth_extract" : "birth_certificate"), said
        );
    }

    void an_office_may_print_without_the_personal_number()
    {
        office here;
        QCOMPARE(here.preview(birth_of("Nguyễn Văn An")), std::string("none"));
    }

    void every_paper_has_a_token_of_its_own_and_stands_in_the_history()
    {
        office here;
        here.take_block(1);
        const auto record = register_birth(*here.desk, "Nguyễn Văn An").record;
        must(here.desk->preview_paper(record, "birth_certificate", monday_morning));
        QVERIFY(must(here.desk->load(record)).papers.empty()); // a preview writes nothing
        const auto first =
            must(here.desk->issue_paper(record, "birth_certificate", monday_morning)).token;
        const auto second =
            must(here.desk->issue_paper(record, "birth_extract", monday_morning)).token;
        QCOMPARE(first.size(), std::size_t(24));
        QVERIFY(first != second && !holds(first, record.substr(0, 8)));
        here.sync();
        const auto papers = must(here.desk->load(record)).papers;
        QCOMPARE(papers.size(), std::size_t(2));
        QCOMPARE(text_at(papers[0].get_object(), "token"), std::string_view(first));
        QCOMPARE(text_at(papers[1].get_object(), "number"), std::string_view("01/2026/TLKS-BS"));
    }
};

QTEST_GUILESS_MAIN(NumbersTest)
#include "numbers_test.moc"
