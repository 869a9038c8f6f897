#include "common/register/known_person.h"

#include "common/register/projection.h"

#include <algorithm>

namespace hotich {

namespace {

/// What older entries say is seldom needed, and older than what newer ones say.
constexpr std::size_t entries_read = 8;

std::string iso_of(const person_fact& fact)
{
    const auto date = parse_typed_date(fact.registered_on);
    return date ? to_iso(*date) : std::string();
}

/// Adds what is missing, one level into groups.
void complete(json::object& person, const json::object& more)
{
    for (const auto& [name, value] : more) {
        if (!is_known(value)) continue;
        if (!person.contains(name) || !is_known(person.at(name))) person[name] = value;
    }
}

} // namespace

result<std::optional<known_person>> find_known_person(
    desk_register& desk, const person_identity& who
)
{
    if (!who.is_certain()) return std::optional<known_person>();
    auto facts = desk.view().entries_of(who, "");
    std::erase_if(facts, [&desk](const auto& fact) {
        return fact.office != desk.identity().office;
    });
    std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
        return iso_of(a) > iso_of(b);
    });
    if (facts.size() > entries_read) facts.resize(entries_read);
    std::optional<known_person> found;
    for (const auto& fact : facts) {
        TRY(const auto entry, desk.load(fact.record));
        const auto data = current_data(entry);
        const auto* person = find_path(data, fact.role);
        if (person == nullptr || !person->is_object()) continue;
        if (!found) found = known_person{{}, fact.event, fact.number};
        complete(found->fields, person->get_object());
    }
    return found;
}

} // namespace hotich
