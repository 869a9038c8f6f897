// People and how they are related, as the entries of the books name them. A person is never a row
// of its own: it is what namings with the same personal number, else the same document, say
// together; a name and a date only propose, and a clerk judges (domain: never merged silently). The
// desk asks about its own entries, the server about the nation's: the same tables, the same code.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/record.h"
#include "common/rules/lookup.h"
#include "common/sql/sql.h"

namespace hotich {

class people_index
{
public:
    people_index(sql_connection& db, std::string office) : m_db(db), m_office(std::move(office)) {}

    /// Takes a clerk's judgement that two namings are one person, or two.
    status apply(const operation& op, const std::optional<verdict>& decided);
    /// Keeps whom a registered record names, and what it says of them; others leave no trace.
    status replace(
        const event_definition& event, const record& folded, const json::object& current
    );

    // The questions of record_lookup.
    std::vector<person_fact> entries_of(const person_identity& who, const std::string& except);
    std::vector<person_fact> probably_same(const person_identity& who, const std::string& except);
    std::vector<person_fact> flagged(
        const person_identity& who, const std::string& flag, const std::string& except
    );
    std::vector<person_fact> related(
        const person_identity& who, const std::string& kind, bool as_b, const std::string& except
    );
    std::vector<person_fact> marriages_of(const person_identity& who, const std::string& except);
    std::string kinship_of(const person_identity& a, const person_identity& b);

private:
    status keep_person(const record& folded, const person_use& use, const json::object& current);
    status keep_relation(
        const relation_definition& relation, const record& folded, const json::object& current
    );
    status keep_flag(
        const flag_definition& flag, const record& folded, const json::object& current
    );

    sql_connection& m_db;
    std::string m_office;
};

} // namespace hotich
