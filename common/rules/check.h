// Checking a record's data: JSON Schema, the form's conditions, code lists, then the definition's
// named rules. One function for the desk (as one types), for `hotich check` and for the server.
// "Today" is an argument.
#pragma once

#include "common/records/office_profile.h"
#include "common/records/verdict.h"
#include "common/rules/finding.h"
#include "common/rules/lookup.h"

#include <functional>
#include <optional>

namespace hotich {

struct check_context
{
    const definitions& known;
    const office_profile& office;
    civil_date today;
    std::string record; ///< the record that is checked, so that it is no duplicate of itself
    const record_lookup& lookup;
};

/// Everything there is to say; empty for a clean record. Fields that the program fills must be
/// filled before.
std::vector<finding> check_record(
    const event_definition& event, const json::object& data, const check_context& context
);

/// The number an old book gave the entry (fields historic and paper_no); nothing for a new entry.
std::optional<registration_number> paper_number_of(
    const event_definition& event, const json::object& data
);

/// The claims of a registration as opaque keys, with the definition that made each.
struct claim_key
{
    const claim_definition* claim = nullptr;
    std::string key;
};

std::vector<claim_key> claims_of(const event_definition& event, const json::object& data);

/// A person's reason for going on in spite of a finding.
struct override_reason
{
    std::string rule;
    std::string field; ///< "" covers every field
    std::string reason;
    std::string document;

    [[nodiscard]] json::object to_json() const;
};

result<std::vector<override_reason>> parse_overrides(const json::value& source);

/// The findings that still stop a registration: blocks without a reason and document (domain §6.6:
/// head's account + reason + document), warnings that need a reason and have none.
std::vector<finding> unresolved(
    const std::vector<finding>& findings, const std::vector<override_reason>& overrides
);

} // namespace hotich
