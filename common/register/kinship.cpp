#include "common/register/kinship.h"

#include <algorithm>
#include <map>
#include <set>

namespace hotich {

namespace {

using person_id = std::size_t;
using people_set = std::set<person_id>;

/// Which side of a relation is asked for; b is the child.
enum class side { a, b };
enum class standing { active, ever };

/// People as numbers and their relations, read when they are first asked for.
class family
{
public:
    explicit family(known_people& people) : m_people(people) {}

    /// Nothing where no entry names the person.
    std::optional<person_id> find(const person_identity& who)
    {
        auto found = m_people.find(who);
        if (found.empty()) return std::nullopt;
        return id_of(std::move(found));
    }

    people_set parents_of(person_id one)
    {
        return others(one, "parent", side::a, standing::active);
    }

    /// Parents by law: an adopted child's mother is a mother-in-law too (Luật Nuôi con nuôi Đ24).
    people_set all_parents_of(person_id one)
    {
        auto found = parents_of(one);
        found.merge(others(one, "adoptive_parent", side::a, standing::active));
        return found;
    }

    /// Also those whose adoption ended (LHNGĐ Đ5 k2 d).
    people_set adoptive_parents_ever(person_id one)
    {
        return others(one, "adoptive_parent", side::a, standing::ever);
    }

    /// Also those of marriages that ended.
    people_set spouses_ever(person_id one)
    {
        auto found = others(one, "spouse", side::b, standing::ever);
        found.merge(others(one, "spouse", side::a, standing::ever));
        return found;
    }

    /// Every ancestor with the generations between.
    std::map<person_id, int> ancestors_of(person_id one)
    {
        std::map<person_id, int> found;
        people_set newest{one};
        for (int generation = 1; generation <= max_generations; ++generation) {
            people_set next;
            for (const auto child : newest)
                for (const auto parent : parents_of(child))
                    if (parent != one && found.emplace(parent, generation).second)
                        next.insert(parent);
            newest = std::move(next);
        }
        return found;
    }

private:
    person_id id_of(namings person)
    {
        for (const auto& one : person)
            if (const auto known = m_ids.find(one.key()); known != m_ids.end())
                return known->second;
        const auto id = m_relations.size();
        for (const auto& one : person)
            m_ids.emplace(one.key(), id);
        m_relations.push_back(m_people.relations_of(person));
        return id;
    }

    person_id id_of(const naming& one)
    {
        const auto known = m_ids.find(one.key());
        return known != m_ids.end() ? known->second : id_of(m_people.find(one));
    }

    /// Those who stand on a side of the person's relations.
    people_set others(person_id one, std::string_view kind, side wanted, standing asked)
    {
        people_set found;
        const auto relations = m_relations[one]; // asking for the others may add people
        for (const auto& relation : relations) {
            const bool fits = relation.kind == kind && relation.self_is_a == (wanted == side::b)
                && (relation.active || asked == standing::ever);
            if (!fits || m_relations.size() >= max_kin) continue;
            const auto other = id_of(relation.other);
            if (other != one) found.insert(other);
        }
        return found;
    }

    known_people& m_people;
    std::map<naming::key_type, person_id> m_ids;
    std::vector<std::vector<known_relation>> m_relations; ///< by person
};

bool share_any(const people_set& a, const people_set& b)
{
    return std::any_of(a.begin(), a.end(), [&b](person_id one) { return b.contains(one); });
}

/// LHNGĐ Đ3 k18: the parents are the first generation, their children the second, the children of
/// these the third.
bool within_three_generations(
    const std::map<person_id, int>& ancestors_of_a, const std::map<person_id, int>& ancestors_of_b
)
{
    return std::any_of(ancestors_of_a.begin(), ancestors_of_a.end(), [&](const auto& item) {
        const auto common = ancestors_of_b.find(item.first);
        return common != ancestors_of_b.end() && item.second <= 2 && common->second <= 2;
    });
}

/// LHNGĐ Đ5 k2 d: a parent and the child's spouse, or a child and the parent's spouse, now or once.
bool are_in_law(family& known, person_id a, person_id b)
{
    const auto is_spouse_of_parent = [&known](person_id one, person_id child) {
        return share_any(known.spouses_ever(one), known.all_parents_of(child));
    };
    const auto is_parent_of_spouse = [&known](person_id one, person_id other) {
        for (const auto spouse : known.spouses_ever(other))
            if (known.all_parents_of(spouse).contains(one)) return true;
        return false;
    };
    return is_spouse_of_parent(a, b) || is_spouse_of_parent(b, a) || is_parent_of_spouse(a, b)
        || is_parent_of_spouse(b, a);
}

} // namespace

std::string kinship_between(
    known_people& people, const person_identity& a, const person_identity& b
)
{
    family known(people);
    const auto one = known.find(a);
    const auto other = known.find(b);
    if (!one || !other || *one == *other) return {};
    const auto ancestors_of_one = known.ancestors_of(*one);
    const auto ancestors_of_other = known.ancestors_of(*other);
    if (ancestors_of_one.contains(*other) || ancestors_of_other.contains(*one))
        return "direct_line";
    if (share_any(known.parents_of(*one), known.parents_of(*other))) return "siblings";
    if (within_three_generations(ancestors_of_one, ancestors_of_other))
        return "within_three_generations";
    const bool is_adoption = known.adoptive_parents_ever(*one).contains(*other)
        || known.adoptive_parents_ever(*other).contains(*one);
    if (is_adoption) return "adoption";
    return are_in_law(known, *one, *other) ? "in_law" : "";
}

} // namespace hotich
