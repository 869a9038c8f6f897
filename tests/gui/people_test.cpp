// What the register and an identity card know is not typed again; what was filled in is taken back
// as easily.
#include "desktop/app/qt_text.h"
#include "desktop/forms/field_row.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QStackedWidget>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* mother_pin = "001190012345";

QString typed(workbench& at, const char* path)
{
    return to_qt(text_at(at.form()->session().state().shown(), path));
}

/// Both parents of the example stand in the form.
void type_parents(form_session& session)
{
    const auto example = lawful_birth();
    std::vector<field_value> values;
    for (const auto& field : session.event().fields) {
        const bool is_parents =
            field.path.starts_with("mother.") || field.path.starts_with("father.");
        const auto* value = is_parents ? find_path(example, field.path) : nullptr;
        if (value != nullptr) values.push_back({field.path, *value});
    }
    session.set_together(values);
}

std::string known_mother(workbench& at)
{
    return at.ask([&at](desk_register& desk) -> result<std::string> {
        auto data = lawful_birth();
        set_path(data, "mother.pin", mother_pin);
        TRY(const auto done,
            desk.register_event(
                *desk.known().find_event("birth"), {std::move(data), {}, "", ""}, monday_morning
            ));
        must(synchronise(desk, at.hub));
        return done.record;
    });
}

} // namespace

class people_test : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void a_personal_number_brings_the_person_and_undo_takes_them_back();
    void a_personal_number_typed_for_the_name_brings_the_person_too();
    void the_field_the_clerk_has_gone_on_to_is_filled_too();
    void a_scanned_card_fills_the_person_of_the_field();
    void who_asks_is_filled_from_register_card_or_this_form();
    void who_asks_as_father_or_mother_is_taken_from_the_form();
    void who_asks_and_is_named_otherwise_is_left_as_typed();
    void a_card_that_is_cut_says_so_and_fills_nothing();
    void twins_share_what_the_definition_says();
    void after_registering_a_key_begins_the_twin();
    void undo_goes_back_field_by_field();
};

void people_test::a_personal_number_brings_the_person_and_undo_takes_them_back()
{
    workbench at;
    at.begin_work();
    known_mother(at);
    const auto name = to_qt(text_at(lawful_birth(), "mother.full_name"));
    auto* form = at.open_form();
    form->go_to_field("mother.pin");
    type(mother_pin);
    at.wait_for([&] { return typed(at, "mother.full_name") == name; });
    QCOMPARE(typed(at, "mother.birth_date"), to_qt(text_at(lawful_birth(), "mother.birth_date")));
    press(Qt::Key_Return); // out of the line, whose own undo would come first
    press(Qt::Key_Z, Qt::ControlModifier);
    at.wait_for([&] { return typed(at, "mother.full_name").isEmpty(); });
    QCOMPARE(typed(at, "mother.pin"), mother_pin);
}

void people_test::a_personal_number_typed_for_the_name_brings_the_person_too()
{
    workbench at;
    at.begin_work();
    known_mother(at);
    const auto name = to_qt(text_at(lawful_birth(), "mother.full_name"));
    at.open_form()->go_to_field("mother.full_name");
    type(mother_pin);
    press(Qt::Key_Return);
    at.wait_for([&] { return typed(at, "mother.full_name") == name; });
    QCOMPARE(typed(at, "mother.pin"), mother_pin);
}

void people_test::the_field_the_clerk_has_gone_on_to_is_filled_too()
{
    workbench at;
    at.begin_work();
    known_mother(at);
    at.open_form()->go_to_field("mother.pin");
    type(mother_pin);
    press(Qt::Key_Return); // faster than the register answers
    QCOMPARE(at.focused_field(), "mother.id_doc.type");
    at.wait_for([&at] { return !typed(at, "mother.full_name").isEmpty(); });
    press(Qt::Key_Return);
    QCOMPARE(typed(at, "mother.id_doc.type"), to_qt(text_at(lawful_birth(), "mother.id_doc.type")));
}

void people_test::a_scanned_card_fills_the_person_of_the_field()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("father.full_name");
    type("001090054321|012345678|Phạm Quốc Bảo|15081988|Nam|Số 9, Phường Ba Đình, Hà Nội|01102024");
    QVERIFY(typed(at, "father.full_name").isEmpty()); // the line is no name
    press(Qt::Key_Return);
    QCOMPARE(typed(at, "father.full_name"), "Phạm Quốc Bảo");
    QCOMPARE(typed(at, "father.birth_date"), "1988-08-15");
    QCOMPARE(typed(at, "father.id_doc.number"), "001090054321");
    QCOMPARE(typed(at, "father.residence.commune_code"), "00004");
    QVERIFY(typed(at, "mother.full_name").isEmpty());
}

void people_test::who_asks_is_filled_from_register_card_or_this_form()
{
    workbench at;
    at.begin_work();
    known_mother(at);
    const auto birth = lawful_birth();
    auto* form = at.open_form();
    form->go_to_field("requester.pin"); // an aunt whose own child is in the register
    type(mother_pin);
    at.wait_for([&at] { return !typed(at, "requester.full_name").isEmpty(); });
    QCOMPARE(typed(at, "requester.full_name"), to_qt(text_at(birth, "mother.full_name")));
    QCOMPARE(typed(at, "requester.id_doc.number"), to_qt(text_at(birth, "mother.id_doc.number")));
    QVERIFY(typed(at, "mother.full_name").isEmpty());
    press(Qt::Key_Return);
    press(Qt::Key_Z, Qt::ControlModifier);
    at.wait_for([&at] { return typed(at, "requester.full_name").isEmpty(); });

    form->go_to_field("requester.full_name");
    type("001090054321|012345678|Phạm Quốc Bảo|15081988|Nam|Số 9, Phường Ba Đình, Hà Nội|01102024");
    press(Qt::Key_Return);
    QCOMPARE(typed(at, "requester.full_name"), "Phạm Quốc Bảo");
    QCOMPARE(typed(at, "requester.residence.commune_code"), "00004");
    QCOMPARE(typed(at, "requester.id_doc.number"), "001090054321");

    auto& session = form->session(); // the father whom no entry names yet
    for (const auto* path : {"pin", "full_name", "id_doc", "residence"})
        session.set(std::string("requester.") + path, nullptr);
    session.set("father.full_name", "Phạm Quốc Bảo");
    session.set("father.pin", "001090054321");
    session.set("father.residence", *find_path(birth, "father.residence"));
    form->go_to_field("requester.pin");
    type("001090054321");
    at.wait_for([&at] { return typed(at, "requester.full_name") == "Phạm Quốc Bảo"; });
    QCOMPARE(
        find_path(session.state().shown(), "requester.residence")->get_object(),
        find_path(birth, "father.residence")->get_object()
    );
    QVERIFY(all_labels(at.window.get()).contains("Đã điền từ biểu mẫu này: Phạm Quốc Bảo"));
}

void people_test::who_asks_as_father_or_mother_is_taken_from_the_form()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    type_parents(form->session());
    const auto say = [form](const QString& relation) {
        form->go_to_field("requester.relation");
        type(relation);
        press(Qt::Key_Return);
    };
    say("cha");
    for (const auto* path : {"full_name", "pin", "id_doc.type", "id_doc.number"})
        QCOMPARE(
            typed(at, ("requester." + std::string(path)).c_str()),
            to_qt(text_at(lawful_birth(), "father." + std::string(path)))
        );
    QVERIFY(all_labels(at.window.get()).contains("Đã điền từ biểu mẫu này"));
    press(Qt::Key_Z, Qt::ControlModifier); // one step back: all of it
    QVERIFY(typed(at, "requester.full_name").isEmpty() && typed(at, "requester.pin").isEmpty());
    QCOMPARE(typed(at, "requester.relation"), "FATHER");
    say("bà");
    say("cha");
    QCOMPARE(typed(at, "requester.full_name"), typed(at, "father.full_name"));
    say("mẹ"); // not father and mother in one
    for (const auto* path : {"full_name", "pin", "id_doc.type", "id_doc.number"})
        QCOMPARE(
            typed(at, ("requester." + std::string(path)).c_str()),
            to_qt(text_at(lawful_birth(), "mother." + std::string(path)))
        );
}

void people_test::who_asks_and_is_named_otherwise_is_left_as_typed()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    type_parents(form->session());
    form->session().set("requester.full_name", "Hoàng Văn Chú");
    form->go_to_field("requester.relation");
    type("cha");
    press(Qt::Key_Return);
    QCOMPARE(typed(at, "requester.relation"), "FATHER");
    QCOMPARE(typed(at, "requester.full_name"), "Hoàng Văn Chú");
    QVERIFY(typed(at, "requester.pin").isEmpty()); // half of one and half of the other is nobody
    form->session().set("requester.full_name", *find_path(lawful_birth(), "mother.full_name"));
    form->session().set("requester.phone", "0912345678");
    form->go_to_field("requester.relation");
    type("mẹ");
    press(Qt::Key_Return);
    QCOMPARE(typed(at, "requester.pin"), typed(at, "mother.pin"));
    QCOMPARE(typed(at, "requester.phone"), "0912345678");
}

void people_test::a_card_that_is_cut_says_so_and_fills_nothing()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("father.full_name");
    type("001090054321|0123");
    press(Qt::Key_Return);
    QVERIFY(typed(at, "father.full_name").isEmpty());
    QVERIFY(all_labels(at.window.get()).contains("Mã QR"));
}

void people_test::twins_share_what_the_definition_says()
{
    workbench at;
    at.begin_work();
    const auto record = known_mother(at);
    at.window->open_again(to_qt(record), "twin");
    at.wait_for([&] { return at.form() != nullptr; });
    QVERIFY(typed(at, "child.full_name").isEmpty());
    QCOMPARE(typed(at, "child.birth_date"), to_qt(text_at(lawful_birth(), "child.birth_date")));
    QCOMPARE(typed(at, "mother.pin"), mother_pin);
    at.window->open_again(to_qt(record), "sibling");
    at.wait_for([&] { return at.form() != nullptr && typed(at, "child.birth_date").isEmpty(); });
    QCOMPARE(typed(at, "mother.pin"), mother_pin);
}

void people_test::after_registering_a_key_begins_the_twin()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    for (const auto& [name, value] : lawful_birth())
        form->session().set(name, value);
    const auto* stages = form->findChild<QStackedWidget*>();
    for (const int stage : {1, 2}) {
        press(Qt::Key_S, Qt::ControlModifier);
        at.wait_for([&] { return stages->currentIndex() == stage; });
    }
    press(Qt::Key_1, Qt::ControlModifier);
    at.wait_for([&] { return at.form() != nullptr && at.form() != form; });
    QCOMPARE(typed(at, "mother.full_name"), to_qt(text_at(lawful_birth(), "mother.full_name")));
    QVERIFY(typed(at, "child.full_name").isEmpty());
}

void people_test::undo_goes_back_field_by_field()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.full_name");
    type("Lê An");
    press(Qt::Key_Return);
    type("01112026");
    press(Qt::Key_Return);
    QCOMPARE(typed(at, "child.birth_date"), "2026-11-01");
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(typed(at, "child.birth_date").isEmpty());
    QCOMPARE(at.focused_field(), "child.birth_date");
    QCOMPARE(typed(at, "child.full_name"), "Lê An");
}

QTEST_MAIN(people_test)
#include "people_test.moc"
