// Checking a record's data: JSON Schema, the form's conditions, code lists, then the definition's
// named rules. One function for the desk (as one types), for `hotich check` and for the server.
// "Today" is an argument.
#pragma once

#include "common/records/office_profile.h"
#include "common/records/verdict.h"
#include "common/rules/finding.h"

#include <functional>
#include <optional>

namespace hotich {

/// A registered (or pending) record that has a claim.
struct claim_holder
{
    std::string office;
    std::string record;
    std::string title;
    std::string number;
    std::string registered_on; ///< dd/MM/yyyy
};

/// What a check may ask of the register it stands in front of.
class record_lookup
{
public:
    virtual ~record_lookup() = default;
    /// Holders of a claim, without the record that asks.
    virtual std::vector<claim_holder> holders(
        const std::string& claim_key, const std::string& except_record
    ) const = 0;
    /// The registration date of the last numbered entry of a book; nothing where it is empty.
    virtual std::optional<civil_date> last_registered_on(const std::string& book_kind, int year)
        const = 0;
};

/// Knows nothing: for checking a file by itself.
const record_lookup& no_lookup();

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
