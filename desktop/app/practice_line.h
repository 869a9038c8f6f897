// The line of the practice: to the made-up server beside the practice's register, at once and
// without leaving the PC, so that what waits is decided as by the real one. Used by --practice.
#pragma once

#include "desktop/app/clock.h"
#include "desktop/app/line.h"
#include "desktop/app/sample_world.h"
#include "desktop/worker/register_thread.h"

#include <QTimer>

#include <memory>

namespace hotich {

class practice_line final : public line
{
    Q_OBJECT

public:
    practice_line(register_thread& desk, const wall_clock& time);

    /// Opens the practice's register and server, or makes them. `random` outlives the register.
    void open(
        const std::string& file,
        const definitions& known,
        random_source& random,
        std::function<void(status)> opened
    );

    [[nodiscard]] line_report report() const override { return m_report; }

    void synchronise_now() override;

    void work_waits() override { m_settle.start(); }

    void clock_is_right() override {}

private:
    register_thread& m_desk;
    const wall_clock& m_time;
    /// Filled and used on the register's thread only.
    std::shared_ptr<std::unique_ptr<sample_world>> m_server;
    QTimer m_settle;
    line_report m_report;
};

} // namespace hotich
