// How many keys a typical birth takes whose parents are both known to the register, from "Today" to
// the number: counted as the clerk's fingers do it, with no mouse.
#include "desktop/app/qt_text.h"
#include "desktop/forms/field_row.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"
#include "tests/support/births.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTest>

#include <map>
#include <set>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr int most_keys = 220;
constexpr int most_fields = 120;

/// Counts what the mouse does in the whole program.
class mouse_counter final : public QObject
{
public:
    mouse_counter() { qApp->installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        const auto type = event->type();
        if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick) ++count;
        return false;
    }

    int count = 0;
};

class fingers
{
public:
    void write(const QString& text)
    {
        type(text);
        keys += int(text.size());
    }

    void hit(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        press(key, modifiers);
        ++keys;
    }

    int keys = 0;
};

QString of_example(const char* path) { return to_qt(text_at(lawful_birth(), path)); }

} // namespace

class KeystrokesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void a_birth_of_known_parents_needs_few_keys_and_no_mouse()
    {
        workbench at;
        at.begin_work();
        at.ask([&at](desk_register& desk) -> result<bool> {
            TRY([[maybe_unused]] const auto done,
                desk.register_event(
                    *desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
                ));
            TRY([[maybe_unused]] const auto sent, synchronise(desk, at.hub));
            return true;
        });
        mouse_counter mouse;
        fingers clerk;
        clerk.hit(Qt::Key_F2);
        at.wait_for([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
        fill_form(at, clerk);
        const auto* stages = at.form()->findChild<QStackedWidget*>();
        for (const int stage : {1, 2}) {
            clerk.hit(Qt::Key_S, Qt::ControlModifier);
            const bool went_on =
                QTest::qWaitFor([&] { return stages->currentIndex() == stage; }, 5000);
            QVERIFY2(went_on, as_text(at.form()->session().findings()).c_str());
        }
        qInfo("a birth of known parents: %d keys, %d mouse clicks", clerk.keys, mouse.count);
        QCOMPARE(mouse.count, 0);
        QVERIFY2(clerk.keys <= most_keys, qPrintable(QString::number(clerk.keys)));
    }

private:
    /// Enter from field to field; typed is what neither the register nor the definition knows.
    static void fill_form(workbench& at, fingers& clerk)
    {
        const std::map<std::string, QString> told{
            {"child.full_name", "Nguyễn Minh Anh"},
            {"child.birth_date", "10112026"},
            {"child.gender", "nữ"},
            {"child.birth_place", "Bệnh viện Phụ sản Hà Nội"},
            {"child.birth_place_unit", "giang vo"},
            {"child.home_place", "gia vien ninh binh"},
            {"gcs_code", "01234.GCS.00777.26"},
            {"gcs_date", "11112026"},
            {"mother.pin", of_example("mother.pin")},
            {"father.pin", of_example("father.pin")},
            {"requester.full_name", of_example("requester.full_name")},
            {"requester.relation", "cha"},
            {"requester.id_doc.type", "can cuoc cong dan"},
            {"requester.id_doc.number", of_example("father.id_doc.number")}};
        std::set<std::string> written;
        const QWidget* before = nullptr;
        for (int i = 0; i < most_fields; ++i) {
            const auto field = at.focused_field();
            const bool is_done = field.empty() || field == "requester.phone";
            if (is_done || QApplication::focusWidget() == before) break;
            before = QApplication::focusWidget();
            const auto found = told.find(field);
            if (found != told.end() && written.insert(field).second) clerk.write(found->second);
            clerk.hit(Qt::Key_Return);
            // What the register knows of a person comes a moment later; the rest of the part is
            // filled then.
            at.ask([](desk_register&) -> result<bool> { return true; });
            if (field == "mother.pin" || field == "father.pin")
                clerk.hit(Qt::Key_PageDown, Qt::ControlModifier);
        }
    }
};

QTEST_MAIN(KeystrokesTest)
#include "keystrokes_test.moc"
