// Rules that compare dates.
#include "common/base/wording_vi.h"
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

/// A partial date is after a day only where every completion of it is.
bool is_surely_after(const partial_date& date, const civil_date& day)
{
    return for_age_test(date) > day;
}

/// The last day a partial date may mean.
civil_date latest(const partial_date& date)
{
    const int month = date.month == 0 ? 12 : date.month;
    return {date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day};
}

/// Days from a full date to another; nothing where one is not full.
std::optional<int> elapsed_days(const std::optional<partial_date>& from, const civil_date& to)
{
    if (!from || !from->is_full()) return std::nullopt;
    return days_between(for_age_test(*from), to);
}

} // namespace

rule_result not_in_future(const rule_input& in)
{
    const auto date = in.date(0);
    if (!date || !is_surely_after(*date, in.context.today)) return {};
    return {{in.path(0), {plain("value", to_display(*date))}}};
}

rule_result not_before(const rule_input& in)
{
    const auto date = in.date(0);
    const auto other = in.date(1);
    if (!date || !other || latest(*date) >= for_age_test(*other)) return {};
    return {
        {in.path(0),
         {plain("value", to_display(*date)),
          plain("other", in.path(1)),
          plain("other_value", to_display(*other))}}};
}

rule_result full_date(const rule_input& in)
{
    const auto date = in.date(0);
    if (!date || date->is_full()) return {};
    return {{in.path(0), {plain("value", to_display(*date))}}};
}

// Luật Hộ tịch Đ15, domain §6.3: reg_date − birth_date ≤ 60 calendar days is on time.
rule_result registered_within_days(const rule_input& in)
{
    const auto elapsed = elapsed_days(in.date(0), in.registered_on());
    const int days = in.number(1, 60);
    if (!elapsed || *elapsed <= days) return {};
    return {
        {in.path(0),
         {plain("days", std::to_string(days)), plain("elapsed", std::to_string(*elapsed))}}};
}

// Domain §7.6: 1 is on time, 4 is late; the other types do not depend on days.
rule_result reg_type_fits(const rule_input& in)
{
    const auto type = in.text(0);
    const auto elapsed = elapsed_days(in.date(1), in.registered_on());
    if (!elapsed || (type != "1" && type != "4")) return {};
    const bool late = *elapsed > in.number(2, 60);
    if (late == (type == "4")) return {};
    return {{in.path(0), {plain("elapsed", std::to_string(*elapsed))}}};
}

rule_result backdated(const rule_input& in)
{
    const auto date = in.date(0);
    if (!date || !date->is_full() || for_age_test(*date) >= in.context.today) return {};
    return {{in.path(0), {plain("value", to_display(*date))}}};
}

rule_result words_match_date(const rule_input& in)
{
    const auto words = in.text(0);
    const auto date = in.date(1);
    if (words.empty() || !date || words_say_date(words, *date)) return {};
    return {{in.path(0), {plain("expected", date_in_words(*date))}}};
}

rule_result age_between(const rule_input& in)
{
    const auto birth = in.date(0);
    const auto at = in.date(1);
    if (!birth || !at) return {};
    const int least = in.number(2, 0);
    const int most = in.number(3, 150);
    const int age = full_years(for_age_test(*birth), for_age_test(*at));
    if (age >= least && age <= most) return {};
    return {
        {in.path(0),
         {plain("age", std::to_string(age)),
          plain("min", std::to_string(least)),
          plain("max", std::to_string(most))}}};
}

// NĐ 123/2015 Đ24: only what was registered before 01/01/2016 is registered again.
rule_result registered_before_2016(const rule_input& in)
{
    const auto birth = in.date(0);
    if (!birth || for_age_test(*birth) < civil_date{2016, 1, 1}) return {};
    return {{in.path(0), {plain("value", to_display(*birth))}}};
}

} // namespace hotich
