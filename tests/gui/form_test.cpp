// The form of any event, filled in with the keyboard alone.
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTest>

#include <algorithm>
#include <map>

using namespace hotich;
using namespace hotich::test;

namespace {

/// What is typed into each field of an ordinary birth; a field that is not here keeps its usual
/// value.
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
    return std::any_of(findings.begin(), findings.end(), [&rule](const auto& item) {
        return item.rule == rule;
    });
}

} // namespace

class form_test : public QObject
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
    void an_event_nobody_programmed_gets_its_form();
    void a_second_registration_of_the_same_child_is_shown_and_asks_for_a_reason();
};

void form_test::initTestCase() { start_program(); }

void form_test::a_birth_is_registered_with_the_keyboard_alone()
{
    workbench at;
    at.begin_work();
    press(Qt::Key_F2);
    at.wait_for([&at] { return !at.focused_field().empty(); });
    fill_in(at, ordinary_birth);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 2; });
    const auto lines =
        at.ask([](desk_register& desk) { return desk.in_state(record_state::pending, 10); });
    QCOMPARE(lines.size(), std::size_t(1));
    const auto stored =
        at.ask([id = lines.front().record](desk_register& desk) { return desk.load(id); });
    QCOMPARE(to_qt(text_at(stored.data, "child.full_name")), "Nguyễn Gia Bảo");
    QCOMPARE(to_qt(text_at(stored.data, "child.birth_date")), "2026-11-20");
    QCOMPARE(to_qt(text_at(stored.data, "child.gender")), "1");
    QCOMPARE(to_qt(text_at(stored.data, "child.home_place.commune_code")), "14464");
    QCOMPARE(to_qt(text_at(stored.data, "father.birth_date")), "1993");
    QCOMPARE(to_qt(text_at(stored.data, "father.residence.commune_code")), "00004");
    QCOMPARE(to_qt(text_at(stored.data, "reg_date")), "2026-11-23");
    QCOMPARE(at.ask([](desk_register& desk) { return desk.drafts(); }).size(), std::size_t(0));
}

void form_test::enter_goes_to_the_next_field_and_shift_enter_back()
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

void form_test::dates_are_typed_in_any_of_the_usual_ways_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("stored");
    QTest::newRow("digits") << "20111996"
                            << "20/11/1996"
                            << "1996-11-20";
    QTest::newRow("slashes") << "2/1/1996"
                             << "02/01/1996"
                             << "1996-01-02";
    QTest::newRow("month and year") << "11/1996"
                                    << "11/1996"
                                    << "1996-11";
    QTest::newRow("year") << "1996"
                          << "1996"
                          << "1996";
    QTest::newRow("this year's") << "1/2"
                                 << "01/02/2026"
                                 << "2026-02-01";
    QTest::newRow("no date stays as typed") << "hôm qua"
                                            << "hôm qua"
                                            << "hôm qua";
}

void form_test::dates_are_typed_in_any_of_the_usual_ways()
{
    QFETCH(QString, typed);
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("mother.birth_date");
    type(typed);
    press(Qt::Key_Return);
    QTEST(
        qobject_cast<QLineEdit*>(form->row_of("mother.birth_date")->editor().first_part())->text(),
        "shown"
    );
    QTEST(to_qt(text_at(form->session().state().typed(), "mother.birth_date")), "stored");
}

void form_test::a_finding_appears_beside_its_field_and_goes_when_it_is_mended()
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

void form_test::an_empty_form_accuses_nobody()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    at.wait_for([form] {
        return form->session().is_checked() && !form->session().findings().empty();
    });
    for (const auto* path :
         {"child.full_name", "child.birth_date", "mother.full_name", "requester.full_name"})
        QVERIFY(at.findings_at(path).empty());
    press(Qt::Key_Return);
    press(Qt::Key_Return); // the name is left empty
    at.wait_for([&at] { return has_rule(at.findings_at("child.full_name"), "required"); });
    QVERIFY(at.findings_at("child.birth_date").empty());
}

void form_test::the_fathers_page_goes_when_he_is_not_known_and_comes_back_with_its_words()
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
    QCOMPARE(
        to_qt(text_at(form->session().state().to_send(), "father.full_name")), "Nguyễn Văn Minh"
    );
}

void form_test::decomposed_letters_of_an_input_method_are_stored_composed()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.full_name");
    const QString name = "Nguyễn Thị Hường";
    compose(name.normalized(QString::NormalizationForm_D));
    QCOMPARE(to_qt(text_at(form->session().state().typed(), "child.full_name")), name);
    press(Qt::Key_Return);
    QCOMPARE(
        qobject_cast<QLineEdit*>(form->row_of("child.full_name")->editor().first_part())->text(),
        name
    );
}

void form_test::a_commune_is_found_without_accents_and_brings_its_province()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.home_place");
    type("ninh binh gia vien");
    QVERIFY(qobject_cast<choice_edit*>(QApplication::focusWidget())->is_list_open());
    press(Qt::Key_Return);
    const auto& typed = form->session().state().typed();
    QCOMPARE(to_qt(text_at(typed, "child.home_place.commune_code")), "14464");
    QCOMPARE(to_qt(text_at(typed, "child.home_place.province_code")), "37");
    QCOMPARE(at.focused_field(), "child.home_place"); // the next part of the same address
}

void form_test::a_code_that_is_on_no_list_stays_as_typed_and_is_told()
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

void form_test::the_day_in_words_follows_the_date_until_somebody_types_it()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    const auto words = [form] {
        return to_qt(text_at(form->session().state().shown(), "child.birth_date_words"));
    };
    form->go_to_field("child.birth_date");
    type("01022026");
    at.wait_for([&words] {
        return words() == "ngày mùng một tháng hai năm hai nghìn không trăm hai mươi sáu";
    });
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

void form_test::an_event_nobody_programmed_gets_its_form()
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
    const auto stored =
        at.ask([id = found.front().record](desk_register& desk) { return desk.load(id); });
    QCOMPARE(to_qt(text_at(stored.data, "boat.hour")), "07:45");
    QCOMPARE(*find_path(stored.data, "boat.oars"), json::value(4));
    QCOMPARE(*find_path(stored.data, "boat.has_sail"), json::value(true));
    QCOMPARE(to_qt(text_at(stored.data, "reg_date")), "2026-11-23");
}

void form_test::a_second_registration_of_the_same_child_is_shown_and_asks_for_a_reason()
{
    workbench at;
    at.begin_work();
    auto birth = lawful_birth();
    remove_path(birth, "gcs_code");
    remove_path(birth, "gcs_date");
    at.ask([birth](desk_register& desk) {
        return desk.register_event(
            *desk.known().find_event("birth"), {birth, {}, "", ""}, monday_morning
        );
    });
    auto* form = at.open_form();
    for (const auto& field : form->session().event().fields)
        if (const auto* value = find_path(birth, field.path))
            form->session().set(field.path, *value);
    at.wait_for([&at] { return has_rule(at.findings_at("child.full_name"), "possible_duplicate"); }
    );
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([form] { return form->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier); // not before there is a reason
    QCOMPARE(form->findChild<QStackedWidget*>()->currentIndex(), 1);
    type("Hai cháu sinh đôi cùng tên theo giấy chứng sinh");
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([form] { return form->findChild<QStackedWidget*>()->currentIndex() == 2; });
    QCOMPARE(
        at.ask([](desk_register& desk) { return desk.in_state(record_state::pending, 10); }).size(),
        std::size_t(2)
    );
}

QTEST_MAIN(form_test)
#include "form_test.moc"
