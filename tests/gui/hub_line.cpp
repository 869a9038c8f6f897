#include "tests/gui/hub_line.h"

namespace hotich::test {

namespace {

result<exchange_report> exchange_over(line_fate fate, desk_register& desk, server& hub, instant now)
{
    if (fate == line_fate::whole) return synchronise(desk, hub, now);
    if (fate == line_fate::answer_is_lost) {
        TRY(const auto request, load_outbox(desk, batch_limits()));
        TRY([[maybe_unused]] const auto unheard, hub.service.exchange(request, now));
    }
    return failure{failure_code::offline, "the line is cut"};
}

} // namespace

hub_line::hub_line(register_thread& desk, server& hub, const wall_clock& time)
    : m_desk(desk), m_hub(hub), m_time(time)
{}

void hub_line::synchronise_now()
{
    m_desk.ask(
        this,
        [fate = m_fate, &hub = m_hub, now = m_time.now()](desk_register& desk) {
            return exchange_over(fate, desk, hub, now);
        },
        [this](const result<exchange_report>& done) {
            m_report.state = done ? line_state::up_to_date : line_state::offline;
            emit changed();
            emit records_changed();
        }
    );
}

} // namespace hotich::test
