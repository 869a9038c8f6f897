// What a record is found by, and the sorted keys that this leaves in the search index.
//
// kept in the column `words` of a record, every word between spaces:
//   " nguyen van an | tran thi hoa | 1/2026 001196099999 "   names, each before a "|", then numbers
// keys of a name: its words from each of them on, and round, then the record's other names in the
// order of `words`, so that two names are found at once:
//   "nguyen van an | tran thi hoa", "van an nguyen | tran thi hoa", "an nguyen van | tran thi hoa"
// key of a number: itself. Only a name's key has a "|".
#pragma once

#include "common/definitions/event_definition.h"
#include "common/records/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

inline constexpr char search_name_end = '|';

struct search_terms
{
    std::vector<std::string> names; ///< folded, each once
    std::vector<std::string> numbers;

    [[nodiscard]] std::string to_text() const;
    /// Sorted, each once.
    [[nodiscard]] std::vector<std::string> keys() const;
};

/// Of a record as it was registered and as it reads now.
search_terms search_terms_of(
    const event_definition& event, const record& folded, const json::object& current
);

/// Reads what to_text gave.
search_terms parse_search_terms(std::string_view words);

/// A word as it is searched: folded; with a digit in it, letters, digits and "/" only, no leading
/// zeros.
std::string search_word(std::string_view typed);

bool has_digit(std::string_view text);

} // namespace hotich
