#include "syncserver/services/exchange_service.h"

#include "common/register/projection.h"
#include "syncserver/storage/sqlite_store.h"

namespace hotich {

exchange_service::exchange_service(
    std::unique_ptr<store> kept,
    const definitions& known,
    signing_key feed_key,
    const clock& time,
    metrics& counters
)
    : m_store(std::move(kept)),
      m_known(known),
      m_feed_key(std::move(feed_key)),
      m_time(time),
      m_counters(counters)
{}

exchange_service::exchange_service(
    std::unique_ptr<sql_connection> db,
    const definitions& known,
    signing_key feed_key,
    const clock& time,
    metrics& counters
)
    : exchange_service(
        std::make_unique<sqlite_store>(std::move(db)), known, std::move(feed_key), time, counters
    )
{}

result<enrolment> exchange_service::enrol(const std::string& secret, const std::string& public_key)
{
    return write<enrolment>([&](host& here, sql_connection&) {
        return here.enrol(secret, public_key, m_time.now());
    });
}

result<std::string> exchange_service::desk_key(const std::string& office, const std::string& desk)
{
    return read<std::string>([&](host& here, sql_connection&) {
        return here.desk_key(office, desk);
    });
}

result<sync_response> exchange_service::exchange(const sync_request& request)
{
    if (request.only_asks()) {
        auto answer =
            read<sync_response>([&](host& here, sql_connection&) -> result<sync_response> {
                TRY(const auto is_held, here.is_held(request.office));
                if (is_held)
                    return failure{failure_code::cancelled, "the desk's word is written down"};
                return here.exchange(request, m_time.now());
            });
        if (answer || answer.error().code != failure_code::cancelled) return answer;
    }
    outcome_counts counts;
    // Reading the batch takes nobody's turn. A job that is run again finds it used up.
    std::optional<foreseen_batch> batch = foresee(m_known, request.bodies);
    auto answer = write<sync_response>([&](host& here, sql_connection&) -> result<sync_response> {
        if (!batch) batch = foresee(m_known, request.bodies);
        auto mine = std::move(*batch);
        batch.reset();
        TRY(auto response, here.exchange(request, mine, m_time.now()));
        counts = here.decided();
        return response;
    });
    if (answer) m_counters.count_operations({counts.accepted, counts.rejected, counts.held});
    return answer;
}

result<std::string> exchange_service::shut_out_word_for(
    const std::string& office, const std::string& desk
)
{
    return read<std::string>([&](host& here, sql_connection&) {
        return here.shut_out_word_for(office, desk);
    });
}

status exchange_service::note_contact(desk_line desk)
{
    if (!secret_key_of_hex(desk.certificate)) desk.certificate.clear();
    const auto today = date_in_vietnam(m_time.now());
    const auto told = to_iso(today) + desk.certificate;
    {
        const std::lock_guard lock(m_contacts_mutex);
        auto& before = m_contacts[desk.office + "/" + desk.desk];
        if (before == told) return {};
        before = told;
    }
    return m_store->write([&](sql_connection& db) { return hotich::note_contact(db, desk, today); }
    );
}

result<scan> exchange_service::scan_of(
    const std::string& office, const std::string& record, const std::string& sealed
)
{
    return read<scan>([&](host&, sql_connection& db) -> result<scan> {
        TRY(const auto content, projection(db, m_known, office).load(record));
        for (auto& paper : scans_of(content))
            if (paper.sealed == sealed) return std::move(paper);
        return failure{failure_code::not_found, "the record has no such scan"};
    });
}

result<checked_paper> exchange_service::check_paper(const std::string& token)
{
    return read<checked_paper>([&](host&, sql_connection& db) {
        return hotich::check_paper(db, m_known, token);
    });
}

result<std::int64_t> exchange_service::feed_revision(const std::string& office)
{
    return read<std::int64_t>([&](host&, sql_connection& db) -> result<std::int64_t> {
        TRY(const auto head, operation_log(db, office).head_of_feed());
        return head.revision;
    });
}

status exchange_service::deliver_mail()
{
    return m_store->write([&](sql_connection& db) {
        return host(db, m_known, m_feed_key, m_store->others()).deliver_mail(m_time.now());
    });
}

status exchange_service::ping()
{
    return m_store->read([](sql_connection& db) -> status {
        TRY([[maybe_unused]] const auto rows, db.query("SELECT office FROM office LIMIT 1"));
        return {};
    });
}

status exchange_service::measure()
{
    TRY(const auto waiting,
        read<pin_counts>([](host& here, sql_connection&) { return here.pins_waiting(); }));
    m_counters.set_pins(waiting, m_time.now());
    return {};
}

result<std::vector<pin_task>> exchange_service::pins_due(std::int64_t limit)
{
    return read<std::vector<pin_task>>([&](host& here, sql_connection&) {
        return here.pins_due(m_time.now(), limit);
    });
}

result<json::object> exchange_service::pin_sent(const pin_task& task)
{
    return write<json::object>([&](host& here, sql_connection&) {
        return here.pin_sent(task, m_time.now());
    });
}

result<pin_outcome> exchange_service::pin_answered(
    const pin_task& task, const pin_answer& answer, random_source& random
)
{
    return write<pin_outcome>([&](host& here, sql_connection&) {
        return here.pin_answered(task, answer, m_time.now(), random);
    });
}

status exchange_service::pin_unanswered(
    const pin_task& task, pin_silence why, random_source& random
)
{
    return m_store->write([&](sql_connection& db) {
        host here(db, m_known, m_feed_key, m_store->others());
        return here.pin_unanswered(task, why, m_time.now(), random);
    });
}

} // namespace hotich
