// The store in PostgreSQL, shared with other servers: a few connections, and work that met another
// transaction is run again some times, after a moment that chance decides.
#pragma once

#include "common/base/random_source.h"
#include "syncserver/storage/connection_pool.h"
#include "syncserver/storage/postgres_connection.h"
#include "syncserver/storage/store.h"

namespace hotich {

inline constexpr int max_runs_of_a_job = 6;

class postgres_store final : public store
{
public:
    /// storage_unavailable: the database does not answer now; later it may come and go.
    static result<std::unique_ptr<store>> open(
        const postgres_settings& settings, std::size_t connections
    );

    status write(const work& job) override;
    status read(const work& job) override;

    [[nodiscard]] writers others() const override { return writers::several; }

private:
    explicit postgres_store(std::vector<std::unique_ptr<sql_connection>> connections);

    connection_pool m_pool;
};

/// Makes or renews the tables; servers that start together do it one after the other.
status prepare_postgres(sql_connection& db, const std::string& schemas_folder);

} // namespace hotich
