// How many keys a typical birth takes whose parents are both known to the register, from "Today" to
// the number: counted as the clerk's fingers do it, with no mouse.
#include "desktop/app/qt_text.h"
#include "desktop/forms/field_row.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTest>

#include <map>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* mother_pin = "001190012345";
constexpr const char* father_pin = "001088067890";
constexpr int most_keys = 260;
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

json::object birth_with_known_parents()
{
    auto data = lawful_birth();
    set_path(data, "mother.pin", mother_pin);
    set_path(data, "father.pin", father_pin);
    return data;
}

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
                    *desk.known().find_event("birth"),
                    {birth_with_known_parents(), {}, "", ""},
                    monday_morning
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
            at.wait_for([&] { return stages->currentIndex() == stage; });
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
            {"gcs_code", "01234.GCS.00777.26"},
            {"mother.pin", mother_pin},
            {"father.pin", father_pin}};
        std::string before;
        for (int i = 0; i < most_fields; ++i) {
            const auto field = at.focused_field();
            if (field.empty() || field == before) break;
            before = field;
            if (const auto found = told.find(field); found != told.end())
                clerk.write(found->second);
            clerk.hit(Qt::Key_Return);
            // What the register knows of a person comes a moment later.
            at.ask([](desk_register&) -> result<bool> { return true; });
            qDebug("%s -> %s", field.c_str(), at.focused_field().c_str());
        }
    }
};

QTEST_MAIN(KeystrokesTest)
#include "keystrokes_test.moc"
