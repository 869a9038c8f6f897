// What a clerk does all day, done with the keyboard alone.
#include "common/base/text.h"
#include "desktop/app/appearance.h"
#include "desktop/app/language.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"
#include "desktop/registers/record_list.h"
#include "desktop/registers/record_page.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace hotich;
using namespace hotich::test;

namespace
{

/// What is typed into each field of an ordinary birth; a field that is not here keeps its usual value.
const std::map<std::string, QString> ordinary_birth{
    {"child.full_name", "Nguyễn Gia Bảo"},
    {"child.birth_date", "20112026"},
    {"child.gender", "nam"},
    {"child.birth_place", "Bệnh viện Phụ sản Hà Nội"},
    {"child.home_place", "gia vien ninh binh"},
    {"mother.full_name", "Trần Thị Thu Hà"},
    {"mother.birth_date", "14/03/1996"},
    {"mother.pin", "001196012345"},
    {"father.full_name", "Nguyễn Văn Minh"},
    {"father.birth_date", "1993"},
    {"father.pin", "037093004567"},
    {"father.home_place", "gia vien ninh binh"},
    {"requester.full_name", "Nguyễn Văn Minh"},
    {"requester.relation", "cha"},
    {"requester.id_doc.type", "CCCD"},
    {"requester.id_doc.number", "037093004567"},
};

constexpr int most_keys = 200;

/// Types through the form with Enter until the fields end.
void fill_in(workbench& at, std::map<std::string, QString> texts)
{
    for (int keys = 0; keys < most_keys && !at.focused_field().empty(); ++keys) {
        if (auto text = texts.find(at.focused_field()); text != texts.end()) {
            type(text->second);
            texts.erase(text); // the other parts of an address keep what the commune brought
        }
        press(Qt::Key_Return);
    }
}

bool has_rule(const std::vector<finding>& findings, const std::string& rule)
{
    return std::any_of(findings.begin(), findings.end(), [&rule](const auto& item) { return item.rule == rule; });
}

QString all_labels(QWidget* within)
{
    QString text;
    for (const auto* label : within->findChildren<QLabel*>())
        if (label->isVisible()) text += label->text() + "\n";
    return text;
}

} // namespace

class gui_test : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void a_birth_is_registered_with_the_keyboard_alone();
    void enter_goes_to_the_next_field_and_shift_enter_back();
    void dates_are_typed_in_any_of_the_usual_ways_data();
    void dates_are_typed_in_any_of_the_usual_ways();
    void a_finding_appears_beside_its_field_and_goes_when_it_is_mended();
    void an_empty_form_accuses_nobody();
    void the_fathers_page_goes_when_he_is_not_known_and_comes_back_with_its_words();
    void decomposed_letters_of_an_input_method_are_stored_composed();
    void a_commune_is_found_without_accents_and_brings_its_province();
    void a_code_that_is_on_no_list_stays_as_typed_and_is_told();
    void the_day_in_words_follows_the_date_until_somebody_types_it();
    void a_draft_survives_closing();
    void an_event_nobody_programmed_gets_its_form();
    void searching_as_one_types_needs_no_accents();
    void a_second_registration_of_the_same_child_is_shown_and_asks_for_a_reason();
    void a_wrong_password_says_so_and_the_right_one_opens();
    void the_set_up_says_plainly_what_is_missing();
    void a_rejected_record_is_corrected_and_sent_again();
    void work_that_was_asked_before_closing_is_done();
};

void gui_test::initTestCase()
{
    QVERIFY(start_crypto());
    speak(*QCoreApplication::instance(), "vi");
    must(dress(*qApp));
}

void gui_test::a_birth_is_registered_with_the_keyboard_alone()
{
    workbench at;
    at.begin_work();
    press(Qt::Key_F2);
    at.wait_for([&at] { return !at.focused_field().empty(); });
    fill_in(at, ordinary_birth);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 2; });
    const auto lines = at.ask([](desk_register& desk) { return desk.in_state(record_state::pending, 10); });
    QCOMPARE(lines.size(), std::size_t(1));
    const auto stored = at.ask([id = lines.front().record](desk_register& desk) { return desk.load(id); });
    QCOMPARE(to_qt(text_at(stored.data, "child.full_name")), "Nguyễn Gia Bảo");
    QCOMPARE(to_qt(text_at(stored.data, "child.birth_date")), "2026-11-20");
    QCOMPARE(to_qt(text_at(stored.data, "child.gender")), "1");
    QCOMPARE(to_qt(text_at(stored.data, "child.home_place.commune_code")), "14464");
    QCOMPARE(to_qt(text_at(stored.data, "father.birth_date")), "1993");
    QCOMPARE(to_qt(text_at(stored.data, "father.residence.commune_code")), "00004");
    QCOMPARE(to_qt(text_at(stored.data, "reg_date")), "2026-11-23");
    QCOMPARE(at.ask([](desk_register& desk) { return desk.drafts(); }).size(), std::size_t(0));
}

void gui_test::enter_goes_to_the_next_field_and_shift_enter_back()
{
    workbench at;
    at.begin_work();
    at.open_form();
    QCOMPARE(at.focused_field(), "birth_case");
    press(Qt::Key_Return);
    QCOMPARE(at.focused_field(), "child.full_name");
    press(Qt::Key_Return);
    QCOMPARE(at.focused_field(), "child.birth_date");
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(at.focused_field(), "child.full_name");
    press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(at.focused_field(), "mother.full_name");
}

void gui_test::dates_are_typed_in_any_of_the_usual_ways_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("stored");
    QTest::newRow("digits") << "20111996" << "20/11/1996" << "1996-11-20";
    QTest::newRow("slashes") << "2/1/1996" << "02/01/1996" << "1996-01-02";
    QTest::newRow("month and year") << "11/1996" << "11/1996" << "1996-11";
    QTest::newRow("year") << "1996" << "1996" << "1996";
    QTest::newRow("no date stays as typed") << "hôm qua" << "hôm qua" << "hôm qua";
}

void gui_test::dates_are_typed_in_any_of_the_usual_ways()
{
    QFETCH(QString, typed);
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("mother.birth_date");
    type(typed);
    press(Qt::Key_Return);
    QTEST(qobject_cast<QLineEdit*>(form->row_of("mother.birth_date")->editor().first_part())->text(), "shown");
    QTEST(to_qt(text_at(form->session().state().typed(), "mother.birth_date")), "stored");
}

void gui_test::a_finding_appears_beside_its_field_and_goes_when_it_is_mended()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.full_name");
    type("Nguyễn An 2");
    at.wait_for([&at] { return has_rule(at.findings_at("child.full_name"), "name_letters_only"); });
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace);
    at.wait_for([&at] { return at.findings_at("child.full_name").empty(); });
}

void gui_test::an_empty_form_accuses_nobody()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    at.wait_for([form] { return form->session().is_checked() && !form->session().findings().empty(); });
    for (const auto* path : {"child.full_name", "child.birth_date", "mother.full_name", "requester.full_name"})
        QVERIFY(at.findings_at(path).empty());
    press(Qt::Key_Return);
    press(Qt::Key_Return); // the name is left empty
    at.wait_for([&at] { return has_rule(at.findings_at("child.full_name"), "required"); });
    QVERIFY(at.findings_at("child.birth_date").empty());
}

void gui_test::the_fathers_page_goes_when_he_is_not_known_and_comes_back_with_its_words()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("father.full_name");
    type("Nguyễn Văn Minh");
    press(Qt::Key_1, Qt::AltModifier);
    type("chưa xác định được cha");
    press(Qt::Key_Return);
    QCOMPARE(to_qt(text_at(form->session().state().shown(), "birth_case")), "3");
    QVERIFY(form->session().state().is_page_hidden(2));
    QVERIFY(!is_known(form->session().state().to_send(), "father"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("1");
    press(Qt::Key_Return);
    QVERIFY(!form->session().state().is_page_hidden(2));
    QCOMPARE(to_qt(text_at(form->session().state().to_send(), "father.full_name")), "Nguyễn Văn Minh");
}

void gui_test::decomposed_letters_of_an_input_method_are_stored_composed()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.full_name");
    const QString name = "Nguyễn Thị Hường";
    compose(name.normalized(QString::NormalizationForm_D));
    QCOMPARE(to_qt(text_at(form->session().state().typed(), "child.full_name")), name);
    press(Qt::Key_Return);
    QCOMPARE(qobject_cast<QLineEdit*>(form->row_of("child.full_name")->editor().first_part())->text(), name);
}

void gui_test::a_commune_is_found_without_accents_and_brings_its_province()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.home_place");
    type("gia vien");
    QVERIFY(qobject_cast<choice_edit*>(QApplication::focusWidget())->is_list_open());
    press(Qt::Key_Return);
    const auto& typed = form->session().state().typed();
    QCOMPARE(to_qt(text_at(typed, "child.home_place.commune_code")), "14464");
    QCOMPARE(to_qt(text_at(typed, "child.home_place.province_code")), "37");
    QCOMPARE(at.focused_field(), "child.home_place"); // the next part of the same address
}

void gui_test::a_code_that_is_on_no_list_stays_as_typed_and_is_told()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.gender");
    type("không có");
    press(Qt::Key_Return);
    QCOMPARE(to_qt(text_at(form->session().state().typed(), "child.gender")), "không có");
    at.wait_for([&at] { return has_rule(at.findings_at("child.gender"), "code_known"); });
}

void gui_test::the_day_in_words_follows_the_date_until_somebody_types_it()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    const auto words = [form] { return to_qt(text_at(form->session().state().shown(), "child.birth_date_words")); };
    form->go_to_field("child.birth_date");
    type("01022026");
    at.wait_for([&words] { return words() == "ngày mùng một tháng hai năm hai nghìn không trăm hai mươi sáu"; });
    type({});
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    type("02022026");
    at.wait_for([&words] { return words().startsWith("ngày mùng hai tháng hai"); });
    press(Qt::Key_Return);
    QCOMPARE(at.focused_field(), "child.birth_date_words");
    type("mồng hai tháng hai");
    form->go_to_field("child.birth_date");
    type("03022026");
    press(Qt::Key_Return);
    at.wait_for([form] { return form->session().is_checked(); });
    QCOMPARE(words(), "mồng hai tháng hai");
}

void gui_test::a_draft_survives_closing()
{
    const QTemporaryDir folder;
    const auto file = to_utf8(folder.filePath("Nguyễn Đức.hotich"));
    const auto open = [&file](workbench& at, bool make) {
        at.desk.open(
            at.window.get(),
            [&file, &at, make]() -> result<std::unique_ptr<desk_register>> {
                if (!make) return desk_register::open(file, "", "mật khẩu dài", at.place.known, at.chance);
                TRY(auto desk, desk_register::create(file, "Lê Thị Hộ Tịch", "mật khẩu dài", at.place.known, at.chance, {1, 8192}));
                TRY_STATUS(desk->complete_enrolment({"00004", "00004-1", "https://localhost", "", ""}));
                return desk;
            },
            [](const status& opened) { must(opened); }
        );
        at.ask([](desk_register& desk) -> result<bool> { return desk.is_enrolled(); });
        at.window->show_workplace();
    };
    {
        workbench at;
        open(at, true);
        at.open_form()->go_to_field("child.full_name");
        type("Đỗ Quang Huy");
    } // closed in the middle of the word, without saving
    workbench at;
    open(at, false);
    press(Qt::Key_F7);
    at.wait_for([&at] { return at.window->current()->title() == "Bản nháp" && QApplication::focusWidget() != nullptr; });
    QTest::qWait(100);
    press(Qt::Key_Return);
    at.wait_for([&at] { return at.form() != nullptr; });
    QCOMPARE(to_qt(text_at(at.form()->session().state().typed(), "child.full_name")), "Đỗ Quang Huy");
}

void gui_test::an_event_nobody_programmed_gets_its_form()
{
    workbench at;
    at.begin_work();
    at.window->open_form(*at.place.known.find_event("boat_naming"));
    at.wait_for([&at] { return at.focused_field() == "boat.full_name"; });
    QVERIFY(all_labels(at.form()).contains("Tên thuyền"));
    QVERIFY(at.form()->row_of("boat.sail_colour")->isHidden());
    type("Hải Âu");
    press(Qt::Key_Return);
    type("05/2026");
    press(Qt::Key_Return);
    type("745");
    press(Qt::Key_Return);
    type("4");
    press(Qt::Key_Return);
    QCOMPARE(at.focused_field(), "boat.has_sail");
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QCOMPARE(at.focused_field(), "boat.sail_colour");
    fill_in(at, {{"boat.sail_colour", "nâu"}, {"owner.full_name", "Ngô Thị Biển"}});
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 2; });
    const auto found = at.ask([](desk_register& desk) { return desk.search("bien hai", 10); });
    QCOMPARE(found.size(), std::size_t(1));
    const auto stored = at.ask([id = found.front().record](desk_register& desk) { return desk.load(id); });
    QCOMPARE(to_qt(text_at(stored.data, "boat.hour")), "07:45");
    QCOMPARE(*find_path(stored.data, "boat.oars"), json::value(4));
    QCOMPARE(*find_path(stored.data, "boat.has_sail"), json::value(true));
    QCOMPARE(to_qt(text_at(stored.data, "reg_date")), "2026-11-23");
}

void gui_test::searching_as_one_types_needs_no_accents()
{
    workbench at;
    at.begin_work();
    at.ask([](desk_register& desk) {
        return desk.register_event(*desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning);
    });
    press(Qt::Key_F3);
    type("bao gia");
    auto* list = at.window->current()->findChild<record_list*>();
    at.wait_for([list] { return list->lines().size() == 1; });
    type(" xyz");
    at.wait_for([list] { return list->lines().empty(); });
    for (int i = 0; i < 4; ++i) press(Qt::Key_Backspace);
    at.wait_for([list] { return list->lines().size() == 1; });
    press(Qt::Key_Return);
    at.wait_for([&at] { return qobject_cast<record_page*>(at.window->current()) != nullptr; });
    press(Qt::Key_Escape);
    QCOMPARE(at.window->current()->title(), "Tìm kiếm");
}

void gui_test::a_second_registration_of_the_same_child_is_shown_and_asks_for_a_reason()
{
    workbench at;
    at.begin_work();
    auto birth = lawful_birth();
    remove_path(birth, "gcs_code");
    remove_path(birth, "gcs_date");
    at.ask([birth](desk_register& desk) {
        return desk.register_event(*desk.known().find_event("birth"), {birth, {}, "", ""}, monday_morning);
    });
    auto* form = at.open_form();
    for (const auto& field : form->session().event().fields)
        if (const auto* value = find_path(birth, field.path)) form->session().set(field.path, *value);
    at.wait_for([&at] { return has_rule(at.findings_at("child.full_name"), "possible_duplicate"); });
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([form] { return form->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier); // not before there is a reason
    QCOMPARE(form->findChild<QStackedWidget*>()->currentIndex(), 1);
    type("Hai cháu sinh đôi cùng tên theo giấy chứng sinh");
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([form] { return form->findChild<QStackedWidget*>()->currentIndex() == 2; });
    QCOMPARE(at.ask([](desk_register& desk) { return desk.in_state(record_state::pending, 10); }).size(), std::size_t(2));
}

void gui_test::a_wrong_password_says_so_and_the_right_one_opens()
{
    const QTemporaryDir folder;
    const auto file = to_utf8(folder.filePath("desk.hotich"));
    {
        seeded_random chance(3);
        must(desk_register::create(file, "Lê Thị Hộ Tịch", "mật khẩu dài", definitions_with_boats(), chance, {1, 8192}));
    }
    workbench at(file);
    bool is_open = false;
    QObject::connect(at.window.get(), &main_window::signed_in, at.window.get(), [&is_open] { is_open = true; });
    at.window->show_sign_in();
    type("mật khẩu sai");
    press(Qt::Key_Return);
    const auto wrong = to_qt(at.place.known.message("failures", "wrong_key").vi);
    at.wait_for([&at, &wrong] { return all_labels(at.window.get()).contains(wrong); });
    QVERIFY(!is_open);
    type("mật khẩu dài"); // the wrong one is selected, so that typing replaces it
    press(Qt::Key_Return);
    at.wait_for([&is_open] { return is_open; });
}

void gui_test::the_set_up_says_plainly_what_is_missing()
{
    workbench at;
    at.window->show_enrolment();
    const auto says = [&at](const QString& words) { return all_labels(at.window.get()).contains(words); };
    const auto next = [](const QString& text) {
        type(text);
        press(Qt::Key_Return);
    };
    next("may-chu.example:8443");
    next("ABCDE-FGHJK");
    next("Lê Thị Hộ Tịch");
    next("mật khẩu dài");
    next("mật khẩu khác");
    QVERIFY(says("Hai mật khẩu không giống nhau."));
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    next("mật khẩu dài");
    QVERIFY(says("Không kết nối được với máy chủ"));
    QCOMPARE(to_qt(at.no_server.last.server_url), "https://may-chu.example:8443");
    QCOMPARE(to_qt(at.no_server.last.password), "mật khẩu dài");
}

void gui_test::a_rejected_record_is_corrected_and_sent_again()
{
    workbench at;
    at.begin_work();
    // The PC's clock was a day ahead when it was written, so the server did not take it.
    const instant tomorrow{monday_morning.ms + 24 * 3'600'000};
    at.ask([&at, tomorrow](desk_register& desk) -> result<bool> {
        TRY([[maybe_unused]] const auto done,
            desk.register_event(*desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, tomorrow));
        must(synchronise(desk, at.hub));
        return true;
    });
    press(Qt::Key_F6);
    auto* list = at.window->current()->findChild<record_list*>();
    at.wait_for([list] { return list->lines().size() == 1; });
    press(Qt::Key_Return);
    at.wait_for([] { return qobject_cast<QPushButton*>(QApplication::focusWidget()) != nullptr; });
    press(Qt::Key_Space); // the first button: correct and send again
    at.wait_for([&at] { return at.form() != nullptr; });
    at.wait_for([&at] { return at.form()->session().is_checked(); });
    QCOMPARE(to_qt(text_at(at.form()->session().state().shown(), "reg_date")), "2026-11-23");
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 2; });
    at.ask([&at](desk_register& desk) -> result<bool> {
        must(synchronise(desk, at.hub));
        return true;
    });
    QCOMPARE(at.ask([](desk_register& desk) { return desk.in_state(record_state::registered, 10); }).size(), std::size_t(1));
}

void gui_test::work_that_was_asked_before_closing_is_done()
{
    bool is_done = false;
    {
        register_thread desk;
        desk.open(nullptr, []() -> result<std::unique_ptr<desk_register>> {
            seeded_random chance(5);
            server hub;
            return enrolled_desk(hub, "00004", chance);
        }, [](const status&) {});
        desk.ask(nullptr, [&is_done](desk_register&) -> result<bool> { return is_done = true; }, [](const result<bool>&) {});
    }
    QVERIFY(is_done);
}

QTEST_MAIN(gui_test)
#include "gui_test.moc"
