// The PostgreSQL driver: one blocking libpq connection, statements prepared once each. A connection
// that was lost is made again on its next use outside a transaction; inside one, everything fails
// until it is rolled back. Used by storage/postgres_store and the commands.
//
// Texts compare byte by byte as in SQLite: every TEXT of schemas/sql/postgres is COLLATE "C".
#pragma once

#include "common/sql/sql.h"

#include <chrono>
#include <memory>
#include <string>

namespace hotich {

struct postgres_settings
{
    std::string conninfo; ///< of libpq; may hold a password and is never shown
    std::chrono::milliseconds statement_timeout = std::chrono::seconds(60); ///< 0: none
    std::chrono::milliseconds lock_timeout = std::chrono::seconds(10);
    std::chrono::milliseconds idle_in_transaction_timeout = std::chrono::seconds(60);
};

/// For commands that read or write the whole store: no statement is too long.
postgres_settings patient(postgres_settings settings);

/// invalid_input: no connection string; storage_unavailable: nobody answers, or lets us in.
result<std::unique_ptr<sql_connection>> open_postgres(const postgres_settings& settings);

/// The same, connected on first use: what a pool is made of.
std::unique_ptr<sql_connection> postgres_on_demand(const postgres_settings& settings);

} // namespace hotich
