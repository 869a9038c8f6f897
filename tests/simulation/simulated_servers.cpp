#include "tests/simulation/simulated_servers.h"

#include "common/sql/sqlcipher_connection.h"
#include "common/sync/feed_standing.h"
#include "tests/support/copied_disk.h"

namespace hotich::test {

namespace {

constexpr std::int64_t mail_interval_ms = 30 * 60'000;
constexpr std::uint64_t longest_outage_ms = 30 * 60'000;

} // namespace

simulated_servers::simulated_servers(std::size_t count, random_source& random)
    : m_random(random),
      m_disk(must(open_in_memory())),
      m_key(new_signing_key(random)),
      m_down_until_ms(count)
{
    must(host::prepare_store(*m_disk, real_definitions().folder()));
}

void simulated_servers::back_up() { m_backup = copy_of(*m_disk); }

void simulated_servers::restore(instant now)
{
    m_disk = copy_of(*m_backup);
    must(feed_standing(*m_disk).await_everybody(now));
}

void simulated_servers::begin_mail_rounds(timetable& plan, instant start)
{
    plan.at(plan.now_ms() + mail_interval_ms, [this, &plan, start] {
        const instant now{start.ms + plan.now_ms()};
        on_any(now, [now](host& service, sql_connection&) {
            (void)service.deliver_mail(now).has_value();
        });
        begin_mail_rounds(plan, start);
    });
}

bool simulated_servers::on_any(instant now, const std::function<void(host&, sql_connection&)>& act)
{
    const auto first = m_random.below(count());
    for (std::size_t i = 0; i < count(); ++i) {
        const auto which = (first + i) % count();
        if (now.ms >= m_down_until_ms[which]) return on(which, now, act);
    }
    return false;
}

bool simulated_servers::on(
    std::size_t which, instant now, const std::function<void(host&, sql_connection&)>& act
)
{
    if (now.ms < m_down_until_ms[which]) return false;
    faulty_connection disk(m_disk, faults, m_random);
    host service(disk, real_definitions(), m_key);
    try {
        act(service, disk);
        return true;
    } catch (const power_failed&) {
        ++crashes;
        m_down_until_ms[which] =
            now.ms + static_cast<std::int64_t>(m_random.below(longest_outage_ms));
        return false;
    }
}

} // namespace hotich::test
