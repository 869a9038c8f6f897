#include "tests/gui/workbench.h"

#include "common/base/files.h"
#include "desktop/app/appearance.h"
#include "desktop/app/language.h"
#include "desktop/app/qt_text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTest>

namespace hotich::test {

namespace {

constexpr int patience_ms = 5'000;

constexpr const char* journey_password = "mật khẩu dài";
constexpr const char* journey_register = "/desk.hotich";

std::string register_in(const QString& life) { return to_utf8(life + journey_register); }

definitions with_boats()
{
    auto known = real_definitions();
    const auto load_block = [](const std::string& relative) {
        const auto inside = relative.rfind("events/", 0) == 0 ? relative : "events/" + relative;
        return read_json_file(
            utf8_of((file_path(HOTICH_SOURCE "/schemas") / file_path(inside)).lexically_normal())
        );
    };
    for (const auto* file :
         {HOTICH_SOURCE "/tests/gui/data/boat_naming.json",
          HOTICH_SOURCE "/tests/data/events/boat_renaming.json"}) {
        const auto source = must(read_json_file(file));
        known.add_event(must(parse_event_definition(source.get_object(), load_block)));
    }
    return known;
}

} // namespace

const definitions& definitions_with_boats()
{
    static const auto known = with_boats();
    return known;
}

void start_program()
{
    if (!start_crypto()) qFatal("no cryptography");
    speak(*QCoreApplication::instance(), "vi");
    must(dress(*qApp));
}

QString all_labels(const QWidget* within)
{
    QString text;
    for (const auto* label : within->findChildren<QLabel*>())
        if (label->isVisible()) text += label->text() + "\n";
    return text;
}

workbench::workbench(std::string register_file, purpose for_what)
    : what(for_what),
      units(definitions_with_boats().units()),
      place{
          definitions_with_boats(),
          desk,
          clock,
          units,
          "vi",
          scan_folder(""),
          {},
          for_what == purpose::practice}
{
    open_window(std::move(register_file));
}

line& workbench::line_for_window()
{
    if (what == purpose::practice) return line_of_practice;
    return what == purpose::journey ? static_cast<line&>(to_hub) : line_down;
}

void workbench::open_window(std::string register_file)
{
    window = std::make_unique<main_window>(
        place, line_for_window(), no_server, std::move(register_file), chance
    );
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window does not come up");
}

result<std::unique_ptr<desk_register>> workbench::new_desk()
{
    if (what == purpose::work) return enrolled_desk(hub, "00004", chance);
    if (!QDir().mkpath(life(0))) qFatal("no folder for the register");
    TRY(auto made,
        desk_register::create(
            register_in(life(0)), "Lê Thị Hộ Tịch", journey_password, place.known, chance, {1, 8192}
        ));
    enrol(hub, *made, "00004");
    return made;
}

void workbench::open_desk(register_thread::opener made)
{
    bool open = false;
    const auto opened = [&open](const status& done) {
        must(done);
        open = true;
    };
    if (place.is_practice)
        line_of_practice.open(
            to_utf8(folder.filePath("practice.hotich")), place.known, chance, opened
        );
    else
        desk.open(window.get(), std::move(made), opened);
    wait_for([&open] { return open; });
    window->show_workplace();
}

void workbench::begin_work()
{
    open_desk([this] { return new_desk(); });
}

void workbench::cut()
{
    // On the register's thread, where nothing is being written meanwhile.
    ask([before = life(m_cuts), after = life(m_cuts + 1)](desk_register&) -> result<bool> {
        if (!QDir().mkpath(after)) qFatal("no folder for the next life");
        for (const auto& name : QDir(before).entryList(QDir::Files))
            if (!QFile::copy(before + "/" + name, after + "/" + name)) qFatal("not copied");
        return true;
    });
    ++m_cuts;
    window.reset(); // what its parts still write as they go is written to what is lost
    open_window({});
    open_desk([this] {
        return desk_register::open(
            register_in(life(m_cuts)), "", journey_password, place.known, chance
        );
    });
}

form_view* workbench::open_form()
{
    window->open_form(*place.known.find_event("birth"));
    wait_for([this] { return form() != nullptr && !focused_field().empty(); });
    return form();
}

std::string workbench::focused_field() const
{
    for (auto* widget = QApplication::focusWidget(); widget != nullptr;
         widget = widget->parentWidget())
        if (const auto* row = qobject_cast<field_row*>(widget)) return row->field().path;
    return {};
}

std::vector<record_line> workbench::in_state(record_state state)
{
    return ask([state](desk_register& of) { return of.in_state(state, 10); });
}

void workbench::settle()
{
    ask([](desk_register&) -> result<bool> { return true; });
}

void workbench::wait_for_button(const char* words)
{
    wait_for([words] {
        const auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        return button != nullptr && button->text().contains(words);
    });
}

void workbench::wait_for(const std::function<bool()>& done)
{
    if (QTest::qWaitFor(done, patience_ms)) return;
    QString said;
    for (const auto* open : QApplication::topLevelWidgets())
        if (open->isVisible()) said += all_labels(open);
    qFatal("waited in vain; the window says: %s", qPrintable(said));
}

} // namespace hotich::test
