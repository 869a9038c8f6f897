// A copy of a database in memory: the old backup that a desk is restored from.
#pragma once

#include "common/sql/sqlcipher_connection.h"
#include "tests/support/small_world.h"

#include <memory>

namespace hotich::test {

/// Every table with its rows and indexes, as committed or not: nobody may be writing.
std::unique_ptr<sql_connection> copy_of(sql_connection& disk);

} // namespace hotich::test
