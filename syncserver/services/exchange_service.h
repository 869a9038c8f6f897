// What this server does with its store, from several threads: every change a committed transaction
// before anyone hears of it. Used by routes/.
#pragma once

#include "common/records/scan.h"
#include "common/sync/feed_standing.h"
#include "common/sync/host.h"
#include "common/sync/paper_check.h"
#include "syncserver/services/clock.h"
#include "syncserver/services/metrics.h"
#include "syncserver/storage/store.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace hotich {

class exchange_service
{
public:
    exchange_service(
        std::unique_ptr<store> kept,
        const definitions& known,
        signing_key feed_key,
        const clock& time,
        metrics& counters
    );
    /// Over one connection of SQLite, for reading and writing.
    exchange_service(
        std::unique_ptr<sql_connection> db,
        const definitions& known,
        signing_key feed_key,
        const clock& time,
        metrics& counters
    );

    result<enrolment> enrol(const std::string& secret, const std::string& public_key);
    /// The public key of a desk that is not shut out.
    result<std::string> desk_key(const std::string& office, const std::string& desk);
    result<sync_response> exchange(const sync_request& request);
    /// What a desk that was shut out is told; not_found where it was not.
    result<std::string> shut_out_word_for(const std::string& office, const std::string& desk);
    /// That a desk was here, once a day, and which certificate it says it knows.
    status note_contact(desk_line desk);
    /// A scan of a record, as the record says; not_found.
    result<scan> scan_of(
        const std::string& office, const std::string& record, const std::string& sealed
    );
    /// How the paper of a QR code stands; not_found.
    result<checked_paper> check_paper(const std::string& token);
    /// How far the feed of an office goes; 0 where it is empty.
    result<std::int64_t> feed_revision(const std::string& office);
    /// Carries letters that a crash left between two offices.
    status deliver_mail();
    /// Whether the store answers.
    status ping();
    /// Brings the gauges of what waits up to now.
    status measure();

    // Requests for personal numbers; host says what each does.
    result<std::vector<pin_task>> pins_due(std::int64_t limit);
    result<json::object> pin_sent(const pin_task& task);
    result<pin_outcome> pin_answered(
        const pin_task& task, const pin_answer& answer, random_source& random
    );
    status pin_unanswered(const pin_task& task, pin_silence why, random_source& random);

    // For services that stand on the same store: a step of theirs, read-only or not.
    template <class T>
    using step = std::function<result<T>(host& here, sql_connection& db)>;

    template <class T>
    result<T> read(const step<T>& what)
    {
        return run(&store::read, what);
    }

    template <class T>
    result<T> write(const step<T>& what)
    {
        return run(&store::write, what);
    }

private:
    /// What the store does with a job: it reads, or it writes.
    using run_job = status (store::*)(const store::work& job);

    template <class T>
    result<T> run(run_job how, const step<T>& what)
    {
        std::optional<result<T>> out;
        TRY_STATUS((*m_store.*how)([&](sql_connection& db) -> status {
            host here(db, m_known, m_feed_key, m_store->others());
            out.emplace(what(here, db));
            return *out ? status() : out->error();
        }));
        return std::move(*out);
    }

    std::unique_ptr<store> m_store;
    const definitions& m_known;
    const signing_key m_feed_key;
    const clock& m_time;
    metrics& m_counters;
    std::mutex m_contacts_mutex;
    std::map<std::string, std::string> m_contacts; ///< what was noted last of each desk
};

} // namespace hotich
