// Rules that ask the register about marriages. A domestic divorce reaches it only where the court
// tells (domain §3.12), so what it says is to be compared with papers, not believed.
#include "common/base/text.h"
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

/// LHNGĐ Đ88 k1: born within this time after the end, a child is still the couple's.
constexpr int days_after_the_end = 300;

std::vector<person_fact> marriages_of(const rule_input& in, const person_identity& who)
{
    return in.context.lookup.marriages_of(who, in.context.record);
}

bool is_active(const person_fact& marriage) { return marriage.ended_on.empty(); }

bool is_one_of(const person_fact& marriage, const std::vector<person_fact>& others)
{
    return std::any_of(others.begin(), others.end(), [&marriage](const person_fact& other) {
        return other.office == marriage.office && other.record == marriage.record;
    });
}

/// What the register makes of a person's marriages, as a code of domain §7.5.
const char* status_after(const person_fact& marriage)
{
    if (is_active(marriage)) return "MARRIED";
    return marriage.is_widowed ? "WIDOWED" : "DIVORCED";
}

/// The marriage that contradicts a status; null where none does.
const person_fact* contradiction(
    const std::string& status, const std::vector<person_fact>& marriages
)
{
    if (marriages.empty()) return nullptr;
    const auto active = std::find_if(marriages.begin(), marriages.end(), is_active);
    const auto* standing = active == marriages.end() ? nullptr : &*active;
    if (status == "NEVER") return standing == nullptr ? &marriages.back() : standing;
    if (status == "MARRIED") return standing == nullptr ? &marriages.back() : nullptr;
    if (status == "DIVORCED" || status == "WIDOWED") return standing;
    return nullptr;
}

/// Whether a child born on the day is the couple's (LHNGĐ Đ88 k1).
bool covers(const person_fact& marriage, const civil_date& born)
{
    const auto from = parse_partial_date(marriage.date);
    if (from && for_age_test(*from) > born) return false;
    if (is_active(marriage)) return true;
    const auto end = parse_partial_date(marriage.ended_on);
    return end && born <= add_days(latest_day(*end), days_after_the_end);
}

} // namespace

// LHNGĐ Đ5 k2 c. The paper that ended the marriage, once entered, answers it.
rule_result not_married(const rule_input& in)
{
    if (in.is_given(1)) return {};
    const auto who = in.person(0);
    const auto spouses = in.context.lookup.related(who, "spouse", false, in.context.record);
    if (spouses.empty()) return {};
    const auto& marriage = spouses.front();
    return {
        {in.path(0) + ".full_name",
         {plain("name", who.full_name),
          plain("spouse", marriage.other_name),
          plain("number", marriage.number),
          plain("office", office_name(in.context, marriage.office))}}};
}

// Domain §6.4: the marriage entry is not touched; the survivor's status follows.
rule_result spouse_is_told(const rule_input& in)
{
    const auto spouses =
        in.context.lookup.related(in.person(0), "spouse", false, in.context.record);
    if (spouses.empty()) return {};
    return {
        {in.path(0) + ".full_name",
         {plain("name", spouses.front().other_name), plain("number", spouses.front().number)}}};
}

// NĐ 123/2015 Đ22: the status is what the register shows, or papers show that it has changed.
rule_result marital_status_agrees(const rule_input& in)
{
    const auto marriages = marriages_of(in, in.person(0));
    const auto* marriage = contradiction(in.text(1), marriages);
    if (marriage == nullptr) return {};
    const auto* field = in.event.find_field(in.path(1));
    const auto& names = in.context.known.list(field == nullptr ? "" : field->list_name());
    return {
        {in.path(1),
         {{"status", label_of_code(names, status_after(*marriage))},
          plain("number", marriage->number)}}};
}

// NĐ 123/2015 Đ22–23: a certificate for a marriage is given back before another is made.
rule_result no_valid_marital_certificate(const rule_input& in)
{
    if (in.is_given(2)) return {};
    for (const auto& fact : in.context.lookup.entries_of(in.person(0), in.context.record)) {
        // A partner is named in the certificate too, but it is not the partner's.
        if (fact.event != in.event.event || fact.role != in.path(0)) continue;
        const auto earlier =
            in.context.lookup.find_entry({fact.office, fact.event, fact.number, fact.record});
        if (!earlier) continue;
        const auto purpose = text_at(earlier->current, in.path(1));
        const auto valid_to = parse_date(text_at(earlier->current, "valid_to"));
        const bool for_marriage = purpose.size() == 1 && purpose >= "1" && purpose <= "4";
        if (for_marriage && valid_to && *valid_to >= in.registered_on())
            return {
                {in.path(0) + ".full_name",
                 {plain("number", fact.number), plain("date", fact.registered_on)}}};
    }
    return {};
}

// NĐ 07/2025: the office looks the parents' marriage up by what the declaration says of it.
rule_result parents_marriage_found(const rule_input& in)
{
    const auto mother = in.person(1);
    const auto father = in.person(2);
    const bool can_tell =
        in.context.lookup.knows_entries() && mother.is_certain() && father.is_certain();
    if (!in.is_given(0) || !can_tell) return {};
    const auto of_father = marriages_of(in, father);
    for (const auto& marriage : marriages_of(in, mother))
        if (is_active(marriage) && is_one_of(marriage, of_father)) return {};
    return {{in.path(0), {}}};
}

// LHNGĐ Đ88: a child of the marriage, or of the 300 days after it, is the husband's; only a court
// says otherwise.
rule_result common_child_of_marriage(const rule_input& in)
{
    const auto birth = in.date(0);
    const auto father = in.person(2);
    if (!birth || (father.full_name.empty() && !father.is_certain())) return {};
    const auto of_mother = marriages_of(in, in.person(1));
    if (of_mother.empty()) return {}; // most often: the father need not be asked about
    const auto of_father = marriages_of(in, father);
    for (const auto& marriage : of_mother) {
        const bool is_his = is_one_of(marriage, of_father)
            || (!father.is_certain() && fold(father.full_name) == fold(marriage.other_name));
        if (is_his || !covers(marriage, for_age_test(*birth))) continue;
        return {
            {in.path(2) + ".full_name",
             {plain("husband", marriage.other_name), plain("number", marriage.number)}}};
    }
    return {};
}

} // namespace hotich
