// Rules about where a person lived, for the certificate of marital status (NĐ 123/2015 Đ22).
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

struct stay
{
    std::size_t row = 0;
    partial_date from;
    partial_date to;
};

/// The rows that say both days, by their beginning.
std::vector<stay> stays_of(const rule_input& in)
{
    std::vector<stay> out;
    const auto& list = rows_at(in.data, in.path(0));
    for (std::size_t row = 0; row < list.size(); ++row) {
        const auto* item = list[row].if_object();
        if (item == nullptr) continue;
        const auto from = parse_partial_date(text_at(*item, "from"));
        const auto to = parse_partial_date(text_at(*item, "to"));
        if (from && to && exists(*from) && exists(*to)) out.push_back({row, *from, *to});
    }
    std::stable_sort(out.begin(), out.end(), [](const stay& a, const stay& b) {
        return for_age_test(a.from) < for_age_test(b.from);
    });
    return out;
}

rule_finding at_row(const rule_input& in, const stay& one, const char* column)
{
    return {
        in.path(0) + "." + std::to_string(one.row) + "." + column,
        {plain("from", to_display(one.from)), plain("to", to_display(one.to))}};
}

/// The day an age is reached; of one born on 29 February it is 1 March in other years.
civil_date birthday(const partial_date& birth, int years)
{
    const auto born = for_age_test(birth);
    const auto day = add_months(born, years * 12);
    return full_years(born, day) < years ? add_days(day, 1) : day;
}

/// LHNGĐ Đ8 k1 a: a man at twenty, a woman at eighteen.
std::optional<int> age_of_marriage(const std::string& gender)
{
    if (gender == "1") return 20;
    if (gender == "2") return 18;
    return std::nullopt;
}

} // namespace

rule_result stays_in_order(const rule_input& in)
{
    rule_result found;
    const stay* before = nullptr;
    const auto stays = stays_of(in);
    for (const auto& one : stays) {
        const bool ends_first = latest_day(one.to) < for_age_test(one.from);
        const bool overlaps = before != nullptr && latest_day(one.from) < for_age_test(before->to);
        if (ends_first)
            found.push_back(at_row(in, one, "to"));
        else if (overlaps)
            found.push_back(at_row(in, one, "from"));
        before = &one;
    }
    return found;
}

// NĐ 123/2015 Đ22 k4: of the time since the age of marriage every place has to answer; the last
// stay is followed by the present residence.
rule_result stays_have_gaps(const rule_input& in)
{
    const auto birth = in.date(1);
    const auto age = age_of_marriage(in.value(2));
    if (!birth || !age) return {};
    rule_result found;
    auto known_until = add_days(birthday(*birth, *age), -1);
    for (const auto& one : stays_of(in)) {
        const auto gap_from = add_days(known_until, 1);
        const auto gap_to = add_days(for_age_test(one.from), -1);
        if (gap_from <= gap_to)
            found.push_back(
                {in.path(0), {plain("from", to_display(gap_from)), plain("to", to_display(gap_to))}}
            );
        known_until = std::max(known_until, latest_day(one.to));
    }
    return found;
}

} // namespace hotich
