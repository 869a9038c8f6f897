// Every event by the same window: chosen, listed, noted on an entry, confirmed by another office;
// with make-believe events that no C++ knows.
#include "desktop/app/qt_text.h"
#include "desktop/forms/list_editor.h"
#include "desktop/registers/preview_page.h"
#include "desktop/registers/record_list.h"
#include "desktop/registers/record_page.h"
#include "desktop/shell/event_choice_page.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QTextBrowser>

using namespace hotich;
using namespace hotich::test;

namespace {

const event_definition& event_of(const workbench& at, const char* name)
{
    return *at.place.known.find_event(name);
}

list_editor& list_in(workbench& at, const char* path)
{
    return *qobject_cast<list_editor*>(&at.form()->row_of(path)->editor());
}

void wait_for_stage(workbench& at, int stage)
{
    at.wait_for([&at, stage] {
        return at.form() != nullptr
            && at.form()->findChild<QStackedWidget*>()->currentIndex() == stage;
    });
}

void paste(const QString& copied)
{
    QApplication::clipboard()->setText(copied);
    press(Qt::Key_V, Qt::ControlModifier);
}

std::string register_boat(workbench& at)
{
    return at.ask([&at](desk_register& desk) -> result<std::string> {
        const auto& event = event_of(at, "boat_naming");
        TRY(const auto made,
            desk.register_event(event, {event.example, {}, "", ""}, monday_morning));
        must(synchronise(desk, at.hub));
        return made.record;
    });
}

json::object current_of(workbench& at, const std::string& record_id)
{
    return current_data(at.ask([&record_id](desk_register& desk) { return desk.load(record_id); }));
}

/// Another commune notes a new name on a boat of this one.
void rename_from_another_office(workbench& at, const std::string& record_id)
{
    at.ask([&at, record_id](desk_register& own) -> result<bool> {
        must(at.hub.service.put_office(office_of("00025"), monday_morning));
        auto other = enrolled_desk(at.hub, "00025", at.chance);
        auto data = event_of(at, "boat_renaming").example;
        set_path(data, "target.office_code", "00004");
        set_path(data, "target.record", json::value(record_id));
        set_path(data, "target.date", "2026-11-23");
        data["items"] = json::array{json::object{
            {"field_id", "boat.full_name"}, {"old_value", "Hải Âu"}, {"new_value", "Sóng Xanh"}}};
        const auto made = must(
            other->register_event(event_of(at, "boat_renaming"), {data, {}, "", ""}, monday_morning)
        );
        if (!made.is_stored()) qFatal("the renaming is not lawful");
        must(synchronise(*other, at.hub));
        must(synchronise(own, at.hub));
        return true;
    });
}

} // namespace

class events_test : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void an_event_is_chosen_by_a_few_letters_and_remembered();
    void a_list_is_filled_with_the_keyboard_alone();
    void a_cell_that_is_left_shows_how_its_text_begins();
    void a_finding_of_a_cell_names_its_row();
    void cells_of_a_spreadsheet_become_rows_that_one_step_takes_back();
    void a_table_that_does_not_fit_is_not_pasted();
    void cells_are_understood_as_they_would_be_typed();
    void an_entry_is_renamed_by_an_event_nobody_programmed();
    void a_notice_of_another_office_is_confirmed();
};

void events_test::initTestCase() { start_program(); }

void events_test::an_event_is_chosen_by_a_few_letters_and_remembered()
{
    workbench at;
    at.begin_work();
    press(Qt::Key_N, Qt::ControlModifier);
    at.wait_for([&at] { return qobject_cast<event_choice_page*>(at.window->current()) != nullptr; }
    );
    type("ket hon");
    press(Qt::Key_Return);
    at.wait_for([&at] { return at.form() != nullptr; });
    QCOMPARE(to_qt(at.form()->session().event().event), "marriage");
    press(Qt::Key_Escape);
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return);
    at.wait_for([&at] { return at.form() != nullptr; });
    QCOMPARE(to_qt(at.form()->session().event().event), "marriage");
}

void events_test::a_list_is_filled_with_the_keyboard_alone()
{
    workbench at;
    at.begin_work();
    at.window->open_form(event_of(at, "boat_naming"));
    at.wait_for([&at] { return !at.focused_field().empty(); });
    at.form()->go_to_field("crew");
    type("Phan Văn Chài");
    press(Qt::Key_Return);
    type("2026");
    press(Qt::Key_Return); // a new row
    type("Ngô Thị Biển");
    QCOMPARE(list_in(at, "crew").row_count(), 2);
    press(Qt::Key_Insert);
    type("Đỗ Văn Lưới");
    QCOMPARE(list_in(at, "crew").row_count(), 3);
    press(Qt::Key_Delete, Qt::AltModifier);
    QCOMPARE(list_in(at, "crew").row_count(), 2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(list_in(at, "crew").row_count(), 3);
    press(Qt::Key_Return); // an empty row leads out
    QCOMPARE(at.focused_field(), "owner.full_name");
    const auto typed = at.form()->session().state().to_send();
    QCOMPARE(typed.at("crew").as_array().size(), std::size_t(2));
    QCOMPARE(to_qt(text_at(typed, "crew.0.since")), "2026");
    QCOMPARE(to_qt(text_at(typed, "crew.1.name")), "Ngô Thị Biển");
}

void events_test::a_cell_that_is_left_shows_how_its_text_begins()
{
    workbench at;
    at.begin_work();
    at.window->open_form(event_of(at, "boat_naming"));
    at.wait_for([&at] { return !at.focused_field().empty(); });
    at.form()->go_to_field("crew");
    const auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    type("Phan Văn Chài");
    press(Qt::Key_Return);
    QVERIFY(!name->hasFocus());
    QCOMPARE(name->cursorPosition(), 0);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(name->selectedText(), "Phan Văn Chài"); // typing replaces it, as before
    press(Qt::Key_Return);
    QCOMPARE(name->cursorPosition(), 0);
    QVERIFY(!name->hasSelectedText());
}

void events_test::a_finding_of_a_cell_names_its_row()
{
    workbench at;
    at.begin_work();
    at.window->open_form(event_of(at, "boat_naming"));
    at.wait_for([&at] { return !at.focused_field().empty(); });
    at.form()->go_to_field("crew");
    press(Qt::Key_Insert);
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("2026"); // somebody without a name
    at.form()->go_to_field("owner.full_name");
    at.wait_for([&at] { return !at.findings_at("crew").empty(); });
    QCOMPARE(to_qt(at.findings_at("crew").front().field), "crew.0.name");
    at.form()->go_to_field("crew.0.name");
    type("Phan Văn Chài");
    at.wait_for([&at] { return at.findings_at("crew").empty(); });
}

void events_test::cells_of_a_spreadsheet_become_rows_that_one_step_takes_back()
{
    workbench at;
    at.begin_work();
    at.window->open_form(event_of(at, "boat_naming"));
    at.wait_for([&at] { return !at.focused_field().empty(); });
    at.form()->go_to_field("crew");
    paste("Phan Văn Chài"); // one text is the cell's own
    QCOMPARE(list_in(at, "crew").row_count(), 1);
    const auto names_of_columns = QString("họ tên\tLên tàu từ\r\n");
    const auto people = QString("Ngô Thị Biển\t03/02/2026\r\n\t\r\n"
                                "\"Đỗ  Văn\nLưới\"\t2025\r\n\"Bảy\" Sóng\t31/31/2026\r\n");
    paste((names_of_columns + people).normalized(QString::NormalizationForm_D));
    const auto rows = [&at] {
        return at.form()->session().state().to_send().at("crew").as_array();
    };
    QCOMPARE(rows().size(), std::size_t(4));
    const auto text = [&rows](std::size_t row, const char* column) {
        return to_qt(text_at(rows()[row].get_object(), column));
    };
    QCOMPARE(text(0, "name"), "Phan Văn Chài");
    QCOMPARE(text(1, "name"), "Ngô Thị Biển");
    QCOMPARE(text(1, "since"), "2026-02-03");
    QCOMPARE(text(2, "name"), "Đỗ Văn Lưới");
    QCOMPARE(text(2, "since"), "2025");
    QCOMPARE(text(3, "since"), "31/31/2026"); // what is no date stays, and the check says so
    at.wait_for([&at] { return !at.findings_at("crew").empty(); });
    QCOMPARE(to_qt(at.findings_at("crew").front().field), "crew.3.since");
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rows().size(), std::size_t(1));
    QCOMPARE(text(0, "name"), "Phan Văn Chài");
    QCOMPARE(list_in(at, "crew").row_count(), 1);
    QCOMPARE(at.focused_field(), "crew");
}

void events_test::a_table_that_does_not_fit_is_not_pasted()
{
    workbench at;
    at.begin_work();
    at.window->open_form(event_of(at, "boat_naming"));
    at.wait_for([&at] { return !at.focused_field().empty(); });
    at.form()->go_to_field("crew");
    const auto is_told = [&at](const char* words) {
        return !at.form()->session().state().to_send().contains("crew")
            && all_labels(at.window.get()).contains(words);
    };
    paste(QString("Phan Văn Chài\n").repeated(max_list_rows + 1));
    QVERIFY(is_told("danh sách chỉ nhận 20 dòng"));
    paste("Phan Văn Chài\t2026\tthuyền trưởng");
    QVERIFY(is_told("danh sách chỉ có 2 cột"));
    paste(QString("Phan Văn Chài\n").repeated(max_list_rows));
    QCOMPARE(list_in(at, "crew").row_count(), max_list_rows);
    QVERIFY(!all_labels(at.window.get()).contains("Chưa dán gì"));
}

/// The papers of a dossier: a text, a code by its label or itself, a box that is ticked.
void events_test::cells_are_understood_as_they_would_be_typed()
{
    workbench at;
    at.begin_work();
    at.window->open_reception();
    auto* papers = at.window->current()->findChild<list_editor*>();
    papers->first_part()->setFocus();
    paste("Giấy chứng sinh\tban sao\tx\nHộ chiếu\t0\tKhông\nSổ\tmột tờ rời\t");
    QCOMPARE(to_qt(to_text(papers->value())), to_qt(to_text(must(parse_json(R"([
            {"name": "Giấy chứng sinh", "kind": "1", "compared": true},
            {"name": "Hộ chiếu", "kind": "0"},
            {"name": "Sổ", "kind": "một tờ rời"}])")))));
    paste("Hộ khẩu\t0\tcó lẽ");
    QCOMPARE(papers->row_count(), 3);
    QVERIFY(all_labels(at.window.get()).contains("“có lẽ” không phải là có hay không"));
}

void events_test::an_entry_is_renamed_by_an_event_nobody_programmed()
{
    workbench at;
    at.begin_work();
    const auto boat = register_boat(at);
    at.window->open_note(event_of(at, "boat_renaming"), boat);
    at.wait_for([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
    auto& session = at.form()->session();
    QCOMPARE(to_qt(text_at(session.state().shown(), "target.record")), to_qt(boat));
    QCOMPARE(to_qt(text_at(session.state().shown(), "target.no")), "01/2026");
    QCOMPARE(to_qt(text_at(session.state().shown(), "boat.full_name")), "Hải Âu");
    at.form()->go_to_field("items");
    auto& items = list_in(at, "items");
    at.ask([](desk_register&) -> result<bool> { return true; }); // what the entry says is here now
    type("ten thuyen");
    press(Qt::Key_Return);
    QCOMPARE(items.cell(0, "field_id").value(), json::value("boat.full_name"));
    QCOMPARE(items.cell(0, "old_value").value(), json::value("Hải Âu"));
    // The same by a table: the label is understood, the old value follows.
    press(Qt::Key_Delete, Qt::AltModifier);
    paste("Tên thuyền\t\tSóng");
    QCOMPARE(items.row_count(), 1);
    QCOMPARE(items.cell(0, "field_id").value(), json::value("boat.full_name"));
    QCOMPARE(items.cell(0, "old_value").value(), json::value("Hải Âu"));
    QCOMPARE(items.cell(0, "new_value").value(), json::value("Sóng"));
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    type("Sóng Xanh");
    session.set("ground.reason", "Thuyền đổi chủ");
    session.set("ground.doc_kind", "Đơn của chủ thuyền");
    session.set("owner.full_name", "Đỗ Văn Lưới");
    press(Qt::Key_S, Qt::ControlModifier);
    wait_for_stage(at, 1);
    press(Qt::Key_S, Qt::ControlModifier);
    wait_for_stage(at, 2);
    at.ask([&at](desk_register& desk) -> result<bool> {
        must(synchronise(desk, at.hub));
        return true;
    });
    QCOMPARE(to_qt(text_at(current_of(at, boat), "boat.full_name")), "Sóng Xanh");
    at.window->open_record(to_qt(boat));
    at.wait_for([&at] { return all_labels(at.window.get()).contains("Sóng Xanh"); });
    const auto values = at.window->current()->findChild<QTextBrowser*>()->toPlainText();
    QVERIFY(values.contains("Sóng Xanh") && values.contains("Hải Âu"));
    press(Qt::Key_P, Qt::ControlModifier);
    at.wait_for([&at] {
        const auto* preview = qobject_cast<preview_page*>(at.window->current());
        return preview != nullptr && preview->has_paper();
    });
}

void events_test::a_notice_of_another_office_is_confirmed()
{
    workbench at;
    at.begin_work();
    const auto boat = register_boat(at);
    rename_from_another_office(at, boat);
    QCOMPARE(to_qt(text_at(current_of(at, boat), "boat.full_name")), "Hải Âu");
    press(Qt::Key_F10);
    auto* list = at.window->current()->findChild<record_list*>();
    at.wait_for([list] { return list->lines().size() == 1; });
    press(Qt::Key_Return);
    at.wait_for([&at] {
        return at.window->current()->findChild<QPushButton*>("confirm") != nullptr;
    });
    at.window->current()->findChild<QPushButton*>("confirm")->click();
    at.wait_for([&at] {
        return at.window->current()->findChild<QPushButton*>("confirm") == nullptr;
    });
    at.ask([&at](desk_register& desk) -> result<bool> {
        must(synchronise(desk, at.hub));
        return true;
    });
    QCOMPARE(to_qt(text_at(current_of(at, boat), "boat.full_name")), "Sóng Xanh");
}

QTEST_MAIN(events_test)
#include "events_test.moc"
