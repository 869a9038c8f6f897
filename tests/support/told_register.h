// A register that answers what a test told it, and one rule asked before it.
#pragma once

#include "common/rules/lookup.h"

#include <map>
#include <string>
#include <vector>

namespace hotich::test {

/// It stands where desk and server stand.
struct told_register final : record_lookup
{
    bool is_there = true;
    std::optional<found_entry> entry;
    std::vector<person_fact> entries;
    std::vector<person_fact> namesakes;
    std::map<std::string, std::vector<person_fact>> flags;
    std::map<std::string, std::vector<person_fact>> relations; ///< of whoever is asked
    std::map<std::string, std::vector<person_fact>> marriages; ///< by personal number
    std::string kinship;
    mutable entry_key asked;

    bool knows_entries() const override { return is_there; }

    std::optional<found_entry> find_entry(const entry_key& key) const override
    {
        asked = key;
        return entry;
    }

    std::vector<person_fact> entries_of(const person_identity&, const std::string&) const override
    {
        return entries;
    }

    std::vector<person_fact> probably_same(const person_identity&, const std::string&)
        const override
    {
        return namesakes;
    }

    std::vector<person_fact>
    flagged(const person_identity&, const std::string& flag, const std::string&) const override
    {
        return in(flags, flag);
    }

    std::vector<person_fact>
    related(const person_identity&, const std::string& kind, bool, const std::string&)
        const override
    {
        return in(relations, kind);
    }

    std::vector<person_fact> marriages_of(const person_identity& who, const std::string&)
        const override
    {
        return in(marriages, who.pin);
    }

    std::string kinship_of(const person_identity&, const person_identity&) const override
    {
        return kinship;
    }

private:
    static std::vector<person_fact> in(
        const std::map<std::string, std::vector<person_fact>>& facts, const std::string& key
    )
    {
        const auto found = facts.find(key);
        return found == facts.end() ? std::vector<person_fact>() : found->second;
    }
};

/// Nguyễn Văn Minh in an entry number 12/2026 of Ba Đình; the other one is Trần Thị Hoa.
person_fact fact(const std::string& event, const std::string& role);

found_entry entry(const std::string& event, json::object current);

json::object object(const std::string& text);

/// A rule of an event, its arguments as JSON and the record; asked on 23/11/2026.
struct question
{
    std::string event;
    std::string rule;
    std::string args;
    json::object data;
};

/// "field name=value name=value, " of all findings, in Vietnamese; says so where a message lacks an
/// argument.
std::string answer(const record_lookup& lookup, const question& what);

/// A wife born 1990 with the number 001190000001, a husband with 001090000002.
inline constexpr const char* couple =
    R"({"wife":{"full_name":"Trần Thị Hoa","pin":"001190000001","prior_status":"NEVER"},
        "husband":{"full_name":"Nguyễn Văn Minh","pin":"001090000002"}})";

} // namespace hotich::test
