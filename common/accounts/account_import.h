// Accounts that come as a table, from a spreadsheet or a CSV file: which columns they have, in
// either language, and what stands wrong in a line by itself. Used by `hotich-server user import`
// and by the desktop's page.
//
// columns  name, full_name, role, unit, from, until; also by their labels in messages.json, group
//          "account_columns". A role may be written as it is labelled, a commune as its code.
#pragma once

#include "common/base/csv.h"
#include "common/definitions/definitions.h"

#include <vector>

namespace hotich {

inline constexpr std::size_t max_imported_accounts = 2000;

struct imported_account
{
    int line = 0;        ///< in the file
    json::object wanted; ///< as POST /v1/accounts takes it
    std::string trouble; ///< "" or why it cannot be: "name_wrong", "name_twice", …
};

/// CSV or XLSX. invalid_input: it is no table, or "column_missing NAME".
result<std::vector<imported_account>> read_account_table(
    std::string_view bytes, const definitions& known
);

} // namespace hotich
