// A year's book of an office: its volumes, and what it holds. Counted by register/book_ledger,
// printed by papers/book_table.
#pragma once

#include "common/records/record.h"

#include <vector>

namespace hotich {

struct register_volume
{
    std::string book_kind;
    int year = 0;
    int volume = 1;
    int first_no = 1;
    std::string opened_on; ///< ISO
    std::string closed_on; ///< "" while it is open
    json::object totals;   ///< what the closing counted
};

/// What stands between the first and the last number of a year.
struct book_count
{
    int first_no = 1;
    int last_no = 0;
    int entries = 0;
    int noted = 0; ///< entries with later notes
    std::vector<int> void_numbers;
    std::vector<int> gaps;

    [[nodiscard]] json::object to_json() const;
};

/// The volume an entry stands in, as the book writes it: "01/2026" (domain §4.4).
std::string volume_label(
    const std::vector<register_volume>& volumes, const registration_number& number
);

} // namespace hotich
