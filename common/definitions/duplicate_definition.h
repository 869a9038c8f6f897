// How an event definition says that two registrations may be of one event: the keys under which
// such a one is looked for, the fields that are compared, what each agreement weighs, and from
// which sum on a clerk is asked. Data of schemas/events/<event>.json, member "duplicates"; read by
// rules/duplicate_score.
//
// {"threshold": 70, "while": condition,
//  "keys": [[{"name": path}, {"day": path}], …], "compare": [{"field": path, "by": "name",
//  "weights": {"equal": 45, "different": -70, …}}, …]}
// A path may be a list of paths: the first one that is filled counts.
#pragma once

#include "common/base/json.h"
#include "common/base/result.h"
#include "common/definitions/condition.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// How two values agree, best first.
enum class agreement { equal, unmarked, marks, swapped, close, partial, near, different, missing };
inline constexpr std::size_t agreement_count = 9;
const char* name_of(agreement value);
std::optional<agreement> agreement_of(std::string_view name);

/// What a value is read as. Of a name the words in any order without marks, of a day the parts of
/// the date with day and month in any order; a sitting is the day of registration at one office.
enum class value_form { name, day, year, number, code, sitting };

/// A value of the record: the first of the fields that is filled.
struct compared_value
{
    std::vector<std::string> fields;
    value_form form = value_form::code;
};

struct duplicate_comparison
{
    compared_value value;
    std::array<int, agreement_count> weights{};

    [[nodiscard]] int weight_of(agreement found) const
    {
        return weights.at(static_cast<std::size_t>(found));
    }
};

struct duplicate_definition
{
    using key = std::vector<compared_value>;

    int threshold = 0;
    std::vector<key> keys;
    std::vector<duplicate_comparison> compared;
    condition holds_while; ///< over the current view: a marriage that ended is not compared

    [[nodiscard]] bool is_given() const { return !keys.empty(); }

    /// All paths that it names.
    [[nodiscard]] std::vector<std::string> paths() const;
};

/// Nothing given where the event has no member "duplicates". The failure names the place.
result<duplicate_definition> parse_duplicate_definition(const json::object& event);

} // namespace hotich
