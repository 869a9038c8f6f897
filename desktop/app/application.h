// The composition root of hotich-desktop: makes the definitions, the register thread, the line and
// the window, and joins them. Nothing else in the program makes its own collaborators.
#pragma once

#include "common/crypto/crypto.h"
#include "desktop/accounts/session_lock.h"
#include "desktop/app/clock.h"
#include "desktop/app/practice_line.h"
#include "desktop/app/single_instance.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/main_window.h"
#include "desktop/shell/tray_icon.h"
#include "desktop/sync/desk_enrolment.h"
#include "desktop/sync/server_line.h"
#include "desktop/worker/daily_backup.h"

#include <QObject>

namespace hotich {

class application final : public QObject
{
    Q_OBJECT

public:
    enum class purpose { work, practice };

    application(
        const definitions& known, std::string register_file, std::string language, purpose what
    );

    /// Shows the window at the sign-in, or at the first-run set-up where there is no register yet.
    /// False where the register's window is open already: then that one comes to the front.
    bool start();

private:
    void join_parts();
    void open_practice();
    void open_workplace();
    void come_forward();
    [[nodiscard]] line& shown_line();

    std::string m_register_file;
    single_instance m_instance;
    system_random m_random;
    computer_clock m_clock;
    unit_choices m_units;
    register_thread m_desk;
    workplace m_place;
    server_line m_line;
    practice_line m_practice;
    desk_enrolment m_enroller;
    session_lock m_lock;
    daily_backup m_backup;
    tray_icon m_tray;
    main_window m_window; ///< last made, first gone: every widget goes before what it stands on
};

} // namespace hotich
