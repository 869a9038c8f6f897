// How a named rule is written: a small function that reads the record and says what it finds. The
// table of all rules is in rule_table.cpp. Inside common/rules only.
#pragma once

#include "common/rules/check.h"

#include <string>
#include <vector>

namespace hotich {

/// What a rule sees: the record, its own arguments from the definition, and the world.
struct rule_input
{
    const event_definition& event;
    const json::object& data;
    const json::array& args;
    const check_context& context;

    /// Argument n as text: usually a path. "" where it is absent.
    [[nodiscard]] std::string path(std::size_t n) const;
    [[nodiscard]] int number(std::size_t n, int otherwise) const;
    /// The text in the record at argument n's path.
    [[nodiscard]] std::string text(std::size_t n) const;
    [[nodiscard]] std::optional<partial_date> date(std::size_t n) const;
    /// The day the entry is written; today where the record does not say.
    [[nodiscard]] civil_date registered_on() const;
};

/// One finding of a rule; level and flags come from the definition.
struct rule_finding
{
    std::string field;
    std::vector<finding::argument> arguments;
};

using rule_result = std::vector<rule_finding>;
using rule_function = rule_result (*)(const rule_input&);

/// The function of a name, or null.
rule_function find_rule(std::string_view name);

/// Shorthand for arguments that are the same in both languages.
finding::argument plain(std::string name, std::string value);

// dates_rules.cpp
rule_result not_in_future(const rule_input& in);
rule_result not_before(const rule_input& in);
rule_result full_date(const rule_input& in);
rule_result registered_within_days(const rule_input& in);
rule_result reg_type_fits(const rule_input& in);
rule_result backdated(const rule_input& in);
rule_result words_match_date(const rule_input& in);
rule_result age_between(const rule_input& in);
rule_result registered_before_2016(const rule_input& in);
// people_rules.cpp
rule_result name_letters_only(const rule_input& in);
rule_result name_has_two_words(const rule_input& in);
rule_result name_not_too_long(const rule_input& in);
rule_result surname_of_a_parent(const rule_input& in);
rule_result ethnic_of_a_parent(const rule_input& in);
rule_result must_equal(const rule_input& in);
rule_result officer_is_not_a_party(const rule_input& in);
rule_result parent_without_identity(const rule_input& in);
// papers_rules.cpp
rule_result pin_matches(const rule_input& in);
rule_result pin_prefix_known(const rule_input& in);
rule_result id_document_format(const rule_input& in);
rule_result id_document_unusual(const rule_input& in);
rule_result cmnd_no_longer_valid(const rule_input& in);
rule_result gcs_code_format(const rule_input& in);
// places_rules.cpp
rule_result same_place(const rule_input& in);
rule_result unit_valid_on(const rule_input& in);
rule_result office_is_competent(const rule_input& in);

} // namespace hotich
