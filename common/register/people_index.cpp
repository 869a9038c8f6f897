#include "common/register/people_index.h"

namespace hotich {

status people_index::apply(const operation&, const std::optional<verdict>&) { return {}; }

status people_index::replace(const event_definition&, const record&, const json::object&)
{
    return {};
}

std::vector<person_fact> people_index::entries_of(const person_identity&, const std::string&)
{
    return {};
}

std::vector<person_fact> people_index::probably_same(const person_identity&, const std::string&)
{
    return {};
}

std::vector<person_fact> people_index::flagged(
    const person_identity&, const std::string&, const std::string&
)
{
    return {};
}

std::vector<person_fact> people_index::related(
    const person_identity&, const std::string&, bool, const std::string&
)
{
    return {};
}

std::string people_index::kinship_of(const person_identity&, const person_identity&) { return {}; }

} // namespace hotich
