// An office's books as the tables of people see them, filled entry by entry: for tests of people
// and of kinship.
#pragma once

#include "common/register/people_index.h"

#include <memory>

namespace hotich::test {

/// A person in an entry.
struct named_role
{
    std::string record;
    std::string path;
};

/// One who is named in entries.
struct person
{
    std::string name;
    std::string birth_date;
    std::string gender;
    std::string pin;
    std::string document;
};

json::object as_data(const person& who);
person_identity identity(const person& who);

/// People by their given name, each with a number of his or her own.
person man(const std::string& name, const std::string& birth_date = "1990-05-01");
person woman(const std::string& name, const std::string& birth_date = "1990-05-01");

/// An effective note of 02/03/2026 that sets a field.
json::object note(const std::string& field, const std::string& value, json::object basis = {});

/// "record role, record role, ".
std::string as_text(const std::vector<person_fact>& facts);

/// The tables of one office. Entries are called record-1, record-2, …
class people_books
{
public:
    people_books();

    std::string add(const std::string& event, json::object data, json::array annotations = {});
    void keep(const record& entry);
    std::string birth(const person& child, const person& mother, const person& father);
    std::string marriage(const person& wife, const person& husband, json::array annotations = {});
    std::string death(const person& who);
    void judge(
        const char* kind,
        const named_role& a,
        const named_role& b,
        outcome decided = outcome::accepted
    );

    std::string entries_of(const person& who, const std::string& except = {});
    std::string probably(const person& who, const std::string& except = {});
    /// Names of the others.
    std::string related(const person& who, const char* kind, bool as_b = false);
    /// The same both ways, or both answers.
    std::string kinship(const person& a, const person& b);

    std::unique_ptr<sql_connection> db;
    people_index index;

private:
    int m_count = 0;
};

} // namespace hotich::test
