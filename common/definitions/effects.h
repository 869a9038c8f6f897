// What an entry does beyond its own book: the persons it names, how they become related, what it
// notes on another entry, what it asks of other systems. Parts of an event definition; the names
// and conditions are data, read by register, rules and syncserver.
#pragma once

#include "common/definitions/code_list.h"
#include "common/definitions/condition.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hotich {

struct event_definition;

/// A text of the record, or a fixed one.
struct value_source
{
    std::string path;
    std::string literal;

    [[nodiscard]] bool is_given() const { return !path.empty() || !literal.empty(); }

    [[nodiscard]] std::string in(const json::object& data) const;
};

/// A person the entry names; gender where the role implies it ("1", "2").
struct person_use
{
    std::string path;
    std::string gender;
};

/// a is parent, adoptive_parent, guardian or supervisor of b; spouses are each other's. The
/// conditions look at the entry's current view.
struct relation_definition
{
    std::string kind;
    std::string a;
    std::string b;
    std::string from;
    condition when;
    condition ended = condition::never();
};

/// What the entry says of a person for everyone else: dead, capacity_lost, capacity_limited,
/// missing. `from` is the field with its day; the registration's where it has none.
struct flag_definition
{
    std::string flag;
    std::string person;
    condition when;
    std::string from;
};

/// An entry named by its book number ("12/2026") at an office, or by its record's id.
struct entry_key
{
    std::string office;
    std::string event;
    std::string number;
    std::string record;
    std::string date; ///< of registration, as the paper says; "" is not compared
};

/// Where the fields stand that name another entry.
struct target_definition
{
    value_source doc_kind;
    std::string no;
    std::string date;
    std::string office_code;
    std::string record;

    /// The entry that the data name; of this office where they name no other.
    [[nodiscard]] entry_key key_in(const json::object& data, const std::string& this_office) const;
};

/// What an accepted entry notes on another one (domain §4.6).
struct annotation_definition
{
    std::string kind;
    condition when;
    target_definition target;
    std::string changes; ///< path of a list with field_id, old_value, new_value; "" where none
    std::vector<std::pair<std::string, value_source>>
        set; ///< fields of the target and their values
    value_source basis_kind;
    value_source basis_no;
    value_source basis_date;
    value_source basis_issuer;
    std::string text;
    bool on_copies = true;
};

/// How long the office has, in working days; 0 is the same day (Luật Hộ tịch Đ5 k3).
struct processing_definition
{
    int days = 0;
    int verification_days = 0;
    condition when;
    validity valid;
};

/// When the population database is asked for a person's number (domain §5.2).
struct pin_request_definition
{
    std::string person;
    condition when;
    int under_age = 14;
};

/// Another registration of the same event that takes over part of this one: the next of twins, the
/// next child of the same parents.
struct again_definition
{
    std::string id;
    std::string title_vi;
    std::string title_en;
    std::vector<std::string> takes; ///< fields, or groups of them ("mother")

    [[nodiscard]] const std::string& title(std::string_view language) const
    {
        return language == "en" ? title_en : title_vi;
    }

    /// Puts what it takes over of a registration into the data of the next.
    void take_over(const json::object& from, json::object& into) const;
};

/// One registration of a joint event; `copies` fills its fields from other parts.
struct joint_part
{
    std::string event;
    std::string prefix;
    std::vector<std::pair<std::string, std::string>>
        copies; ///< field of the part, path in the joint
    std::shared_ptr<const event_definition> definition;
};

} // namespace hotich
