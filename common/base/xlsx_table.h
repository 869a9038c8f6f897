// Tables as spreadsheets save them (.xlsx, ECMA-376): the first sheet, a header in its first row
// that is not empty, then rows whose fields are found by its names, as csv.h gives them. What is
// compressed too well, has too many parts or rows, or names parts outside itself is refused.
// Used for what people import.
#pragma once

#include "common/base/csv.h"

#include <set>

namespace hotich {

inline constexpr std::size_t max_xlsx_bytes = 4u * 1024u * 1024u;
inline constexpr std::size_t max_xlsx_part_bytes = 32u * 1024u * 1024u; ///< uncompressed
inline constexpr int max_xlsx_parts = 500;
inline constexpr std::size_t max_table_rows = 20'000;
inline constexpr std::size_t max_table_columns = 64;

/// Below the headers in `day_columns` (compared folded) a number is a day as the sheet counts it,
/// and is given as 2026-11-28. invalid_input names the cell as the sheet does: "C7: …".
result<std::vector<csv_row>> parse_xlsx(
    std::string_view bytes, const std::set<std::string>& day_columns
);

/// Either kind, told by its first bytes.
result<std::vector<csv_row>> parse_table(
    std::string_view bytes, const std::set<std::string>& day_columns
);

} // namespace hotich
