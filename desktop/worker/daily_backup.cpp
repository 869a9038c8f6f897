#include "desktop/worker/daily_backup.h"

namespace hotich {

daily_backup::daily_backup(
    register_thread& desk, const wall_clock& time, std::function<int()> quiet_ms
)
    : m_desk(desk), m_time(time), m_quiet_ms(std::move(quiet_ms))
{
    m_look.setInterval(backup_look_ms);
    connect(&m_look, &QTimer::timeout, this, &daily_backup::look);
}

void daily_backup::look()
{
    if (m_is_at_it || m_quiet_ms() < quiet_before_backup_ms) return;
    m_is_at_it = true;
    m_desk.ask(
        this,
        [now = m_time.now()](desk_register& desk) -> result<bool> {
            TRY(const auto state, backups_of(desk));
            if (!is_backup_due(state, now)) return false;
            TRY([[maybe_unused]] const auto made, back_up_as_planned(desk, now));
            return true;
        },
        [this](const result<bool>& made) {
            m_is_at_it = false;
            if (!made || *made) emit tried();
        }
    );
}

} // namespace hotich

#include "moc_daily_backup.cpp"
