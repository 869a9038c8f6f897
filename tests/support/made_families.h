// Births of a made-up nation with the families, names and gaps that a search for duplicates meets:
// a few common names, brothers and sisters, twins, parents of whom an old book knows a name and a
// year. The same number gives the same birth. For the duplicates benchmark.
#pragma once

#include "common/base/json.h"

#include <cstdint>

namespace hotich::test {

/// The children of a family that are registered; a further one is a birth that nobody has seen.
inline constexpr std::int64_t registered_children = 2;

/// A child of a family, 0 the first; one in ninety is the twin of the one before. Without office.
json::object child_of_family(std::int64_t family, std::int64_t child);

/// What makes the second registration of a child differ from the first.
enum class slip {
    none,
    letter_in_name,
    letters_exchanged,
    no_marks,
    words_in_other_order,
    day_and_month_exchanged,
    no_father,
    no_numbers,
    mother_misspelt,
    count
};

/// The same child as another commune would write it a year later; `seed` chooses the place of the
/// slip.
json::object written_again(json::object data, slip first, slip second, std::uint64_t seed);

} // namespace hotich::test
