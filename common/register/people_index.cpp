// The payload of same_person and distinct_person:
// {"a":{"record":…,"role":…},"b":{"record":…,"role":…}}.
#include "common/register/people_index.h"

#include "common/base/text.h"
#include "common/register/kept_rows.h"
#include "common/register/kinship.h"
#include "common/register/known_people.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace hotich {

namespace {

constexpr std::size_t year_digits = 4;

bool is_named(const person_identity& who) { return !who.full_name.empty() || who.is_certain(); }

/// The day that a note gives to the end of a relation, where the note is about it: the end itself,
/// else of the decision it rests on, else of the note; "" where it is about something else.
std::string end_in(const json::object& note, const std::vector<std::string>& paths)
{
    if (text_at(note, "state") != "effective") return {};
    for (const auto& change : rows_at(note, "changes")) {
        const auto* item = change.if_object();
        if (item == nullptr
            || std::find(paths.begin(), paths.end(), text_at(*item, "field")) == paths.end())
            continue;
        for (const auto day : {text_at(*item, "new"), text_at(note, "basis.date")})
            if (parse_date(day)) return std::string(day);
        return std::string(text_at(note, "on"));
    }
    return {};
}

/// The day a relation ended, as the last note about it says.
std::string end_of(const relation_definition& relation, const record& folded)
{
    const auto paths = relation.ended.paths();
    auto day = std::string(text_at(folded.data, "reg_date"));
    for (const auto& item : folded.annotations) {
        auto told = item.is_object() ? end_in(item.get_object(), paths) : std::string();
        if (!told.empty()) day = std::move(told);
    }
    return day;
}

naming::key_type judged_naming(const json::object& payload, const std::string& side)
{
    return {
        std::string(text_at(payload, side + ".record")),
        std::string(text_at(payload, side + ".role"))};
}

/// Equal days, or a month or year that holds the other.
bool may_be_one_day(const std::string& a, const std::string& b)
{
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    return !shorter.empty() && longer.starts_with(shorter)
        && (longer.size() == shorter.size() || longer[shorter.size()] == '-');
}

bool contradict(const std::string& a, const std::string& b)
{
    return !a.empty() && !b.empty() && a != b;
}

/// Folded names of the parents that entries name, by gender.
using parent_names = std::map<std::string, std::set<std::string>>;

parent_names parents_of(known_people& people, const namings& person)
{
    parent_names out;
    for (const auto& relation : people.relations_of(person)) {
        const auto& parent = relation.other.who;
        const bool is_known = relation.kind == "parent" && !relation.self_is_a && relation.active
            && !parent.gender.empty() && !parent.full_name.empty();
        if (is_known) out[parent.gender].insert(fold(parent.full_name));
    }
    return out;
}

/// Fathers, or mothers, are known on both sides and none is the same.
bool have_other_parents(const parent_names& a, const parent_names& b)
{
    return std::any_of(a.begin(), a.end(), [&b](const auto& item) {
        const auto other = b.find(item.first);
        return other != b.end()
            && std::none_of(item.second.begin(), item.second.end(), [&](const auto& name) {
                   return other->second.contains(name);
               });
    });
}

/// Whom a person may be besides those that are certain.
class proposals
{
public:
    proposals(known_people& people, const person_identity& who, const std::string& except)
        : m_people(people),
          m_who(who),
          m_person(people.find(who)),
          m_parents(parents_of(people, m_person))
    {
        const auto take = [this](const std::vector<naming::key_type>& keys) {
            m_distinct.insert(keys.begin(), keys.end());
        };
        take(people.distinct_from_any_in(except));
        for (const auto& one : m_person)
            take(people.distinct_from(one.key()));
    }

    bool fits(const naming& candidate)
    {
        if (contradicts_identity(candidate.who)) return false;
        const auto person = m_people.find(candidate);
        for (const auto& one : person) {
            const bool is_judged = m_distinct.contains(one.key());
            if (is_judged || is_certain(one) || contradict(one.who.pin, m_who.pin)) return false;
        }
        return !have_other_parents(m_parents, parents_of(m_people, person));
    }

private:
    bool contradicts_identity(const person_identity& candidate) const
    {
        return !may_be_one_day(candidate.birth_date, m_who.birth_date)
            || contradict(candidate.gender, m_who.gender) || contradict(candidate.pin, m_who.pin);
    }

    bool is_certain(const naming& candidate) const
    {
        return std::any_of(m_person.begin(), m_person.end(), [&candidate](const naming& one) {
            return one.key() == candidate.key();
        });
    }

    known_people& m_people;
    const person_identity& m_who;
    namings m_person;
    parent_names m_parents;
    std::set<naming::key_type> m_distinct;
};

bool ends_with_self(std::string_view kind) { return kind == "guardian" || kind == "supervisor"; }

/// Marriages and guardianships end with a life (LHNGĐ Đ65, BLDS Đ62); parents stay parents.
bool ends_with_other(std::string_view kind) { return kind == "spouse" || ends_with_self(kind); }

person_fact fact_of(const known_relation& relation)
{
    auto fact = fact_of(relation.self);
    fact.other_name = relation.other.who.full_name;
    fact.other_gender = relation.other.who.gender;
    fact.date = relation.from;
    if (!relation.active) fact.ended_on = relation.ended_on;
    return fact;
}

std::vector<person_fact> in_order(std::vector<std::pair<std::string, person_fact>> dated)
{
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    std::vector<person_fact> out;
    for (auto& [day, fact] : dated)
        out.push_back(std::move(fact));
    return out;
}

} // namespace

status people_index::apply(const operation& op, const std::optional<verdict>& decided)
{
    const bool is_same = op.kind == operation_kind::same_person;
    const bool is_judgement = is_same || op.kind == operation_kind::distinct_person;
    // Only in the order of the feed is the last word the same everywhere.
    if (!is_judgement || !decided || decided->result_kind != outcome::accepted) return {};
    auto a = judged_naming(op.payload, "a");
    auto b = judged_naming(op.payload, "b");
    if (a.first.empty() || b.first.empty() || a == b) return {};
    if (b < a) std::swap(a, b);
    note_row(m_db, row_key::judged, a.first);
    note_row(m_db, row_key::judged, b.first);
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO person_judgement (office, record_a, role_a, record_b, role_b, is_same) "
            "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (office, record_a, role_a, record_b, "
            "role_b) DO UPDATE SET is_same = $6",
            {m_office, a.first, a.second, b.first, b.second, std::int64_t(is_same ? 1 : 0)}
        ));
    return {};
}

status people_index::replace(
    const event_definition& event, const record& folded, const json::object& current
)
{
    if (folded.state != record_state::registered) return {};
    // What two lines of the definition say alike is kept once.
    std::set<std::vector<std::string>> said;
    for (const auto& use : event.people)
        if (said.insert({use.path}).second) TRY_STATUS(keep_person(folded, use, current));
    for (const auto& relation : event.relations)
        if (relation.when.holds(current)
            && said.insert({relation.kind, relation.a, relation.b}).second)
            TRY_STATUS(keep_relation(relation, folded, current));
    for (const auto& flag : event.flags)
        if (flag.when.holds(current) && said.insert({flag.person, flag.flag}).second)
            TRY_STATUS(keep_flag(flag, folded, current));
    return {};
}

status people_index::keep_person(
    const record& folded, const person_use& use, const json::object& current
)
{
    const auto who = identity_at(current, use.path);
    if (!is_named(who)) return {};
    static constexpr std::array<std::string_view, 9> columns{
        "office",
        "record",
        "role",
        "full_name",
        "name_key",
        "birth_date",
        "gender",
        "pin",
        "document"};
    const auto name_key = fold(who.full_name);
    const std::array<sql_value, 9> values{
        m_office,
        folded.id,
        use.path,
        who.full_name,
        name_key,
        who.birth_date,
        use.gender.empty() ? who.gender : use.gender,
        who.pin,
        who.document};
    TRY_STATUS(m_db.insert_rows("person", columns, values));
    note_row(m_db, row_key::pin, who.pin);
    note_row(m_db, row_key::document, who.document);
    const auto year = std::string_view(who.birth_date).substr(0, year_digits);
    note_row(m_db, row_key::name, name_and_year(name_key, year));
    return {};
}

status people_index::keep_relation(
    const relation_definition& relation, const record& folded, const json::object& current
)
{
    if (!is_named(identity_at(current, relation.a)) || !is_named(identity_at(current, relation.b)))
        return {};
    const bool has_ended = relation.ended.holds(current);
    static constexpr std::array<std::string_view, 8> columns{
        "office", "record", "kind", "a_role", "b_role", "from_date", "active", "ended_on"};
    const std::array<sql_value, 8> values{
        m_office,
        folded.id,
        relation.kind,
        relation.a,
        relation.b,
        relation.from.empty() ? std::string() : std::string(text_at(current, relation.from)),
        std::int64_t(has_ended ? 0 : 1),
        has_ended ? end_of(relation, folded) : std::string()};
    return m_db.insert_rows("person_relation", columns, values);
}

status people_index::keep_flag(
    const flag_definition& flag, const record& folded, const json::object& current
)
{
    if (!is_named(identity_at(current, flag.person))) return {};
    auto since = flag.from.empty() ? std::string() : std::string(text_at(current, flag.from));
    if (since.empty()) since = text_at(current, "reg_date");
    static constexpr std::array<std::string_view, 5> columns{
        "office", "record", "role", "flag", "since"};
    const std::array<sql_value, 5> values{m_office, folded.id, flag.person, flag.flag, since};
    return m_db.insert_rows("person_flag", columns, values);
}

std::vector<person_fact> people_index::entries_of(
    const person_identity& who, const std::string& except
)
{
    std::vector<std::pair<std::string, person_fact>> found;
    for (const auto& one : known_people(m_db, except).find(who))
        found.emplace_back(one.reg_date, fact_of(one));
    return in_order(std::move(found));
}

std::vector<person_fact> people_index::probably_same(
    const person_identity& who, const std::string& except
)
{
    const auto name = fold(who.full_name);
    const auto birth = parse_partial_date(who.birth_date);
    if (name.empty() || !birth) return {};
    known_people people(m_db, except);
    proposals proposed(people, who, except);
    std::vector<std::pair<std::string, person_fact>> found;
    for (const auto& candidate : people.namesakes(name, birth->year))
        if (proposed.fits(candidate)) found.emplace_back(candidate.reg_date, fact_of(candidate));
    return in_order(std::move(found));
}

std::vector<person_fact> people_index::flagged(
    const person_identity& who, const std::string& flag, const std::string& except
)
{
    known_people people(m_db, except);
    std::vector<std::pair<std::string, person_fact>> found;
    for (const auto& [one, since] : people.flagged(people.find(who), flag)) {
        found.emplace_back(one.reg_date, fact_of(one));
        found.back().second.date = since;
    }
    return in_order(std::move(found));
}

std::vector<person_fact> people_index::related(
    const person_identity& who, const std::string& kind, bool as_b, const std::string& except
)
{
    known_people people(m_db, except);
    const auto person = people.find(who);
    if (ends_with_self(kind) && !people.flagged(person, "dead").empty()) return {};
    std::vector<std::pair<std::string, person_fact>> found;
    for (const auto& relation : people.relations_of(person)) {
        const bool is_asked = relation.kind == kind && relation.active
            && (kind == "spouse" || relation.self_is_a != as_b);
        if (!is_asked || (ends_with_other(kind) && people.is_dead(relation.other))) continue;
        found.emplace_back(relation.self.reg_date, fact_of(relation));
    }
    return in_order(std::move(found));
}

std::vector<person_fact> people_index::marriages_of(
    const person_identity& who, const std::string& except
)
{
    known_people people(m_db, except);
    std::vector<std::pair<std::string, person_fact>> found;
    for (const auto& relation : people.relations_of(people.find(who))) {
        if (relation.kind != "spouse") continue;
        auto fact = fact_of(relation);
        const auto deaths = people.flagged(people.find(relation.other), "dead");
        fact.is_widowed = relation.active && !deaths.empty();
        if (fact.is_widowed) fact.ended_on = deaths.front().second;
        found.emplace_back(relation.from.empty() ? relation.self.reg_date : relation.from, fact);
    }
    return in_order(std::move(found));
}

std::string people_index::kinship_of(const person_identity& a, const person_identity& b)
{
    known_people people(m_db);
    return kinship_between(people, a, b);
}

} // namespace hotich
