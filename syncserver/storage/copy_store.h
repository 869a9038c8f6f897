// Carries a whole store into an empty one, table by table in one transaction of the target, and
// proves that both are equal before it commits: rows and a digest over them in the order of their
// keys, read again from both. Used by `hotich-server migrate-store`.
#pragma once

#include "common/sql/sql.h"
#include "common/sync/host.h"

#include <string>
#include <vector>

namespace hotich {

struct store_side
{
    sql_connection& db;
    writers kind = writers::one; ///< one: SQLite; several: PostgreSQL
};

struct copied_table
{
    std::string name;
    std::int64_t rows = 0;
    std::string digest;
};

/// The tables of a store, without those that only steer it (migrations, gates), each with its rows
/// and digest. The caller holds a transaction where the store may change.
result<std::vector<copied_table>> digests_of(store_side side);

/// The same where servers are at work: one moment of the source, a repeatable read of PostgreSQL.
result<std::vector<copied_table>> copy_running_store(store_side from, store_side to);

/// conflict: the target is not empty, or a table came out unequal; busy: a server is at work on the
/// source or the target; not_allowed: the two have different tables.
result<std::vector<copied_table>> copy_store(store_side from, store_side to);

} // namespace hotich
