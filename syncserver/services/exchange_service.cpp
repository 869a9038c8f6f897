#include "syncserver/services/exchange_service.h"

namespace hotich {

exchange_service::exchange_service(
    std::unique_ptr<sql_connection> db,
    const definitions& known,
    signing_key feed_key,
    const clock& time,
    metrics& counters
)
    : m_db(std::move(db)),
      m_host(*m_db, known, std::move(feed_key)),
      m_time(time),
      m_counters(counters)
{}

result<enrolment> exchange_service::enrol(const std::string& secret, const std::string& public_key)
{
    const std::lock_guard turn(m_mutex);
    return m_host.enrol(secret, public_key, m_time.now());
}

result<std::string> exchange_service::desk_key(const std::string& office, const std::string& desk)
{
    const std::lock_guard turn(m_mutex);
    return m_host.desk_key(office, desk);
}

result<sync_response> exchange_service::exchange(const sync_request& request)
{
    const std::lock_guard turn(m_mutex);
    TRY(const auto before, operation_log(*m_db, request.office).head_of_desk(request.desk));
    TRY(auto response, m_host.exchange(request, m_time.now()));
    if (!request.bodies.empty()) count_decided(request, before.seq);
    return response;
}

void exchange_service::count_decided(const sync_request& request, std::int64_t known_before)
{
    const auto rows = m_db->query(
        "SELECT verdict FROM operation WHERE office = $1 AND desk = $2 AND seq > $3 AND verdict IS "
        "NOT NULL",
        {request.office, request.desk, known_before}
    );
    if (!rows) return;
    operation_counts counts;
    for (const auto& row : *rows) {
        const auto decided = parse_verdict(row.text(0));
        if (!decided) continue;
        if (decided->result_kind == outcome::accepted) ++counts.accepted;
        if (decided->result_kind == outcome::rejected) ++counts.rejected;
        if (decided->result_kind == outcome::held) ++counts.held;
    }
    m_counters.count_operations(counts);
}

result<std::int64_t> exchange_service::feed_revision(const std::string& office)
{
    const std::lock_guard turn(m_mutex);
    TRY(const auto head, operation_log(*m_db, office).head_of_feed());
    return head.revision;
}

status exchange_service::ping()
{
    const std::lock_guard turn(m_mutex);
    TRY([[maybe_unused]] const auto rows, m_db->query("SELECT count(*) FROM office"));
    return {};
}

status exchange_service::measure()
{
    const std::lock_guard turn(m_mutex);
    TRY(const auto waiting, m_host.pins_waiting());
    m_counters.set_pins(waiting, m_time.now());
    return {};
}

result<std::vector<pin_task>> exchange_service::pins_due(std::int64_t limit)
{
    const std::lock_guard turn(m_mutex);
    return m_host.pins_due(m_time.now(), limit);
}

result<json::object> exchange_service::pin_sent(const pin_task& task)
{
    const std::lock_guard turn(m_mutex);
    return m_host.pin_sent(task, m_time.now());
}

result<pin_outcome> exchange_service::pin_answered(
    const pin_task& task, const pin_answer& answer, random_source& random
)
{
    const std::lock_guard turn(m_mutex);
    return m_host.pin_answered(task, answer, m_time.now(), random);
}

status exchange_service::pin_unanswered(
    const pin_task& task, pin_silence why, random_source& random
)
{
    const std::lock_guard turn(m_mutex);
    return m_host.pin_unanswered(task, why, m_time.now(), random);
}

} // namespace hotich
