// Tables as CSV text: a header, then rows whose fields are found by its names. Double quotes as
// RFC 4180 has them; a field holds no line break. Used for code lists and for what people import.
#pragma once

#include "common/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

struct csv_row
{
    int line = 0; ///< in the file, the header's being 1
    std::map<std::string, std::string, std::less<>> columns;

    /// The field below a name; "" where there is no such column.
    [[nodiscard]] std::string at(std::string_view name) const;
};

/// Parted by commas, or by semicolons where the header is. invalid_input: a row has not as many
/// fields as the header. A mark of byte order is passed over.
result<std::vector<csv_row>> parse_csv(std::string_view csv);

/// A field as it is written: quoted where it must be.
std::string csv_field(std::string_view text);

failure in_line(const csv_row& row, const std::string& what);

} // namespace hotich
