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
    /// Argument n as {"value": "2"}, else the text at its path.
    [[nodiscard]] std::string value(std::size_t n) const;
    /// Argument n as a list of texts.
    [[nodiscard]] std::vector<std::string> texts(std::size_t n) const;
    /// The person whose fields stand at argument n's path, with the gender that the role implies.
    [[nodiscard]] person_identity person(std::size_t n) const;
    /// Whether argument n's path holds anything; a tick that is not set holds nothing.
    [[nodiscard]] bool is_given(std::size_t n) const;
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

/// What a finding says of the registration that is in the way.
std::vector<finding::argument> holder_arguments(const claim_holder& holder);

/// A code as both languages name it; the code itself where the list does not have it.
bilingual label_of_code(const code_list& list, const std::string& code);

/// "Phường Ba Đình": an office by its code, as far as its unit is known.
std::string office_name(const check_context& context, const std::string& code);

/// The entry that the fields under a prefix name: doc_kind, no, date, office_code (else this
/// office), record.
entry_key entry_key_at(const rule_input& in, const std::string& prefix);
/// Nothing where they name none, or the register does not have it.
std::optional<found_entry> entry_at(const rule_input& in, const std::string& prefix);

/// The last day a partial date may mean.
civil_date latest_day(const partial_date& date);

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
rule_result age_at_least(const rule_input& in);
rule_result age_under(const rule_input& in);
rule_result older_by(const rule_input& in);
rule_result days_after(const rule_input& in);
rule_result before_day(const rule_input& in);
rule_result valid_for_months(const rule_input& in);
// stays_rules.cpp
rule_result stays_in_order(const rule_input& in);
rule_result stays_have_gaps(const rule_input& in);
// presence_rules.cpp
rule_result must_equal(const rule_input& in);
rule_result must_not_equal(const rule_input& in);
rule_result must_be_true(const rule_input& in);
rule_result at_least_one(const rule_input& in);
// people_rules.cpp
rule_result name_letters_only(const rule_input& in);
rule_result name_has_two_words(const rule_input& in);
rule_result name_not_too_long(const rule_input& in);
rule_result surname_of_a_parent(const rule_input& in);
rule_result ethnic_of_a_parent(const rule_input& in);
rule_result officer_is_not_a_party(const rule_input& in);
rule_result parent_without_identity(const rule_input& in);
rule_result not_same_person(const rule_input& in);
rule_result no_same_sex(const rule_input& in);
// register_rules.cpp: what the register says of a person
rule_result person_is_alive(const rule_input& in);
rule_result has_capacity(const rule_input& in);
rule_result probably_known(const rule_input& in);
rule_result not_close_kin(const rule_input& in);
rule_result no_active_guardian(const rule_input& in);
rule_result guardianship_is_active(const rule_input& in);
rule_result no_other_parent(const rule_input& in);
// marriage_rules.cpp: what the register says of marriages
rule_result not_married(const rule_input& in);
rule_result spouse_is_told(const rule_input& in);
rule_result marital_status_agrees(const rule_input& in);
rule_result no_valid_marital_certificate(const rule_input& in);
rule_result parents_marriage_found(const rule_input& in);
rule_result common_child_of_marriage(const rule_input& in);
// amendment_rules.cpp
rule_result target_is_known(const rule_input& in);
rule_result old_value_is_current(const rule_input& in);
rule_result fix_changes_nothing(const rule_input& in);
rule_result items_may_touch(const rule_input& in);
rule_result items_only_since(const rule_input& in);
rule_result gender_or_year_changed(const rule_input& in);
rule_result consent_by_age(const rule_input& in);
// papers_rules.cpp
rule_result pin_matches(const rule_input& in);
rule_result pin_prefix_known(const rule_input& in);
rule_result id_document_format(const rule_input& in);
rule_result id_document_unusual(const rule_input& in);
rule_result cmnd_no_longer_valid(const rule_input& in);
rule_result gcs_code_format(const rule_input& in);
rule_result foreign_paper_legalised(const rule_input& in);
// places_rules.cpp
rule_result same_place(const rule_input& in);
rule_result unit_valid_on(const rule_input& in);
rule_result office_is_competent(const rule_input& in);

} // namespace hotich
