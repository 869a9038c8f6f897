// The store in one SQLite file. Writers queue; whoever finds nobody at work becomes the leader and
// runs all that wait, each in a savepoint of one transaction, commits once, and only then tells
// them: one flush to the disk for many batches. Readers have connections of their own (WAL).
#pragma once

#include "syncserver/storage/connection_pool.h"
#include "syncserver/storage/store.h"

#include <deque>

namespace hotich {

inline constexpr std::size_t max_waiting_jobs = 1024;
/// More in one transaction would make the first of them wait too long.
inline constexpr std::size_t max_jobs_in_a_commit = 64;

class sqlite_store final : public store
{
public:
    /// Without readers, reading takes its turn with the writers.
    explicit sqlite_store(
        std::unique_ptr<sql_connection> writer,
        std::vector<std::unique_ptr<sql_connection>> readers = {}
    );

    status write(const work& job) override;
    status read(const work& job) override;

    [[nodiscard]] writers others() const override { return writers::one; }

private:
    struct waiting
    {
        const work& job;
        status said;
        bool is_done = false;
    };

    std::vector<waiting*> next_group();
    void run_group(const std::vector<waiting*>& group);
    static status run_one(const work& job, sql_connection& db);

    std::unique_ptr<sql_connection> m_writer; ///< the leader's
    connection_pool m_readers;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<waiting*> m_queue;
    bool m_has_leader = false;
};

} // namespace hotich
