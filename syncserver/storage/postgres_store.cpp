#include "syncserver/storage/postgres_store.h"

#include "common/crypto/crypto.h"

#include <thread>

namespace hotich {

namespace {

constexpr std::chrono::seconds pool_patience{10};
constexpr std::int64_t first_pause_ms = 4;
/// Any number that nobody else locks: "hotich" in ASCII.
constexpr std::int64_t lock_of_migration = 0x686f74696368;

/// Those who met go on at different moments.
void pause_before(int run)
{
    system_random random;
    const auto longest = static_cast<std::uint64_t>(first_pause_ms << run);
    std::this_thread::sleep_for(
        std::chrono::milliseconds(1 + static_cast<std::int64_t>(random.below(longest)))
    );
}

} // namespace

postgres_store::postgres_store(std::vector<std::unique_ptr<sql_connection>> connections)
    : m_pool(std::move(connections), pool_patience)
{}

result<std::unique_ptr<store>> postgres_store::open(
    const postgres_settings& settings, std::size_t connections
)
{
    std::vector<std::unique_ptr<sql_connection>> all;
    TRY(auto first, open_postgres(settings));
    for (std::size_t i = 1; i < connections; ++i)
        all.push_back(postgres_on_demand(settings));
    all.push_back(std::move(first));
    return std::unique_ptr<store>(new postgres_store(std::move(all)));
}

status postgres_store::write(const work& job)
{
    TRY(const auto lent, m_pool.take());
    for (int run = 1;; ++run) {
        auto said = job(*lent);
        if (said || said.error().code != failure_code::busy || run == max_runs_of_a_job)
            return said;
        (*lent).rollback();
        pause_before(run);
    }
}

status postgres_store::read(const work& job) { return write(job); }

status prepare_postgres(sql_connection& db, const std::string& schemas_folder)
{
    TRY([[maybe_unused]] const auto locked,
        db.query("SELECT pg_advisory_lock($1)", {lock_of_migration}));
    auto prepared = host::prepare_store(db, schemas_folder, writers::several);
    TRY([[maybe_unused]] const auto unlocked,
        db.query("SELECT pg_advisory_unlock($1)", {lock_of_migration}));
    return prepared;
}

} // namespace hotich
