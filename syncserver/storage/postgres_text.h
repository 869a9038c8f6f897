// How values, statements and errors cross between sql.h and libpq. Used by postgres_connection.
#pragma once

#include "common/sql/sql.h"

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// The failure of an SQLSTATE. The server's sentence goes into the detail only where it cannot
/// quote a value: of classes 42 (statements) and 08, 28, 57 (connections).
failure failure_of_sqlstate(
    std::string_view state, std::string_view constraint, std::string message
);

/// A column of a result by the OID of its type: integers and booleans are numbers, all else text.
sql_value value_of_text(std::uint32_t type, std::string_view text);

/// SQLite's hints about indexes say nothing here.
std::string without_index_hint(std::string_view text);

/// The parameters of one statement as libpq takes them: text, with the type where there is one.
struct postgres_parameters
{
    std::vector<std::string> numbers; ///< keeps the digits
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<std::uint32_t> types;
    std::string signature; ///< one letter a parameter: a statement is prepared once for each
};

/// invalid_input: a text with a NUL byte, which PostgreSQL cannot keep.
result<postgres_parameters> parameters_of(std::span<const sql_value> values);

/// Rows in the text format of COPY; invalid_input as above.
result<std::string> copy_text(std::span<const sql_value> values, std::size_t columns);

} // namespace hotich
