// A person as a clerk looks one up: every entry that names him or her for certain, what those say
// now (married, dead, guardian), and who is probably the same. Used by desktop and tool.
#pragma once

#include "common/register/people_index.h"

namespace hotich {

inline constexpr std::int64_t max_people_shown = 50;

struct person_view
{
    person_identity who;
    std::vector<person_fact> entries;
    std::vector<person_fact> spouses;
    std::vector<person_fact> parents;
    std::vector<person_fact> children;
    std::vector<person_fact> guardians;
    std::vector<person_fact> deaths;
    std::vector<person_fact> probably_same;
};

/// By personal number, by the number of an id document, or by name without accents; at most
/// `limit` people, by name.
result<std::vector<person_view>> find_people(
    sql_connection& db, const std::string& office, std::string_view text, std::int64_t limit
);

json::object to_json(const person_view& view);

} // namespace hotich
