// Copies the chosen rows of a list for a spreadsheet: tab-separated text with the columns' names
// first, and the same as a table whose cells are texts, because a spreadsheet would make a date of
// "01/2026" and drop the zeros of a document's number. Used by every list.
#pragma once

class QAbstractItemView;

namespace hotich {

/// Puts the chosen rows on the clipboard; without any nothing.
void copy_rows(const QAbstractItemView& list);

} // namespace hotich
