// What the form does for one who types: capitals, a day without its year, words that go with their
// date, Enter on a button.
#include "desktop/app/qt_text.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

class form_aids_test : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void the_day_in_words_goes_with_a_date_that_is_none();
    void a_name_typed_small_gets_its_capitals();
    void enter_presses_the_button_that_has_the_focus();
};

/// Left standing under the cursor it was taken for the clerk's own words.
void form_aids_test::the_day_in_words_goes_with_a_date_that_is_none()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    const auto settled = [&at, form] {
        at.wait_for([form] { return form->session().is_checked(); });
        return to_qt(text_at(form->session().state().shown(), "child.birth_date_words"));
    };
    form->go_to_field("child.birth_date");
    type("01022026");
    press(Qt::Key_Return);
    QVERIFY(settled().startsWith("ngày mùng một tháng hai"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("hôm qua");
    press(Qt::Key_Return); // among the words
    QCOMPARE(settled(), "");
    QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), "");
    press(Qt::Key_Return);
    form->go_to_field("child.birth_date");
    type("22/11");
    press(Qt::Key_Return);
    QVERIFY(settled().startsWith("ngày hai mươi hai tháng mười một năm hai nghìn không trăm hai"));
    QVERIFY(QApplication::focusWidget() != nullptr);
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text().startsWith("ngày hai"));
}

void form_aids_test::a_name_typed_small_gets_its_capitals()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    const auto name = [form] {
        return to_qt(text_at(form->session().state().shown(), "child.full_name"));
    };
    form->go_to_field("child.full_name");
    type("nguyễn thị ánh k'đơn");
    press(Qt::Key_Return);
    QCOMPARE(name(), "Nguyễn Thị Ánh K'Đơn");
    form->go_to_field("child.full_name");
    type("Ludwig van Beethoven");
    press(Qt::Key_Return);
    QCOMPARE(name(), "Ludwig van Beethoven");
}

void form_aids_test::enter_presses_the_button_that_has_the_focus()
{
    workbench at;
    at.begin_work();
    auto* form = at.open_form();
    form->go_to_field("child.full_name");
    press(Qt::Key_S, Qt::ControlModifier);
    auto* stages = form->findChild<QStackedWidget*>();
    at.wait_for([stages] { return stages->currentIndex() == 1; });
    QVERIFY(qobject_cast<QPushButton*>(QApplication::focusWidget()) != nullptr);
    press(Qt::Key_Return); // "To the field"
    QCOMPARE(stages->currentIndex(), 0);
    QCOMPARE(at.focused_field(), "child.full_name");
}

QTEST_MAIN(form_aids_test)
#include "form_aids_test.moc"
