// The books as one turns their leaves: by entry, number, volume, year and name; what is copied of a
// list.
#include "common/register/book_stretch.h"
#include "common/register/desk_books.h"
#include "common/register/reading_log.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/registers/record_list.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QTextBrowser>

using namespace hotich;
using namespace hotich::test;

namespace {

/// As many entries as asked after the first one, in rows of the table only: a list needs no more.
result<bool> thicken(desk_register& desk, int year, int entries)
{
    auto& db = desk.connection();
    TRY(auto transaction, write_transaction::begin(db));
    for (int number = 2; number <= entries; ++number) {
        TRY([[maybe_unused]] const auto added,
            db.execute(
                "INSERT INTO record (office, record, event, state, book, year, reg_no, reg_date, "
                "title, words, folded) SELECT office, 'copy-' || $1 || '-' || $2, event, "
                "'registered', book, $1, $2, reg_date, title || ' ' || $2, words, folded FROM "
                "record WHERE reg_no = 1 AND year = 2026 LIMIT 1",
                {std::int64_t(year), std::int64_t(number)}
            ));
    }
    TRY_STATUS(transaction.commit());
    return true;
}

struct open_book_page
{
    explicit open_book_page(int entries)
    {
        at.begin_work();
        at.ask([this](desk_register& desk) -> result<bool> {
            TRY([[maybe_unused]] const auto outcome,
                desk.register_event(
                    *desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
                ));
            TRY([[maybe_unused]] const auto sent, synchronise(desk, at.hub));
            return true;
        });
        at.ask([entries](desk_register& desk) { return thicken(desk, 2026, entries); });
        press(Qt::Key_F4);
        list = at.window->current()->findChild<record_list*>();
        wait_for_number(1);
    }

    [[nodiscard]] int number() const
    {
        const auto* line = list->selected();
        return line == nullptr ? 0 : line->number->reg_no;
    }

    void wait_for_number(int wanted)
    {
        at.wait_for([this, wanted] { return number() == wanted; });
    }

    void type_into(const QString& name, const QString& text)
    {
        for (auto* line : at.window->current()->findChildren<entry_line*>())
            if (line->accessibleName() == name) line->setFocus(Qt::TabFocusReason);
        type(text);
        press(Qt::Key_Return);
    }

    workbench at;
    record_list* list = nullptr;
};

} // namespace

class BookTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void one_turns_leaf_by_leaf_and_goes_to_a_number_by_typing_it()
    {
        open_book_page book(250);
        QCOMPARE(book.list->lines().size(), entries_of_stretch);
        press(Qt::Key_Down);
        QCOMPARE(book.number(), 2);
        book.type_into("Số", "100");
        book.wait_for_number(100);
        QVERIFY(book.list->hasFocus());
        press(Qt::Key_Up); // before the first line that is shown
        book.wait_for_number(99);
        press(Qt::Key_Down, Qt::ControlModifier); // beyond the last one
        book.wait_for_number(100);
        press(Qt::Key_End, Qt::ControlModifier);
        book.wait_for_number(250);
        press(Qt::Key_Home, Qt::ControlModifier);
        book.wait_for_number(1);
        book.type_into("Số", "9999"); // there is no such number: the book's end
        book.at.wait_for([&book] { return book.list->lines().back().number->reg_no == 250; });
    }

    void a_number_typed_on_the_list_goes_there_and_a_name_is_looked_for()
    {
        open_book_page book(250);
        type("180");
        press(Qt::Key_Return);
        book.wait_for_number(180);
        QVERIFY(book.list->hasFocus());
        type("ng");
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), "ng");
    }

    void the_entry_stands_beside_the_list_and_its_opening_is_noted()
    {
        open_book_page book(3);
        const auto* entry = book.at.window->current()->findChild<QTextBrowser*>();
        book.at.wait_for([entry] { return entry->toPlainText().contains("01/2026"); });
        QVERIFY(entry->toPlainText().contains(to_qt(text_at(lawful_birth(), "child.full_name"))));
        const auto record = book.list->selected()->record;
        const auto noted =
            book.at.ask([&record](desk_register& desk) { return readings(desk, record, 5); });
        QCOMPARE(noted.size(), std::size_t(1));
        QCOMPARE(noted.front().act, std::string(reading_act::opened));
    }

    void one_goes_to_a_volume_and_to_another_year()
    {
        open_book_page book(120);
        book.at.ask([](desk_register& desk) { return thicken(desk, 2025, 40); });
        book.at.ask([&book](desk_register& desk) -> result<bool> {
            TRY_STATUS(open_next_volume(desk, "BIRTH", 2026, monday_morning));
            TRY([[maybe_unused]] const auto decided, synchronise(desk, book.at.hub));
            TRY([[maybe_unused]] const auto changed,
                desk.connection().execute(
                    "UPDATE register_book SET first_no = 60 WHERE volume = 2", {}
                ));
            return changed == 1;
        });
        book.at.window->current()->refresh();
        QTest::qWait(100);
        book.type_into("Quyển", "2");
        book.wait_for_number(60);
        book.type_into("Số", "12/2025");
        book.wait_for_number(12);
        QCOMPARE(book.list->selected()->number->year, 2025);
    }

    void a_name_is_found_in_this_book()
    {
        open_book_page book(30);
        book.type_into("Tên người trong sổ này", "bao gia");
        book.at.wait_for([&book] { return book.list->lines().size() == 1; });
        book.type_into("Tên người trong sổ này", "khongcoai");
        book.at.wait_for([&book] { return book.list->lines().empty(); });
    }

    void the_last_leaf_of_a_thick_book_opens_as_fast_as_the_first()
    {
        open_book_page book(30'000);
        const auto time_of = [&book](auto read) {
            return book.at.ask([read](desk_register& desk) -> result<qint64> {
                QElapsedTimer timer;
                timer.start();
                for (int i = 0; i < 20; ++i) {
                    TRY([[maybe_unused]] const auto stretch, read(desk));
                }
                return timer.nsecsElapsed() / 20'000;
            });
        };
        const book_of_year birth{"BIRTH", 2026};
        const auto first =
            time_of([birth](desk_register& desk) { return stretch_from(desk, birth, 1); });
        const auto middle =
            time_of([birth](desk_register& desk) { return stretch_from(desk, birth, 15'000); });
        const auto last =
            time_of([birth](desk_register& desk) { return last_stretch(desk, birth); });
        qInfo("100 of 30,000 entries: first %lld, middle %lld, last %lld µs", first, middle, last);
        QVERIFY(middle < 10 * first + 1000);
        QVERIFY(last < 10 * first + 1000);
    }

    void a_copied_list_is_a_table_for_a_spreadsheet()
    {
        open_book_page book(3);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        const auto* copied = QApplication::clipboard()->mimeData();
        const auto rows = copied->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0].split('\t').front(), QString("Số"));
        QCOMPARE(rows[1].split('\t').front(), QString("01/2026"));
        QCOMPARE(rows[3].split('\t').front(), QString("03/2026"));
        // A spreadsheet that takes the table keeps "01/2026" a text.
        QVERIFY(copied->html().contains("mso-number-format"));
    }
};

QTEST_MAIN(BookTest)
#include "book_test.moc"
