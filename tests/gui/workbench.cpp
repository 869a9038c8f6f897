#include "tests/gui/workbench.h"

#include "common/base/files.h"
#include "common/sql/sqlcipher_connection.h"
#include "desktop/app/appearance.h"
#include "desktop/app/language.h"
#include "desktop/app/qt_text.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

namespace hotich::test {

namespace {

constexpr int patience_ms = 5'000;

/// As enrolled_desk of the small world, with the make-believe event.
result<std::unique_ptr<desk_register>> desk_with_boats(
    server& at, const definitions& known, random_source& random
)
{
    TRY_STATUS(at.service.put_office(ba_dinh(), monday_morning));
    TRY(const auto code, at.service.new_enrol_code("00004", monday_morning, at.random));
    TRY(auto db, open_in_memory());
    TRY(auto desk, desk_register::over(std::move(db), "Lê Thị Hộ Tịch", known, random));
    TRY(const auto who, at.service.enrol(code, desk->key().public_hex, monday_morning));
    TRY_STATUS(
        desk->complete_enrolment({who.office, who.desk, "https://localhost", "", who.server_key})
    );
    TRY([[maybe_unused]] const auto first, synchronise(*desk, at));
    return desk;
}

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

workbench::workbench(std::string register_file, purpose what)
    : units(definitions_with_boats().units()),
      place{
          definitions_with_boats(),
          desk,
          clock,
          units,
          "vi",
          scan_folder(""),
          {},
          what == purpose::practice},
      window(std::make_unique<main_window>(
          place,
          what == purpose::practice ? static_cast<line&>(line_of_practice) : line_down,
          no_server,
          std::move(register_file),
          chance
      ))
{
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window does not come up");
}

void workbench::begin_work()
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
        desk.open(
            window.get(), [this] { return desk_with_boats(hub, place.known, chance); }, opened
        );
    wait_for([&open] { return open; });
    window->show_workplace();
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

void workbench::wait_for(const std::function<bool()>& done)
{
    if (QTest::qWaitFor(done, patience_ms)) return;
    QString said;
    for (const auto* open : QApplication::topLevelWidgets())
        if (open->isVisible()) said += all_labels(open);
    qFatal("waited in vain; the window says: %s", qPrintable(said));
}

} // namespace hotich::test
