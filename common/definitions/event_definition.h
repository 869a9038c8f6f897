// One kind of event as its file schemas/events/<event>.json says it: fields, form, rules, claims,
// search, papers. Parsed once; forms, checks, search and papers all read it. Nothing in C++ knows a
// particular event.
#pragma once

#include "common/base/json.h"
#include "common/definitions/code_list.h"
#include "common/definitions/condition.h"
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
/// "address", …), or "integer", "boolean", "text" where it has none.
struct field_definition
{
    std::string path;
    std::string kind;
    bilingual label;
    bilingual help;
    bool always_required = false;
    condition required_when = condition::never();
    condition blank_when = condition::never();
    json::value default_value;  ///< null, a literal, {"copy": path} or {"office": name}
    json::value automatic;      ///< null, or what the program fills in
    std::string suggest;        ///< a code list of usual texts, or ""
    std::size_t max_length = 0; ///< 0: no limit of its own

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
};

/// What a registration claims as unique in the nation.
struct claim_definition
{
    std::string id;
    std::vector<std::string> fields;
    severity level = severity::block;
};

struct paper_definition
{
    std::string certificate;
    bilingual title;
    std::string kind;
    bool needs_pin = false;
    std::string number_suffix;
};

struct event_definition
{
    std::string event;
    int version = 1;
    bilingual title;
    std::string book_kind;
    bilingual book_title;
    std::string subject;
    json::object schema; ///< bundled: every $ref inlined
    std::shared_ptr<const schema_validator> validator;
    std::vector<field_definition> fields;
    std::vector<form_page> pages;
    std::vector<rule_use> rules;
    std::vector<claim_definition> claims;
    std::vector<std::string> search_names;
    std::vector<std::string> search_numbers;
    std::vector<paper_definition> papers;
    json::object example;

    [[nodiscard]] const field_definition* find_field(std::string_view path) const;
    [[nodiscard]] const paper_definition* find_paper(std::string_view certificate) const;
};

/// Reads a definition. `load_block` gives the JSON of a file beside the event's
/// ("../blocks/person.json"). The failure names the place in the definition.
result<event_definition> parse_event_definition(
    const json::object& source, const block_loader& load_block
);

} // namespace hotich
