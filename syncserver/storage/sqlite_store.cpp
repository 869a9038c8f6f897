#include "syncserver/storage/sqlite_store.h"

#include "syncserver/storage/job_connection.h"

namespace hotich {

namespace {

constexpr std::chrono::seconds reader_patience{5};
constexpr int pages_of_wal = 16'000; ///< 64 MB

} // namespace

sqlite_store::sqlite_store(
    std::unique_ptr<sql_connection> writer, std::vector<std::unique_ptr<sql_connection>> readers
)
    : m_writer(std::move(writer)), m_readers(std::move(readers), reader_patience)
{
    // Many offices write the same pages of the nation's indexes: they go into the file seldom. A
    // larger WAL is no promise to anybody, so a database that does not take it works as well.
    [[maybe_unused]] const auto set =
        m_writer->execute_script("PRAGMA wal_autocheckpoint=" + std::to_string(pages_of_wal));
}

status sqlite_store::write(const work& job)
{
    waiting mine{job, {}};
    std::unique_lock lock(m_mutex);
    if (m_queue.size() >= max_waiting_jobs)
        return failure{failure_code::busy, "too many are waiting to write"};
    m_queue.push_back(&mine);
    while (!mine.is_done) {
        if (m_has_leader) {
            m_changed.wait(lock);
            continue;
        }
        m_has_leader = true;
        const auto group = next_group();
        lock.unlock();
        run_group(group);
        lock.lock();
        for (auto* one : group)
            one->is_done = true;
        m_has_leader = false;
        m_changed.notify_all();
    }
    return mine.said;
}

status sqlite_store::read(const work& job)
{
    if (m_readers.is_empty()) return write(job);
    TRY(const auto lent, m_readers.take());
    return job(*lent);
}

std::vector<sqlite_store::waiting*> sqlite_store::next_group()
{
    std::vector<waiting*> group;
    while (!m_queue.empty() && group.size() < max_jobs_in_a_commit) {
        group.push_back(m_queue.front());
        m_queue.pop_front();
    }
    return group;
}

/// What is thrown in one job is its own trouble: the others, and the leader, go on.
status sqlite_store::run_one(const work& job, sql_connection& db)
{
    try {
        return job(db);
    } catch (const std::exception& error) {
        return failure{failure_code::storage_unavailable, std::string("thrown: ") + error.what()};
    }
}

void sqlite_store::run_group(const std::vector<waiting*>& group)
{
    const auto fail_all = [&group](const failure& why) {
        for (auto* one : group)
            one->said = why;
    };
    if (const auto begun = m_writer->begin_write(); !begun) return fail_all(begun.error());
    job_connection db(*m_writer);
    for (auto* one : group) {
        one->said = run_one(one->job, db);
        db.rollback(); // what a thrown exception left open
    }
    auto done = db.is_broken()
        ? status(failure{failure_code::storage_unavailable, "a job could not be undone"})
        : m_writer->commit();
    if (done) return;
    m_writer->rollback();
    fail_all(done.error());
}

} // namespace hotich
