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

/// Days from a full date to another; nothing where one is not full.
std::optional<int> elapsed_days(const std::optional<partial_date>& from, const civil_date& to)
{
    if (!from || !from->is_full()) return std::nullopt;
    return days_between(for_age_test(*from), to);
}

/// Completed years between two dates that may be partial; nothing where one is missing.
std::optional<int> years_between(
    const std::optional<partial_date>& birth, const std::optional<partial_date>& at
)
{
    if (!birth || !at) return std::nullopt;
    return full_years(for_age_test(*birth), for_age_test(*at));
}

} // namespace

civil_date latest_day(const partial_date& date)
{
    const int month = date.month == 0 ? 12 : date.month;
    return {date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day};
}

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
    if (!date || !other || latest_day(*date) >= for_age_test(*other)) return {};
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

// LHNGĐ Đ8 k1 a (marriage), BLDS Đ49 (guardian), Luật Nuôi con nuôi Đ14: completed years on a day.
rule_result age_at_least(const rule_input& in)
{
    const auto age = years_between(in.date(0), in.date(1));
    const int least = in.number(2, 0);
    if (!age || *age >= least) return {};
    return {
        {in.path(0), {plain("age", std::to_string(*age)), plain("min", std::to_string(least))}}};
}

// Luật Nuôi con nuôi Đ8, BLDS Đ47: for those who have not reached an age.
rule_result age_under(const rule_input& in)
{
    const auto age = years_between(in.date(0), in.date(1));
    const int limit = in.number(2, 0);
    if (!age || *age < limit) return {};
    return {
        {in.path(0), {plain("age", std::to_string(*age)), plain("max", std::to_string(limit))}}};
}

// Luật Nuôi con nuôi Đ14 k1 b: twenty years older than the child.
rule_result older_by(const rule_input& in)
{
    const auto difference = years_between(in.date(0), in.date(1));
    const int least = in.number(2, 0);
    if (!difference || *difference >= least) return {};
    return {
        {in.path(0),
         {plain("difference", std::to_string(*difference)), plain("min", std::to_string(least))}}};
}

// Luật Nuôi con nuôi Đ21 k4: the parents agree when the child is fifteen days old at least.
rule_result days_after(const rule_input& in)
{
    const auto date = in.date(0);
    const int least = in.number(2, 0);
    if (!date || !date->is_full()) return {};
    const auto elapsed = elapsed_days(in.date(1), for_age_test(*date));
    if (!elapsed || *elapsed >= least) return {};
    return {{in.path(0), {plain("days", std::to_string(least))}}};
}

// NQ 35/2000/QH10: before 03/01/1987; NĐ 123/2015 Đ24: before 01/01/2016. The day is the law's.
rule_result before_day(const rule_input& in)
{
    const auto date = in.date(0);
    const auto day = parse_date(in.path(1));
    if (!date || !day || for_age_test(*date) < *day) return {};
    return {{in.path(0), {plain("value", to_display(*date)), plain("day", to_display(*day))}}};
}

// NĐ 123/2015 Đ23: six months from issue, to the end of the day.
rule_result valid_for_months(const rule_input& in)
{
    const auto issued = in.date(0);
    if (!issued || !issued->is_full()) return {};
    const auto until = add_months(for_age_test(*issued), in.number(1, 6));
    if (in.registered_on() <= until) return {};
    return {{in.path(0), {plain("until", to_display(until))}}};
}

} // namespace hotich
