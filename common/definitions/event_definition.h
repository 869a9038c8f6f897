// One kind of event as its file schemas/events/<event>.json says it: fields, form, rules, claims,
// search, papers. Parsed once; forms, checks, search and papers all read it. Nothing in C++ knows a
// particular event.
#pragma once

#include "common/base/json.h"
#include "common/definitions/code_list.h"
#include "common/definitions/condition.h"
#include "common/definitions/duplicate_definition.h"
#include "common/definitions/effects.h"
#include "common/definitions/schema_bundle.h"

#include <memory>
#include <string>
#include <vector>

namespace hotich {

class schema_validator;

enum class severity { info, warn, block };
const char* name_of(severity level);

/// A text that a person reads, in both languages.
struct bilingual
{
    std::string vi;
    std::string en;

    [[nodiscard]] const std::string& in(std::string_view language) const
    {
        return language == "en" ? en : vi;
    }
};

/// A leaf of the form. `kind` is the schema's format ("name", "partial_date", "code:gender",
/// "address", …), or "integer", "boolean", "text" where it has none; "list" has columns.
struct field_definition
{
    std::string path;
    std::string kind;
    bilingual label;
    bilingual help;
    bool always_required = false;
    condition required_when = condition::never();
    condition blank_when = condition::never();
    json::value default_value;             ///< null, a literal, {"copy": path} or {"office": name}
    json::value automatic;                 ///< null, or what the program fills in
    std::string suggest;                   ///< a code list of usual texts, or ""
    std::size_t max_length = 0;            ///< 0: no limit of its own
    bool later = false;                    ///< only annotations give it a value
    std::vector<field_definition> columns; ///< of a list; paths relative to the item

    [[nodiscard]] bool is_code() const { return kind.rfind("code:", 0) == 0; }

    [[nodiscard]] std::string list_name() const
    {
        return is_code() ? kind.substr(5) : std::string();
    }

    /// Whether the record must hold it as it stands.
    [[nodiscard]] bool is_required(const json::object& data) const;
};

struct form_page
{
    std::string id;
    bilingual title;
    condition blank_when = condition::never();
    bool later = false;              ///< what annotations add; no part of the form
    std::vector<std::size_t> fields; ///< indexes into event_definition::fields
};

struct rule_use
{
    std::string rule;
    json::array args;
    severity level = severity::block;
    condition when;
    bool needs_reason = false;
    bool no_override = false;
    validity valid;
    /// What it is for an entry of an old book (domain §6.6, last column); nothing: not asked.
    std::optional<severity> historic = severity::info;
};

/// What a registration claims as unique in the nation.
struct claim_definition
{
    std::string id;
    std::vector<std::string> fields;
    severity level = severity::block;
    condition holds_while; ///< over the current view: a marriage that ended claims nothing
};

struct paper_definition
{
    std::string certificate;
    bilingual title;
    std::string kind; ///< "original", "copy", "declaration" or "dossier"
    bool needs_number = false;
    bool needs_pin = false;
    std::string number_suffix;
    std::string dossier_member; ///< of a dossier's paper: what the dossier must have come to
    bool has_blank = false;     ///< the ministry prints blanks for it (domain §4.7)
    int originals = 1; ///< a marriage has two, one for each spouse (Luật Hộ tịch Đ18)
    condition when;
    validity valid; ///< "Giấy chứng tử" takes the place of "Trích lục khai tử" on 01/03/2027
};

/// A book the event may be written into. An event recorded from abroad goes to the book of its
/// kind, so the data may decide (domain §3.11).
struct book_definition
{
    std::string kind;
    std::string moj_code;
    bilingual title;
    condition when;
};

struct event_definition
{
    std::string event;
    int version = 1;
    int order = 0;
    std::string group; ///< "registration", "amendment" or "paper": where a menu shows it
    bilingual title;
    std::vector<book_definition> books; ///< tried in order; none where the event has no number
    std::string subject;
    json::object schema; ///< bundled: every $ref inlined
    std::shared_ptr<const schema_validator> validator;
    std::vector<field_definition> fields;
    std::vector<form_page> pages;
    std::vector<rule_use> rules;
    std::vector<claim_definition> claims;
    duplicate_definition duplicates;
    std::vector<std::string> search_names;
    std::vector<std::string> search_numbers;
    std::vector<paper_definition> papers;
    std::vector<person_use> people;
    std::vector<relation_definition> relations;
    std::vector<flag_definition> flags;
    std::vector<annotation_definition> annotates;
    std::vector<processing_definition> processing;
    std::optional<target_definition> copies_of;
    std::optional<pin_request_definition> pin_request;
    std::vector<again_definition> again;
    std::vector<joint_part> parts; ///< of an event that is several registrations at once
    json::object example;

    /// The book an entry with this data belongs to; null for an event without a number.
    [[nodiscard]] const book_definition* book_for(const json::object& data) const;

    /// The book that is meant where no entry is at hand; null for an event without a number.
    [[nodiscard]] const book_definition* main_book() const
    {
        return books.empty() ? nullptr : &books.back();
    }

    [[nodiscard]] bool is_joint() const { return !parts.empty(); }

    /// A cell of a list is found by its column: "stays.0.place".
    [[nodiscard]] const field_definition* find_field(std::string_view path) const;
    [[nodiscard]] const paper_definition* find_paper(std::string_view certificate) const;
};

/// Reads one paper; the failure says what it lacks.
result<paper_definition> parse_paper_definition(const json::object& source);

/// Reads a definition. `load_block` gives the JSON of a file beside the event's
/// ("../blocks/person.json"). The failure names the place in the definition.
result<event_definition> parse_event_definition(
    const json::object& source, const block_loader& load_block
);

} // namespace hotich
