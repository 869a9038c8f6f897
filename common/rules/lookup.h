// What a check may ask of the register it stands in front of: entries of books, claims, people and
// how they are related. The desk answers from its own office, the server from the nation. The
// answers that nothing overrides say "nothing is known". Implemented by register/projection.
#pragma once

#include "common/base/civil_date.h"
#include "common/base/json.h"
#include "common/definitions/effects.h"
#include "common/rules/duplicate_score.h"

#include <optional>
#include <string>
#include <vector>

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

/// A registration that may be of the same event, and why.
struct probable_duplicate
{
    claim_holder holder;
    int score = 0;
    std::vector<compared_field> fields;
};

struct probable_duplicates
{
    std::vector<probable_duplicate> found; ///< highest score first
    bool is_cut = false; ///< so many share a key that not all of them were compared
};

struct found_entry
{
    std::string office;
    std::string record;
    std::string event;
    std::string number; ///< "12/2026"
    std::string title;
    std::string reg_date; ///< ISO
    json::object current; ///< the original with its annotations applied
};

/// Who a person is, as far as an entry says it. A 12-digit identity card number is the personal
/// number.
struct person_identity
{
    std::string pin;
    std::string document; ///< "PASSPORT:B1234567"; "" for a document whose number is the pin
    std::string full_name;
    std::string birth_date; ///< ISO, may be partial
    std::string gender;

    /// Only such a person is found for certain; a name and a date are never enough.
    [[nodiscard]] bool is_certain() const { return !pin.empty() || !document.empty(); }
};

/// The identity in the group of fields at a path ("wife"); an empty path reads the root.
person_identity identity_at(const json::object& data, const std::string& path);

/// One entry in which a person has a role.
struct person_fact
{
    std::string office;
    std::string record;
    std::string event;
    std::string number;
    std::string registered_on; ///< dd/MM/yyyy
    std::string role;          ///< path of the person in that entry
    std::string name;          ///< the person's name there
    std::string other_name;    ///< of a relation: the other one's name
    std::string other_gender;  ///< and gender
    std::string date;          ///< of a relation: its start; of a flag: since when (ISO)
    std::string ended_on;      ///< of a marriage that ended: when (ISO)
    bool is_widowed = false;   ///< of a marriage: it ended with the other's death
};

class record_lookup
{
public:
    virtual ~record_lookup() = default;

    /// Whether there is a register at all: without one nothing is missing from it.
    virtual bool knows_entries() const { return false; }

    /// Holders of a claim, without the record that asks.
    virtual std::vector<claim_holder> holders(const std::string&, const std::string&) const
    {
        return {};
    }

    /// Registrations that the event's definition finds alike, without the record that asks.
    virtual probable_duplicates
    alike(const event_definition&, const json::object&, const std::string&) const
    {
        return {};
    }

    /// The registration date of the last numbered entry of a book; nothing where it is empty.
    virtual std::optional<civil_date> last_registered_on(const std::string&, int) const
    {
        return std::nullopt;
    }

    /// Whether the year's book of this office takes no more numbers.
    virtual bool is_book_closed(const std::string&, int) const { return false; }

    virtual std::optional<found_entry> find_entry(const entry_key&) const { return std::nullopt; }

    /// All entries in which the person, known for certain, has a role. `except` is the record that
    /// asks, in this and all that follow.
    virtual std::vector<person_fact> entries_of(const person_identity&, const std::string&) const
    {
        return {};
    }

    /// Entries of a person with the same name, birth date and no contradicting number: probably the
    /// same, for a clerk to judge.
    virtual std::vector<person_fact> probably_same(const person_identity&, const std::string&) const
    {
        return {};
    }

    /// Entries that say so of the person now: "dead", "capacity_lost", "capacity_limited",
    /// "missing".
    virtual std::vector<person_fact>
    flagged(const person_identity&, const std::string&, const std::string&) const
    {
        return {};
    }

    /// Relations of the person that have not ended, by kind ("spouse", "guardian", …); `as_b` asks
    /// for those in which the person is the ward or the child. A marriage ends also with the death
    /// of the other.
    virtual std::vector<person_fact>
    related(const person_identity&, const std::string&, bool, const std::string&) const
    {
        return {};
    }

    /// All marriages of the person, also those that ended by divorce, annulment or the other's
    /// death; oldest first.
    virtual std::vector<person_fact> marriages_of(const person_identity&, const std::string&) const
    {
        return {};
    }

    /// How two people are related, nearest first: "direct_line", "siblings",
    /// "within_three_generations", "adoption", "in_law"; "" where no relation is known.
    virtual std::string kinship_of(const person_identity&, const person_identity&) const
    {
        return {};
    }
};

/// Knows nothing: for checking a file by itself.
const record_lookup& no_lookup();

} // namespace hotich
