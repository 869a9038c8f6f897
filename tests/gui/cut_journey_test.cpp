// Journeys of a clerk that are cut short: the power goes in the middle of a form, before an entry
// is sent, while the answer is on its way, between the printer and the question. A new window over
// the same register goes on; nothing that was kept is lost, and nothing is there twice.
#include "common/register/begun_reception.h"
#include "common/register/desk_dossiers.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/came_out_box.h"
#include "desktop/registers/plain_table.h"
#include "desktop/registers/preview_page.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/reception_page.h"
#include "desktop/registers/record_list.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QLineEdit>
#include <QPrinter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr auto is_registered = record_state::registered;

std::vector<draft> drafts(workbench& at)
{
    return at.ask([](desk_register& desk) { return desk.drafts(); });
}

/// A draft with this text in the field is on the disk.
void wait_for_draft(workbench& at, const char* path, const QString& text)
{
    at.wait_for([&] {
        const auto kept = drafts(at);
        return !kept.empty() && to_qt(text_at(kept.front().data, path)) == text;
    });
}

form_view* go_on_with_draft(workbench& at)
{
    press(Qt::Key_F7);
    const auto* list = at.window->current()->findChild<QTableWidget*>();
    at.wait_for([list] { return list->rowCount() == 1 && list->hasFocus(); });
    press(Qt::Key_Return);
    at.wait_for([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
    return at.form();
}

void fill_the_rest(form_view* form)
{
    std::vector<field_value> rest;
    const auto& event = form->session().event();
    const auto example = lawful_birth();
    for (const auto& field : event.fields) {
        const auto* value = find_path(example, field.path);
        if (value != nullptr && !is_known(form->session().state().typed(), field.path))
            rest.push_back({field.path, *value});
    }
    form->session().set_together(rest);
}

/// Ctrl+S twice; the answer of the register is not waited for.
void register_form(workbench& at)
{
    press(Qt::Key_S, Qt::ControlModifier);
    const auto* stages = at.form()->findChild<QStackedWidget*>();
    at.wait_for([stages] { return stages->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier);
}

void type_and_register_birth(workbench& at)
{
    fill_the_rest(at.open_form());
    register_form(at);
}

std::size_t records_at_hub(workbench& at)
{
    return must(at.hub.db->query("SELECT record FROM record")).size();
}

void send_everything(workbench& at)
{
    at.to_hub.meet(line_fate::whole);
    press(Qt::Key_F5);
    at.wait_for([&at] {
        return at.ask([](desk_register& desk) { return desk.overview(); }).unsent == 0;
    });
}

/// One entry with the number 1 here and on the server, and nothing more of it anywhere.
void compare_one_entry(workbench& at)
{
    const auto here = at.in_state(is_registered);
    QCOMPARE(here.size(), std::size_t(1));
    QVERIFY(here.front().number.has_value());
    QCOMPARE(here.front().number->reg_no, 1);
    const auto there = must(at.hub.db->query("SELECT record, reg_no FROM record"));
    QCOMPARE(there.size(), std::size_t(1));
    QCOMPARE(there.front().text(0), here.front().record);
    QCOMPARE(there.front().integer(1), 1);
    const auto all = at.ask([](desk_register& desk) { return desk.overview(); });
    QCOMPARE(all.unsent + all.pending + all.held + all.rejected + all.drafts, 0);
}

void synchronise_until_registered(workbench& at)
{
    send_everything(at);
    QCOMPARE(at.in_state(is_registered).size(), std::size_t(1));
    press(Qt::Key_F5); // once more changes nothing
    at.settle();
}

plain_table* papers_list(workbench& at)
{
    press(Qt::Key_G, Qt::ControlModifier);
    auto* list = at.window->current()->findChild<plain_table*>();
    at.wait_for([list] { return list->rowCount() == 1 && list->hasFocus(); });
    return list;
}

/// The same birth comes from another PC of the office first, so that the server holds this one.
void make_held_birth(workbench& at)
{
    const auto other = enrolled_desk(at.hub, "00004", at.chance);
    auto data = lawful_birth();
    data.erase("gcs_code");
    data.erase("gcs_date");
    const auto register_at = [&data](desk_register& desk) {
        return desk.register_event(
            *desk.known().find_event("birth"), {data, {}, "", ""}, monday_morning
        );
    };
    must(register_at(*other));
    must(synchronise(*other, at.hub));
    at.ask(register_at);
    press(Qt::Key_F5);
    at.wait_for([&at] { return at.in_state(record_state::held).size() == 1; });
}

void open_what_needs_attention(workbench& at)
{
    press(Qt::Key_F6);
    auto* list = at.window->current()->findChild<record_list*>();
    at.wait_for([list] { return list->lines().size() == 1; });
    press(Qt::Key_Return);
    at.wait_for_button("Sửa và gửi lại");
}

reception_page* open_reception(workbench& at)
{
    at.window->open_reception();
    return qobject_cast<reception_page*>(at.window->current());
}

void type_reception(workbench& at)
{
    open_reception(at);
    type("khai sinh");
    press(Qt::Key_Return);
    type("Trần Gia Bảo");
    press(Qt::Key_Return);
    type("Trần Văn Bố");
    press(Qt::Key_Return);
    type("cha");
    press(Qt::Key_Return);
}

} // namespace

class cut_journey_test : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void a_form_that_is_cut_goes_on_from_its_draft()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        at.open_form()->go_to_field("child.full_name");
        type("Đỗ Quang Huy");
        press(Qt::Key_Return);
        wait_for_draft(at, "child.full_name", "Đỗ Quang Huy");
        at.form()->go_to_field("mother.full_name");
        type("Lê Thị Mẹ");
        wait_for_draft(at, "mother.full_name", "Lê Thị Mẹ");
        const auto kept = drafts(at).front();
        at.form()->go_to_field("father.full_name");
        type("Đỗ Văn"); // faster than the draft is written
        at.cut();
        QCOMPARE(drafts(at).size(), std::size_t(1));
        auto* form = go_on_with_draft(at);
        QCOMPARE(to_text(form->session().state().typed()), to_text(kept.data));
        form->go_to_field("father.full_name");
        type("Đỗ Văn Cha");
        wait_for_draft(at, "father.full_name", "Đỗ Văn Cha");
        at.cut(); // it happens twice
        QCOMPARE(drafts(at).size(), std::size_t(1));
        fill_the_rest(go_on_with_draft(at));
        register_form(at);
        synchronise_until_registered(at);
        QCOMPARE(to_qt(at.in_state(is_registered).front().title), "Đỗ Quang Huy");
        compare_one_entry(at);
    }

    void an_entry_that_was_not_sent_gets_its_number_when_the_line_is_back()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        at.to_hub.meet(line_fate::down);
        type_and_register_birth(at);
        at.cut(); // before the window has heard that it is registered
        QCOMPARE(drafts(at).size(), std::size_t(0));
        QCOMPARE(at.in_state(record_state::pending).size(), std::size_t(1));
        press(Qt::Key_F5); // in vain
        at.settle();
        QCOMPARE(at.in_state(record_state::pending).size(), std::size_t(1));
        synchronise_until_registered(at);
        compare_one_entry(at);
    }

    void an_answer_that_was_lost_is_asked_for_again()
    {
        for (const bool is_cut : {false, true}) {
            workbench at({}, workbench::purpose::journey);
            at.begin_work();
            at.to_hub.meet(line_fate::answer_is_lost);
            type_and_register_birth(at);
            at.wait_for([&at] { return records_at_hub(at) == 1; });
            QCOMPARE(at.in_state(record_state::pending).size(), std::size_t(1));
            if (is_cut) at.cut();
            press(Qt::Key_F5); // it is lost once more
            at.settle();
            QCOMPARE(at.in_state(record_state::pending).size(), std::size_t(1));
            synchronise_until_registered(at);
            compare_one_entry(at);
        }
    }

    void whether_a_sheet_came_out_is_still_asked()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        type_and_register_birth(at);
        at.wait_for([&at] { return at.in_state(is_registered).size() == 1; });
        const auto born = at.in_state(is_registered).front().record;
        at.window->open_paper(to_qt(born), "birth_certificate");
        auto* page = qobject_cast<preview_page*>(at.window->current());
        at.wait_for([page] { return page->has_paper(); });
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFileName(at.folder.filePath("paper.pdf"));
        page->print_on(printer);
        at.wait_for([page] { return page->findChild<came_out_box*>()->is_open(); });
        at.to_hub.meet(line_fate::answer_is_lost);
        at.cut();
        auto* list = papers_list(at);
        press(Qt::Key_Return);
        press(Qt::Key_Return); // it came out well
        at.wait_for([list] { return list->item(0, 0)->text().contains("chờ ký"); });
        at.cut(); // and the answer of the server did not come
        list = papers_list(at);
        QVERIFY(list->item(0, 0)->text().contains("chờ ký"));
        send_everything(at);
        const auto papers = at.ask([&](desk_register& desk) { return desk.load(born); }).papers;
        QCOMPARE(papers.size(), std::size_t(1));
        QCOMPARE(paper_state_of(papers.front().get_object()), paper_state::came_out);
        at.window->open_paper(to_qt(born), "birth_certificate"); // the original is given once
        at.wait_for([&at] {
            return all_labels(at.window.get()).contains("Bản chính chỉ cấp một lần");
        });
    }

    void what_was_typed_of_a_dossier_is_there_again_and_received_once()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        type_reception(at);
        at.wait_for([&at] {
            const auto kept =
                at.ask([](desk_register& desk) { return begin_reception(desk, monday_morning); });
            return text_at(kept.typed, "relation") == "FATHER";
        });
        at.cut();
        auto* page = open_reception(at);
        const auto lines = page->findChildren<QLineEdit*>();
        at.wait_for([&lines] { return lines[2]->text() == "Trần Văn Bố"; });
        QCOMPARE(lines[1]->text(), "Trần Gia Bảo");
        at.to_hub.meet(line_fate::answer_is_lost);
        press(Qt::Key_S, Qt::ControlModifier);
        press(Qt::Key_S, Qt::ControlModifier); // a hasty finger
        at.cut();
        QCOMPARE(at.in_state(record_state::received).size(), std::size_t(1));
        page = open_reception(at);
        at.settle();
        QCOMPARE(page->findChildren<QLineEdit*>()[2]->text(), QString());
        send_everything(at);
        QCOMPARE(records_at_hub(at), std::size_t(1));
    }

    void a_dossiers_form_that_is_cut_goes_on_from_the_dossier()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        const auto dossier = at.ask([](desk_register& desk) {
            return receive_dossier(
                desk,
                *desk.known().find_event("birth"),
                {{{"requester", {{"full_name", "Trần Văn Bố"}, {"relation", "FATHER"}}}}, "1", {}},
                monday_morning
            );
        });
        at.window->open_dossier(dossier);
        at.wait_for([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
        at.form()->go_to_field("child.full_name");
        type("Nguyễn Quang Huy");
        wait_for_draft(at, "child.full_name", "Nguyễn Quang Huy");
        at.cut();
        at.window->open_dossier(dossier); // not from the drafts
        at.wait_for([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
        QCOMPARE(
            to_qt(text_at(at.form()->session().state().typed(), "child.full_name")),
            "Nguyễn Quang Huy"
        );
        fill_the_rest(at.form());
        register_form(at);
        synchronise_until_registered(at);
        QCOMPARE(at.in_state(is_registered).front().record, dossier);
        compare_one_entry(at);
    }

    void what_needs_attention_waits_until_it_is_answered()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        make_held_birth(at);
        const auto held = at.in_state(record_state::held).front().record;
        const auto answer = [&at](const char* reason) {
            open_what_needs_attention(at);
            press(Qt::Key_Tab);
            press(Qt::Key_Space);
            const auto* why = at.window->current()->findChild<question_box*>();
            at.wait_for([why] { return why->is_open(); });
            type(reason);
        };
        answer("Hai trẻ");
        at.cut(); // in the middle of the sentence
        QCOMPARE(at.in_state(record_state::held).size(), std::size_t(1));
        answer("Hai trẻ khác nhau");
        at.to_hub.meet(line_fate::answer_is_lost);
        press(Qt::Key_Return);
        at.cut();
        QCOMPARE(at.ask([](desk_register& desk) { return desk.overview(); }).unsent, 1);
        answer("Hai trẻ khác nhau"); // it looks as if it waited still
        press(Qt::Key_Return);
        send_everything(at);
        QCOMPARE(at.in_state(is_registered).size(), std::size_t(2));
        const auto entry = at.ask([&held](desk_register& desk) { return desk.load(held); });
        QCOMPARE(entry.number->reg_no, 2); // the other PC's is 1
        QCOMPARE(must(at.hub.db->query("SELECT reg_no FROM record")).size(), std::size_t(2));
    }

    void a_correction_that_is_cut_is_gone_on_with_from_where_it_began()
    {
        workbench at({}, workbench::purpose::journey);
        at.begin_work();
        make_held_birth(at);
        const auto held = at.in_state(record_state::held).front().record;
        const auto begin = [&at] {
            open_what_needs_attention(at);
            press(Qt::Key_Space); // correct and send again
            at.wait_for([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
            at.form()->go_to_field("child.full_name");
        };
        begin();
        type("Nguyễn Quang Huy");
        wait_for_draft(at, "child.full_name", "Nguyễn Quang Huy");
        at.cut();
        begin();
        QCOMPARE(
            to_qt(text_at(at.form()->session().state().typed(), "child.full_name")),
            "Nguyễn Quang Huy"
        );
        register_form(at);
        at.wait_for([&at] { return at.in_state(is_registered).size() == 2; });
        QCOMPARE(drafts(at).size(), std::size_t(0));
        const auto sent = at.ask([&held](desk_register& desk) { return desk.load(held); });
        QCOMPARE(to_qt(text_at(sent.data, "child.full_name")), "Nguyễn Quang Huy");
        QCOMPARE(sent.number->reg_no, 2);
    }
};

QTEST_MAIN(cut_journey_test)
#include "cut_journey_test.moc"
