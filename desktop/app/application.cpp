#include "desktop/app/application.h"

#include "common/base/files.h"
#include "desktop/app/qt_text.h"
#include "desktop/machine/secret_store.h"
#include "desktop/printing/practice_mark.h"

#include <QMessageBox>

namespace hotich {

application::application(
    const definitions& known, std::string register_file, std::string language, purpose what
)
    : m_register_file(std::move(register_file)),
      m_instance(to_qt(m_register_file)),
      m_units(known.units()),
      m_place{
          known,
          m_desk,
          m_clock,
          m_units,
          std::move(language),
          scans_beside(m_register_file),
          what == purpose::practice ? machine_store() : store_of_this_pc(),
          what == purpose::practice},
      m_line(m_desk, m_clock, m_place.scans),
      m_practice(m_desk, m_clock),
      m_enroller(m_register_file, known, m_desk, m_clock, m_place.store),
      m_backup(m_desk, m_clock, [this] { return m_lock.quiet_ms(); }),
      m_tray(m_place, shown_line()),
      m_window(m_place, shown_line(), m_enroller, m_register_file, m_random)
{
    connect(&m_instance, &single_instance::called, this, &application::come_forward);
    connect(&m_tray, &tray_icon::window_wanted, this, &application::come_forward);
    if (what == purpose::work) join_parts();
}

line& application::shown_line()
{
    return m_place.is_practice ? static_cast<line&>(m_practice) : m_line;
}

/// What the practice does without: signing in, copies, a lock.
void application::join_parts()
{
    connect(&m_window, &main_window::signed_in, this, &application::open_workplace);
    connect(&m_backup, &daily_backup::tried, &m_line, &line::records_changed);
    connect(&m_lock, &session_lock::locked, &m_window, &main_window::show_lock);
}

void application::come_forward()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

bool application::start()
{
    if (!m_instance.begin()) return false;
    std::error_code error;
    if (m_place.is_practice)
        open_practice();
    else if (std::filesystem::exists(file_path(m_register_file), error))
        m_window.show_sign_in();
    else
        m_window.show_enrolment();
    m_window.show();
    m_tray.show();
    return true;
}

void application::open_practice()
{
    m_window.show_making_of_practice();
    m_practice.open(m_register_file, m_place.known, m_random, [this](const status& opened) {
        if (opened) return m_window.show_workplace();
        QMessageBox::critical(&m_window, "hotich-desktop", to_qt(opened.error().detail));
    });
}

void application::open_workplace()
{
    struct opened
    {
        std::string user;
        bool is_practice = false;
    };

    m_desk.ask(
        this,
        [](desk_register& desk) -> result<opened> {
            return opened{
                desk.is_enrolled() ? desk.user() : std::string(), practice_mark(desk).has_value()};
        },
        [this](const result<opened>& now) {
            // A register whose enrolment was interrupted goes on where it stopped.
            if (!now || now->user.empty()) return m_window.show_enrolment();
            if (now->is_practice) mark_pages_of_practice(m_place.known);
            m_window.show_workplace(now->user);
            m_lock.begin();
            m_backup.begin();
            m_line.connect_desk();
        }
    );
}

} // namespace hotich

#include "moc_application.cpp"
