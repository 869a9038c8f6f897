// Cells copied in a spreadsheet, on their way into a list of a form: parted by tabs, rows by line
// ends, a cell that holds either in double quotes. Used by list_editor.
#pragma once

#include "common/definitions/definitions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

class field_editor;

using cell_row = std::vector<std::string>;

/// The texts cleaned (NFC, spaces); without empty rows, and without empty cells at a row's end.
/// Reads on until there are more rows than `most`.
std::vector<cell_row> cells_of(std::string_view copied, std::size_t most);

/// Whether it says what the list's columns are called, in either language, and nothing else.
bool names_columns(const cell_row& row, const std::vector<field_definition>& columns);

/// Nothing where it is neither; an empty text is no.
std::optional<bool> yes_or_no(const definitions& known, std::string_view text);

/// As if it had been typed and the cell left: what the cell does not understand stays as it is.
void type_into(field_editor& cell, const definitions& known, const std::string& text);

} // namespace hotich
