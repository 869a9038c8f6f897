// Proving a log: every operation is the one its hash says, every chain is whole and signed, the
// feed follows, and everything folded from it is what folding gives again. Reads row by row, so
// that a damaged page costs the rows on it and names their records, not the whole register. Used by
// `hotich verify` and `hotich-server verify`.
#pragma once

#include "common/definitions/definitions.h"
#include "common/register/operation_log.h"

#include <map>
#include <string>
#include <vector>

namespace hotich {

struct verify_problem
{
    std::string office;
    std::string record; ///< the record it belongs to; "" where it belongs to none
    std::string what;   ///< English, for the log and the IT officer
};

struct verify_report
{
    std::int64_t operations = 0;
    std::int64_t records = 0;
    std::vector<verify_problem> problems;
};

/// Public keys by desk name; the server's stands under server_desk. A desk without a key is not
/// checked for signatures.
using desk_keys = std::map<std::string, std::string>;

/// Verifies one office's log and what is folded from it. A failure only where nothing can be read
/// at all.
result<verify_report> verify_office(
    sql_connection& db, const definitions& known, const std::string& office, const desk_keys& keys
);

/// The desks that the server enrolled in this feed, with their keys.
result<desk_keys> enrolled_desks(sql_connection& db, const std::string& office);

} // namespace hotich
