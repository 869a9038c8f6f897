// A row of `record` as the rules hear of it who find it in their way. Used by projection_lookup and
// duplicate_index.
#pragma once

#include "common/rules/lookup.h"
#include "common/sql/sql.h"

namespace hotich {

/// Columns: office, record, title, year, reg_no, reg_date.
claim_holder holder_in(const sql_row& row);

} // namespace hotich
