// The copy of every day, made by the program itself: in the register's thread, at a moment when
// nobody works, so that no clerk waits for it. Without a chosen folder, or with the stick away, it
// does nothing; "Today" tells that. Used by app/application.
#pragma once

#include "common/register/backup.h"
#include "desktop/app/clock.h"
#include "desktop/worker/register_thread.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace hotich {

inline constexpr int backup_look_ms = 60'000;
inline constexpr int quiet_before_backup_ms = 2 * 60'000;

class daily_backup final : public QObject
{
    Q_OBJECT

public:
    /// `quiet_ms` tells for how long nobody has touched the keyboard or the mouse.
    daily_backup(register_thread& desk, const wall_clock& time, std::function<int()> quiet_ms);

    /// From a sign-in on.
    void begin() { m_look.start(); }

public slots:
    void look();

signals:
    /// A copy was made, or could not be.
    void tried();

private:
    register_thread& m_desk;
    const wall_clock& m_time;
    std::function<int()> m_quiet_ms;
    QTimer m_look;
    bool m_is_at_it = false;
};

} // namespace hotich
