// What is to be printed: papers of records, a sheet each with a token of its own, and the blanks
// they go on. What the preview offers and what printing writes; both run beside the register. Used
// by preview_page and papers_page.
#pragma once

#include "common/register/desk_printed.h"

namespace hotich {

/// Originals: as many as the law gives and are not printed yet. Of anything else, one.
inline constexpr int as_many_as_due = 0;
inline constexpr int max_sheets_at_once = 50;

struct print_item
{
    std::string record;
    std::string certificate;
    int sheets = as_many_as_due;
};

/// The first paper's name, as a file or a heading calls them all; "" of none.
std::string name_of_papers(
    const definitions& known, const std::vector<print_item>& items, const std::string& language
);

struct print_offer
{
    std::vector<paper_issue> papers; ///< one for each sheet, nothing written yet
    std::vector<print_item> items;   ///< those that can be printed, with their sheets
    int most = 1;                    ///< sheets that may be printed of a single item
    std::string blank_kind;          ///< "" where they do not all go on one kind of blank
    std::vector<std::string> blanks; ///< the next ones in hand, at most one a sheet
    int left_out = 0;                ///< items that cannot be printed now
};

/// Of one item the failure of desk_register::preview_paper, "original_issued" among them; of
/// several, those that cannot be printed are left out.
result<print_offer> offer_print(
    desk_register& desk, const std::vector<print_item>& items, instant now
);

/// Writes that each sheet is printed, on the blanks in their order ("" or none left: on plain
/// paper), then gives what to print.
result<std::vector<paper_issue>> issue_print(
    desk_register& desk,
    const std::vector<print_item>& items,
    const std::vector<std::string>& blanks,
    instant now
);

/// The serials that lie on the first one, as the ledger has them left where it begins there, else
/// one after the other. invalid_input as parse_blank_serial.
result<std::vector<std::string>> blanks_from(
    const std::string& first, const std::vector<std::string>& in_hand, std::size_t sheets
);

} // namespace hotich
