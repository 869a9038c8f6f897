#include "desktop/app/application.h"

#include "common/base/files.h"
#include "desktop/app/practice_desk.h"
#include "desktop/app/qt_text.h"
#include "desktop/machine/secret_store.h"

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
      m_enroller(m_register_file, known, m_desk, m_clock, m_place.store),
      m_backup(m_desk, m_clock, [this] { return m_lock.quiet_ms(); }),
      m_tray(m_place, m_line),
      m_window(m_place, m_line, m_enroller, m_register_file, m_random)
{
    connect(&m_instance, &single_instance::called, this, &application::come_forward);
    connect(&m_tray, &tray_icon::window_wanted, this, &application::come_forward);
    if (what == purpose::work) join_parts();
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
    m_desk.open(
        this,
        [this] {
            return open_practice_desk(m_register_file, m_place.known, m_random, m_clock.now());
        },
        [this](const status& opened) {
            if (opened) return m_window.show_workplace();
            QMessageBox::critical(&m_window, "hotich-desktop", to_qt(opened.error().detail));
        }
    );
}

void application::open_workplace()
{
    m_desk.ask(
        this,
        [](desk_register& desk) -> result<std::string> {
            return desk.is_enrolled() ? desk.user() : std::string();
        },
        [this](const result<std::string>& user) {
            // A register whose enrolment was interrupted goes on where it stopped.
            if (!user || user->empty()) return m_window.show_enrolment();
            m_window.show_workplace(*user);
            m_lock.begin();
            m_backup.begin();
            m_line.connect_desk();
        }
    );
}

} // namespace hotich

#include "moc_application.cpp"
