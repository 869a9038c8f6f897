// A line from a bench's desk to its server that can be cut in two places: before the server hears
// of anything, and after it has taken everything in but before the desk hears so.
#pragma once

#include "desktop/app/clock.h"
#include "desktop/app/line.h"
#include "desktop/worker/register_thread.h"
#include "tests/support/small_world.h"

namespace hotich::test {

enum class line_fate { whole, down, answer_is_lost };

class hub_line final : public line
{
public:
    hub_line(register_thread& desk, server& hub, const wall_clock& time);

    [[nodiscard]] line_report report() const override { return m_report; }

    void synchronise_now() override;

    void work_waits() override { synchronise_now(); }

    void clock_is_right() override {}

    void meet(line_fate next) { m_fate = next; }

private:
    register_thread& m_desk;
    server& m_hub;
    const wall_clock& m_time;
    line_fate m_fate = line_fate::whole;
    line_report m_report;
};

} // namespace hotich::test
