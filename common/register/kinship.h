// How two people are related, as the entries of the books tell it: what a marriage is checked
// against (LHNGĐ 2014 Đ3 k17–18, Đ5 k2 d). Used by people_index only.
#pragma once

#include "common/register/known_people.h"

#include <string>

namespace hotich {

/// Grandparents of grandparents of grandparents: further back no book reaches.
inline constexpr int max_generations = 6;
/// People looked at for one question.
inline constexpr std::size_t max_kin = 300;

/// The name that record_lookup::kinship_of documents; "" where nothing is known.
std::string kinship_between(
    known_people& people, const person_identity& a, const person_identity& b
);

} // namespace hotich
