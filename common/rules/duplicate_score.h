// Whether two registrations may be of one event, as the event's definition weighs it: the keys
// under which a registration is found, what of it is compared, and the sum with its reasons. Pure;
// the tables are in register/duplicate_index. Used there, by the check and by the comparison that a
// clerk sees.
#pragma once

#include "common/definitions/event_definition.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// One compared value and what its agreement weighs.
struct compared_field
{
    std::string field;
    agreement as = agreement::missing;
    int weight = 0;
};

/// Numbers that say nothing about the person, each once; none where the event has no definition of
/// duplicates or is over.
std::vector<std::int64_t> duplicate_keys(const event_definition& event, const json::object& data);

/// The compared values, one line each in the order of the definition: what is kept of a record, so
/// that comparing reads no whole record.
std::string compared_values(
    const event_definition& event, const json::object& data, const std::string& office
);

/// How two such texts agree; fields that neither weigh nor say anything are left out. Empty where
/// a text was written by another definition.
std::vector<compared_field> compare_values(
    const duplicate_definition& how, std::string_view mine, std::string_view theirs
);

int sum_of(const std::vector<compared_field>& fields);

// How single values agree.
agreement compare_names(std::string_view a, std::string_view b);
agreement compare_days(std::string_view a, std::string_view b);
agreement compare_numbers(std::string_view a, std::string_view b);

/// "child.full_name close 25;…": how the reasons travel in a verdict. No personal data.
std::string agreements_as_text(const std::vector<compared_field>& fields);
/// Reads it again; what is not understood is left out.
std::vector<compared_field> parse_agreements(std::string_view text);

} // namespace hotich
