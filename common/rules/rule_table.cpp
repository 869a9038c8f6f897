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

} // namespace hotich
