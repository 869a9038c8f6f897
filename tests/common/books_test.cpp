// Books of a year: opened after a paper number, volumes, one sequence for events that share a book,
// void numbers, closed with totals (Luật Hộ tịch Đ58; NĐ 123/2015 Đ11; TT 04/2020 Đ29).
#include "common/papers/book_table.h"
#include "common/register/desk_books.h"
#include "tests/support/births.h"
#include "tests/support/events.h"
#include "tests/support/papers.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
constexpr instant after_new_year{monday_morning.ms + 45 * day_ms}; ///< 07/01/2027

struct office
{
    office() : random(3), desk(enrolled_desk(at, "00004", random)) {}

    void sync(instant now = monday_morning) { (void)must(synchronise(*desk, at, now)); }

    record registered(const std::string& event, json::object data, instant now = monday_morning)
    {
        const auto outcome = register_of(*desk, event, std::move(data), now);
        if (!outcome.is_stored()) qFatal("%s", as_text(outcome.findings).c_str());
        sync(now);
        return must(desk->load(outcome.record));
    }

    record birth(const std::string& name) { return registered("birth", birth_of(name)); }

    server at;
    seeded_random random;
    std::unique_ptr<desk_register> desk;
};

std::string refusal(const status& acted) { return acted ? "done" : acted.error().detail; }

} // namespace

class BooksTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void an_office_that_starts_mid_year_goes_on_after_its_paper_number()
    {
        office here;
        QCOMPARE(
            refusal(open_book(*here.desk, "BIRTH", 2026, 36, monday_morning)), std::string("done")
        );
        here.sync();
        QCOMPARE(to_display(*here.birth("Nguyễn Văn An").number), std::string("37/2026"));
        QCOMPARE(must(count_book(*here.desk, "BIRTH", 2026)).gaps.size(), std::size_t(0));
    }

    void numbering_cannot_jump_back()
    {
        office here;
        for (const auto* name : {"Nguyễn Văn An", "Nguyễn Văn Bình"})
            here.birth(name);
        must(open_book(*here.desk, "BIRTH", 2026, 0, monday_morning));
        here.sync();
        QCOMPARE(to_display(*here.birth("Nguyễn Văn Ba").number), std::string("03/2026"));
        QVERIFY(must(volumes_of_book(*here.desk, "BIRTH", 2026)).empty());
    }

    void a_new_volume_continues_the_numbers()
    {
        office here;
        const auto first = here.birth("Nguyễn Văn An");
        must(open_next_volume(*here.desk, "BIRTH", 2026, monday_morning));
        here.sync();
        const auto second = here.birth("Nguyễn Văn Bình");
        const auto volumes = must(volumes_of_book(*here.desk, "BIRTH", 2026));
        QCOMPARE(volume_label(volumes, *first.number), std::string("01/2026"));
        QCOMPARE(volume_label(volumes, *second.number), std::string("02/2026"));
        QCOMPARE(second.number->reg_no, 2);
    }

    void events_that_share_a_book_share_its_numbers()
    {
        office here;
        int expected = 0;
        for (const auto* event :
             {"change",
              "correction",
              "supplement",
              "ethnic_redetermination",
              "gender_redetermination"})
            QCOMPARE(here.registered(event, example_of(event)).number->reg_no, ++expected);
    }

    void a_book_with_a_gap_is_not_closed_until_the_gap_is_void()
    {
        office here;
        must(here.desk->request_block("BIRTH", 3, monday_morning));
        here.sync();
        here.birth("Nguyễn Văn An");
        QCOMPARE(
            refusal(close_book(*here.desk, "BIRTH", 2026, {}, after_new_year)),
            std::string("blocks_not_returned")
        );
        must(here.desk->return_block(must(here.desk->blocks()).front().block, monday_morning));
        here.sync();
        QCOMPARE(
            refusal(close_book(*here.desk, "BIRTH", 2026, {}, after_new_year)),
            std::string("book_has_gaps")
        );
        QCOMPARE(must(count_book(*here.desk, "BIRTH", 2026)).gaps, (std::vector<int>{2, 3}));
        for (const int number : {2, 3})
            must(void_number(*here.desk, {"BIRTH", 2026, number}, "bỏ trống trang", after_new_year)
            );
        here.sync(after_new_year);
        QCOMPARE(
            refusal(close_book(*here.desk, "BIRTH", 2026, {}, after_new_year)), std::string("done")
        );
        here.sync(after_new_year);
        const auto volumes = must(volumes_of_book(*here.desk, "BIRTH", 2026));
        QCOMPARE(volumes.back().closed_on, std::string("2027-01-07"));
        QCOMPARE(integer_or(volumes.back().totals, "entries", 0), std::int64_t(1));
    }

    void a_void_number_is_never_given_again()
    {
        office here;
        here.birth("Nguyễn Văn An");
        must(here.desk->request_block("BIRTH", 1, monday_morning));
        here.sync();
        must(here.desk->return_block(must(here.desk->blocks()).front().block, monday_morning));
        here.sync();
        must(void_number(*here.desk, {"BIRTH", 2026, 2}, "hỏng trang", monday_morning));
        here.sync();
        QCOMPARE(here.birth("Nguyễn Văn Bình").number->reg_no, 3);
    }

    void a_closed_book_takes_no_number_but_notes_go_on()
    {
        office here;
        const auto birth = here.birth("Nguyễn Gia Bảo");
        QCOMPARE(
            refusal(close_book(*here.desk, "BIRTH", 2026, {}, monday_morning)),
            std::string("book_year_not_over")
        );
        must(close_book(*here.desk, "BIRTH", 2026, {10, 2, "Chủ tịch", "sáp nhập"}, monday_morning)
        );
        here.sync();
        const auto& event = *real_definitions().find_event("birth");
        const auto refused = here.desk->check(event, birth_of("Trần Văn Mới"), monday_morning);
        QVERIFY(stopping(refused).find("book_closed reg_date") != std::string::npos);
        const auto note = amendment_of(
            "correction",
            birth,
            here.desk->office(),
            {{"child.full_name", "Nguyễn Gia Bảo", "Nguyễn Gia Bách"}}
        );
        here.registered("correction", note);
        QCOMPARE(must(here.desk->load(birth.id)).annotations.size(), std::size_t(1));
    }

    void an_entry_of_an_old_book_keeps_its_number()
    {
        office here;
        auto old = birth_of("Lê Thị Cũ");
        old["historic"] = true;
        old["paper_no"] = "37";
        old["reg_date"] = "2012-05-21";
        set_path(old, "child.birth_date", json::value("2012-05-10"));
        remove_path(old, "child.birth_date_words");
        const auto entry = here.registered("birth", old);
        QCOMPARE(to_display(*entry.number), std::string("37/2012"));
        const auto& event = *real_definitions().find_event("birth");
        const auto again = here.desk->check(event, old, monday_morning);
        QVERIFY(stopping(again).find("paper_no_taken paper_no") != std::string::npos);
    }

    void the_book_is_printed_whole()
    {
        office here;
        here.birth("Nguyễn Văn An");
        std::vector<record> entries{
            must(here.desk->load(must(here.desk->book("BIRTH", 2026)).front().record))};
        entries.resize(30, entries.front());
        const auto count = must(count_book(*here.desk, "BIRTH", 2026));
        const auto pages = book_table(
            {real_definitions(),
             *real_definitions().find_book("BIRTH"),
             here.desk->office(),
             2026,
             entries,
             count,
             {}},
            book_format::a3_landscape,
            half_square_letters()
        );
        QVERIFY(pages.size() > 1);
        int rows = 0;
        for (const auto& page : pages) {
            QCOMPARE(page.width, 42000);
            for (const auto& command : page.fill)
                if (const auto* text = std::get_if<draw_text>(&command)) {
                    QVERIFY(text->y <= page.height - 1000);
                    rows += text->text == "01/2026" ? 1 : 0;
                }
        }
        QCOMPARE(rows, 30);
    }

    void the_day_sheet_tells_entries_and_papers()
    {
        office here;
        const auto birth = here.birth("Nguyễn Văn An");
        must(here.desk->issue_paper(birth.id, "birth_certificate", monday_morning));
        const auto lines = must(day_sheet(*here.desk, {2026, 11, 23}));
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[1].what, std::string("birth_certificate"));
        QCOMPARE(lines[1].by, here.desk->user());
        QVERIFY(!lines[1].by.empty());
        QVERIFY(must(day_sheet(*here.desk, {2026, 11, 24})).empty());
    }
};

QTEST_GUILESS_MAIN(BooksTest)
#include "books_test.moc"
