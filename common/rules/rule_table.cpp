#include "common/rules/rule.h"

#include <array>

namespace hotich {

namespace {

struct named_rule
{
    std::string_view name;
    rule_function check;
};

constexpr std::array rules{
    named_rule{"not_in_future", not_in_future},
    named_rule{"not_before", not_before},
    named_rule{"full_date", full_date},
    named_rule{"registered_within_days", registered_within_days},
    named_rule{"reg_type_fits", reg_type_fits},
    named_rule{"backdated", backdated},
    named_rule{"words_match_date", words_match_date},
    named_rule{"age_between", age_between},
    named_rule{"registered_before_2016", registered_before_2016},
    named_rule{"name_letters_only", name_letters_only},
    named_rule{"name_has_two_words", name_has_two_words},
    named_rule{"name_not_too_long", name_not_too_long},
    named_rule{"surname_of_a_parent", surname_of_a_parent},
    named_rule{"ethnic_of_a_parent", ethnic_of_a_parent},
    named_rule{"must_equal", must_equal},
    named_rule{"officer_is_not_a_party", officer_is_not_a_party},
    named_rule{"parent_without_identity", parent_without_identity},
    named_rule{"pin_matches", pin_matches},
    named_rule{"pin_prefix_known", pin_prefix_known},
    named_rule{"id_document_format", id_document_format},
    named_rule{"id_document_unusual", id_document_unusual},
    named_rule{"cmnd_no_longer_valid", cmnd_no_longer_valid},
    named_rule{"gcs_code_format", gcs_code_format},
    named_rule{"same_place", same_place},
    named_rule{"unit_valid_on", unit_valid_on},
    named_rule{"office_is_competent", office_is_competent},
    named_rule{"age_at_least", age_at_least},
    named_rule{"age_under", age_under},
    named_rule{"older_by", older_by},
    named_rule{"days_after", days_after},
    named_rule{"before_day", before_day},
    named_rule{"valid_for_months", valid_for_months},
    named_rule{"stays_in_order", stays_in_order},
    named_rule{"stays_have_gaps", stays_have_gaps},
    named_rule{"must_not_equal", must_not_equal},
    named_rule{"must_be_true", must_be_true},
    named_rule{"at_least_one", at_least_one},
    named_rule{"not_same_person", not_same_person},
    named_rule{"no_same_sex", no_same_sex},
    named_rule{"person_is_alive", person_is_alive},
    named_rule{"has_capacity", has_capacity},
    named_rule{"probably_known", probably_known},
    named_rule{"not_close_kin", not_close_kin},
    named_rule{"no_active_guardian", no_active_guardian},
    named_rule{"guardianship_is_active", guardianship_is_active},
    named_rule{"no_other_parent", no_other_parent},
    named_rule{"not_married", not_married},
    named_rule{"spouse_is_told", spouse_is_told},
    named_rule{"marital_status_agrees", marital_status_agrees},
    named_rule{"no_valid_marital_certificate", no_valid_marital_certificate},
    named_rule{"parents_marriage_found", parents_marriage_found},
    named_rule{"common_child_of_marriage", common_child_of_marriage},
    named_rule{"target_is_known", target_is_known},
    named_rule{"old_value_is_current", old_value_is_current},
    named_rule{"fix_changes_nothing", fix_changes_nothing},
    named_rule{"items_may_touch", items_may_touch},
    named_rule{"items_only_since", items_only_since},
    named_rule{"gender_or_year_changed", gender_or_year_changed},
    named_rule{"consent_by_age", consent_by_age},
    named_rule{"foreign_paper_legalised", foreign_paper_legalised},
};

} // namespace

std::string rule_input::path(std::size_t n) const
{
    return n < args.size() && args[n].is_string() ? std::string(args[n].get_string())
                                                  : std::string();
}

int rule_input::number(std::size_t n, int otherwise) const
{
    return n < args.size() && args[n].is_int64() ? static_cast<int>(args[n].get_int64())
                                                 : otherwise;
}

std::string rule_input::text(std::size_t n) const { return std::string(text_at(data, path(n))); }

std::optional<partial_date> rule_input::date(std::size_t n) const
{
    const auto read = parse_partial_date(text(n));
    return read && exists(*read) ? read : std::nullopt;
}

std::string rule_input::value(std::size_t n) const
{
    const auto* literal = n < args.size() ? args[n].if_object() : nullptr;
    return literal == nullptr ? text(n) : std::string(text_at(*literal, "value"));
}

std::vector<std::string> rule_input::texts(std::size_t n) const
{
    std::vector<std::string> out;
    if (n >= args.size() || !args[n].is_array()) return out;
    for (const auto& item : args[n].get_array())
        if (item.is_string()) out.emplace_back(item.get_string());
    return out;
}

person_identity rule_input::person(std::size_t n) const
{
    auto who = identity_at(data, path(n));
    for (const auto& use : event.people)
        if (use.path == path(n) && !use.gender.empty()) who.gender = use.gender;
    return who;
}

bool rule_input::is_given(std::size_t n) const
{
    const auto* value_there = path(n).empty() ? nullptr : find_path(data, path(n));
    return value_there != nullptr && is_known(*value_there) && *value_there != json::value(false);
}

civil_date rule_input::registered_on() const
{
    return parse_date(text_at(data, "reg_date")).value_or(context.today);
}

rule_function find_rule(std::string_view name)
{
    for (const auto& rule : rules)
        if (rule.name == name) return rule.check;
    return nullptr;
}

finding::argument plain(std::string name, std::string value)
{
    return {std::move(name), {value, value}};
}

std::vector<finding::argument> holder_arguments(const claim_holder& holder)
{
    return {
        plain("record", holder.record),
        plain("number", holder.number),
        plain("office", holder.office),
        plain("name", holder.title),
        plain("date", holder.registered_on)};
}

bilingual label_of_code(const code_list& list, const std::string& code)
{
    const auto* entry = list.find(code);
    if (entry == nullptr) return {code, code};
    return {entry->label_vi, entry->label_en.empty() ? entry->label_vi : entry->label_en};
}

} // namespace hotich
