// The desktop's line: the sync driver over the register's thread, told to the widgets as a state.
// Synchronises when asked, when new work waits, when the server tells of something new, and every
// few minutes; never in the way of the clerk.
#pragma once

#include "common/sync/desk_line.h"
#include "desktop/app/clock.h"
#include "desktop/app/line.h"
#include "desktop/sync/notice_listener.h"
#include "desktop/sync/scan_carrier.h"
#include "desktop/sync/sync_driver.h"
#include "desktop/worker/register_thread.h"

#include <QTimer>

#include <memory>

namespace hotich {

inline constexpr int line_interval_ms = 3 * 60'000;
/// While the server tells at once what is new, asking is only a safeguard.
inline constexpr int listening_line_interval_ms = 30 * 60'000;
inline constexpr int line_settle_ms =
    1'500; ///< new work is sent a moment later, so that twins travel together

class server_line final : public line
{
    Q_OBJECT

public:
    server_line(register_thread& desk, const wall_clock& time, scan_folder scans);

    /// Reads who the desk is and begins; call again after an enrolment. Without an identity the
    /// line stays untried.
    void connect_desk();

    [[nodiscard]] line_report report() const override { return m_report; }

    void synchronise_now() override;

    void work_waits() override { m_settle.start(line_settle_ms); }

    void clock_is_right() override;

private:
    struct desk_facts
    {
        desk_identity identity;
        signing_key key;
        std::optional<instant> last_at;
        sync_driver::line_knowledge line;
        std::int64_t clock_skew_ms = 0;
        data_meter meter;
    };

    void begin(const desk_facts& facts);
    [[nodiscard]] sync_driver::register_access access();
    /// Without what was learned: what is kept of it stays.
    void keep(const std::optional<learned_line>& learned, const line_traffic& moved);
    void listen(const desk_facts& facts);
    void take_notice(std::int64_t revision);
    void take(const server_word& word);

    [[nodiscard]] scan_carrier::register_access scan_access();
    void carry_scans();
    void count_days_left();
    void look_at_clock();
    void take_phase(sync_phase phase, const std::optional<failure>& why);

    register_thread& m_desk;
    const wall_clock& m_time;
    scan_folder m_scans;
    std::unique_ptr<sync_driver> m_driver;
    std::unique_ptr<scan_carrier> m_carrier;
    data_meter m_meter;
    std::unique_ptr<notice_listener> m_listener;
    std::int64_t m_noticed = 0; ///< how far the server says the feed goes
    QTimer m_interval;
    QTimer m_settle;
    line_report m_report;
};

} // namespace hotich
