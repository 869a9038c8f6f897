// The store as the services see it: work is handed in and runs on a connection that is its own
// meanwhile. Nobody is told that a change is made before it is durable. Two of them: storage/
// sqlite_store (one file, one writer) and storage/postgres_store (many servers on one database).
// Used by services/exchange_service.
#pragma once

#include "common/sql/sql.h"
#include "common/sync/host.h"

#include <functional>

namespace hotich {

class store
{
public:
    /// Begins and ends its own transactions; may be run again from the start where another was in
    /// the way, so that it leaves nothing behind but in the database.
    using work = std::function<status(sql_connection& db)>;

    store() = default;
    store(const store&) = delete;
    store& operator=(const store&) = delete;
    virtual ~store() = default;

    /// What the work said, once what it committed is durable. busy: too many wait already, or
    /// others stood in the way too often. A failure may leave it open whether the work was done:
    /// callers are idempotent.
    virtual status write(const work& job) = 0;
    /// Work that writes nothing.
    virtual status read(const work& job) = 0;
    [[nodiscard]] virtual writers others() const = 0;
};

} // namespace hotich
