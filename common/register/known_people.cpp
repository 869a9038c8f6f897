#include "common/register/known_people.h"

#include "common/records/verdict.h"
#include "common/register/kept_rows.h"

#include <map>
#include <set>

namespace hotich {

namespace {

constexpr const char* naming_columns =
    "SELECT p.office, p.record, p.role, p.full_name, p.birth_date, p.gender, p.pin, p.document, "
    "r.event, r.year, r.reg_no, r.reg_date FROM person p JOIN record r ON r.office = p.office AND "
    "r.record = p.record WHERE ";

/// A judgement is about entries of the office that makes it, and its row tells the office.
constexpr const char* of_judged_record =
    "p.record = $1 AND p.role = $2 AND p.office IN (SELECT office FROM person_judgement WHERE "
    "record_a = $1 UNION ALL SELECT office FROM person_judgement WHERE record_b = $1)";

naming naming_of(const sql_row& row)
{
    naming out{row.text(0), row.text(1), row.text(2), {}, row.text(8), "", row.text(11)};
    out.who = {row.text(6), row.text(7), row.text(3), row.text(4), row.text(5)};
    if (!row.is_null(10))
        out.number =
            to_display({"", static_cast<int>(row.integer(9)), static_cast<int>(row.integer(10))});
    return out;
}

std::vector<naming::key_type> keys_of(const result<std::vector<sql_row>>& rows)
{
    std::vector<naming::key_type> out;
    if (!rows) return out;
    for (const auto& row : *rows)
        out.emplace_back(row.text(0), row.text(1));
    return out;
}

} // namespace

/// Collects what belongs to one person: the same number, then what a clerk judged the same, then
/// the same document; again for what that brings in.
class known_people::gathering
{
public:
    explicit gathering(known_people& people) : m_people(people) {}

    void add_identity(const person_identity& who)
    {
        if (!who.pin.empty() && m_pins.insert(who.pin).second) m_new_pins.push_back(who.pin);
        if (!who.document.empty() && m_documents.insert(who.document).second)
            m_new_documents.push_back(who.document);
    }

    void add(const namings& found)
    {
        for (const auto& one : found) {
            if (m_found.size() >= max_namings_of_a_person) return;
            if (one.record == m_people.m_except || !m_found.emplace(one.key(), one).second)
                continue;
            m_new_keys.push_back(one.key());
            add_identity(one.who);
        }
    }

    namings all()
    {
        while (take_pin() || take_judgement() || take_document()) {
        }
        namings out;
        for (auto& [key, one] : m_found)
            out.push_back(std::move(one));
        return out;
    }

private:
    template <class T>
    static T taken_from(std::vector<T>& list)
    {
        auto last = std::move(list.back());
        list.pop_back();
        return last;
    }

    bool take_pin()
    {
        if (m_new_pins.empty()) return false;
        const auto pin = taken_from(m_new_pins);
        if (holding(m_people.m_db, row_key::pin, pin) != nullptr)
            add(m_people.read("p.pin = $1 AND p.pin <> ''", {pin}));
        return true;
    }

    bool take_judgement()
    {
        if (m_new_keys.empty()) return false;
        for (const auto& [record, role] : m_people.judged(taken_from(m_new_keys), judgement::same))
            add(m_people.read(of_judged_record, {record, role}));
        return true;
    }

    /// A document under another number is somebody else's, or a mistake that a clerk judges.
    bool take_document()
    {
        if (m_new_documents.empty()) return false;
        const auto document = taken_from(m_new_documents);
        if (holding(m_people.m_db, row_key::document, document) == nullptr) return true;
        const auto found = m_people.read("p.document = $1 AND p.document <> ''", {document});
        std::set<std::string> pins;
        for (const auto& one : found)
            if (!one.who.pin.empty()) pins.insert(one.who.pin);
        namings fitting;
        for (const auto& one : found) {
            const bool fits = one.who.pin.empty() || m_pins.contains(one.who.pin)
                || (m_pins.empty() && pins.size() == 1);
            if (fits) fitting.push_back(one);
        }
        add(fitting);
        return true;
    }

    known_people& m_people;
    std::map<naming::key_type, naming> m_found;
    std::set<std::string> m_pins;
    std::set<std::string> m_documents;
    std::vector<std::string> m_new_pins;
    std::vector<std::string> m_new_documents;
    std::vector<naming::key_type> m_new_keys;
};

/// What was named by a key has been asked for by `holding`; the rest belongs to what was found.
namings known_people::read(std::string_view where, std::initializer_list<sql_value> values)
{
    namings out;
    const auto rows = stored(m_db).query(
        naming_columns + std::string(where) + " ORDER BY p.record, p.role LIMIT "
            + std::to_string(max_namings_of_a_person),
        values
    );
    if (!rows) return out;
    for (const auto& row : *rows)
        out.push_back(naming_of(row));
    return out;
}

namings known_people::find(const person_identity& who)
{
    gathering person(*this);
    person.add_identity(who);
    return person.all();
}

namings known_people::find(const naming& one)
{
    gathering person(*this);
    person.add({one});
    return person.all();
}

namings known_people::namesakes(const std::string& name_key, int year)
{
    namings out;
    auto* holder = holding(m_db, row_key::name, name_and_year(name_key, std::to_string(year)));
    if (holder == nullptr) return out;
    const auto rows = holder->query(
        std::string(naming_columns)
            + "p.name_key = $1 AND p.birth_date >= $2 AND p.birth_date < $3 AND p.record <> $4 "
              "ORDER BY p.record, p.role LIMIT $5",
        {name_key, std::to_string(year), std::to_string(year + 1), m_except, max_namesakes}
    );
    if (!rows) return out;
    for (const auto& row : *rows)
        out.push_back(naming_of(row));
    return out;
}

std::vector<known_relation> known_people::relations_of(const namings& person)
{
    std::vector<known_relation> out;
    for (const auto& self : person) {
        const auto rows = stored(m_db).query(
            "SELECT kind, a_role, b_role, from_date, active, ended_on FROM person_relation WHERE "
            "office = $1 AND record = $2 AND (a_role = $3 OR b_role = $3) ORDER BY kind, a_role, "
            "b_role",
            {self.office, self.record, self.role}
        );
        if (!rows) continue;
        for (const auto& row : *rows) {
            const bool is_a = row.text(1) == self.role;
            const auto other = read(
                "p.office = $1 AND p.record = $2 AND p.role = $3",
                {self.office, self.record, row.text(is_a ? 2 : 1)}
            );
            if (other.empty()) continue;
            out.push_back(
                {row.text(0),
                 self,
                 other.front(),
                 is_a,
                 row.text(3),
                 row.integer(4) != 0,
                 row.text(5)}
            );
        }
    }
    return out;
}

std::vector<std::pair<naming, std::string>> known_people::flagged(
    const namings& person, const std::string& flag
)
{
    std::vector<std::pair<naming, std::string>> out;
    for (const auto& one : person) {
        const auto rows = stored(m_db).query(
            "SELECT since FROM person_flag WHERE office = $1 AND record = $2 AND role = $3 AND "
            "flag = $4",
            {one.office, one.record, one.role, flag}
        );
        if (rows && !rows->empty()) out.emplace_back(one, rows->front().text(0));
    }
    return out;
}

/// Where two offices judged differently, the two are not joined.
std::vector<naming::key_type> known_people::judged(const naming::key_type& one, judgement wanted)
{
    const auto is_same = std::int64_t(wanted == judgement::same ? 1 : 0);
    auto* holder = holding(m_db, row_key::judged, one.first);
    if (holder == nullptr) return {};
    auto out = keys_of(holder->query(
        "SELECT record_b, role_b FROM person_judgement WHERE record_a = $1 AND role_a = $2 GROUP "
        "BY record_b, role_b HAVING min(is_same) = $3 ORDER BY record_b, role_b",
        {one.first, one.second, is_same}
    ));
    for (auto& key : keys_of(holder->query(
             "SELECT record_a, role_a FROM person_judgement WHERE record_b = $1 AND role_b = $2 "
             "GROUP BY record_a, role_a HAVING min(is_same) = $3 ORDER BY record_a, role_a",
             {one.first, one.second, is_same}
         )))
        out.push_back(std::move(key));
    return out;
}

std::vector<naming::key_type> known_people::distinct_from(const naming::key_type& one)
{
    return judged(one, judgement::distinct);
}

std::vector<naming::key_type> known_people::distinct_from_any_in(const std::string& record)
{
    auto* holder = record.empty() ? nullptr : holding(m_db, row_key::judged, record);
    if (holder == nullptr) return {};
    return keys_of(holder->query(
        "SELECT record_b, role_b FROM person_judgement WHERE record_a = $1 AND is_same = 0 UNION "
        "SELECT record_a, role_a FROM person_judgement WHERE record_b = $1 AND is_same = 0",
        {record}
    ));
}

person_fact fact_of(const naming& one)
{
    const auto day = parse_date(one.reg_date);
    person_fact fact;
    fact.office = one.office;
    fact.record = one.record;
    fact.event = one.event;
    fact.number = one.number;
    if (day) fact.registered_on = to_display(*day);
    fact.role = one.role;
    fact.name = one.who.full_name;
    return fact;
}

} // namespace hotich
