// Reading the tables of people: the namings of one person gathered over all entries, how they are
// related, what is said of them. Used by people_index and kinship only.
#pragma once

#include "common/rules/lookup.h"
#include "common/sql/sql.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hotich {

/// Nobody is named more often; what is beyond is not looked at.
inline constexpr std::size_t max_namings_of_a_person = 200;
/// Entries that are looked at for a name and a year of birth.
inline constexpr std::int64_t max_namesakes = 200;

/// A person as one entry names them.
struct naming
{
    /// Record and role: what a judgement speaks of.
    using key_type = std::pair<std::string, std::string>;

    std::string office;
    std::string record;
    std::string role;
    person_identity who;
    std::string event;
    std::string number;   ///< "12/2026"
    std::string reg_date; ///< ISO

    [[nodiscard]] key_type key() const { return {record, role}; }
};

/// All namings of one person, in the order of their keys; none where nobody is known.
using namings = std::vector<naming>;

struct known_relation
{
    std::string kind;
    naming self;
    naming other;
    bool self_is_a = false;
    std::string from;
    bool active = true;
    std::string ended_on; ///< ISO, where it is not active
};

class known_people
{
public:
    /// `except` is a record that is not looked at: the one that asks.
    explicit known_people(sql_connection& db, std::string except = {})
        : m_db(db), m_except(std::move(except))
    {}

    /// Nobody for an identity that is not certain.
    namings find(const person_identity& who);
    namings find(const naming& one);
    /// Namings with the name, born in the year.
    namings namesakes(const std::string& name_key, int year);

    std::vector<known_relation> relations_of(const namings& person);
    /// The entries that say so, each with the day since when.
    std::vector<std::pair<naming, std::string>> flagged(
        const namings& person, const std::string& flag
    );

    bool is_dead(const naming& one) { return !flagged(find(one), "dead").empty(); }

    /// Namings that a clerk judged to be somebody else than this one.
    std::vector<naming::key_type> distinct_from(const naming::key_type& one);
    /// The same for every role in a record.
    std::vector<naming::key_type> distinct_from_any_in(const std::string& record);

private:
    class gathering;
    enum class judgement { distinct, same };

    namings read(std::string_view where, std::initializer_list<sql_value> values);
    std::vector<naming::key_type> judged(const naming::key_type& one, judgement wanted);

    sql_connection& m_db;
    std::string m_except;
};

person_fact fact_of(const naming& one);

} // namespace hotich
