// Rules about names and the relation of a child to the parents.
#include "common/base/text.h"
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

std::string first_word(const std::string& name)
{
    const auto words = words_of(clean_text(name));
    return words.empty() ? std::string() : words.front();
}

bool same_words(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

} // namespace

// BLDS 2015 Đ26: a name has no digit and no sign that is not a letter.
rule_result name_letters_only(const rule_input& in)
{
    const auto sign = first_foreign_sign(in.text(0));
    if (sign.empty()) return {};
    return {{in.path(0), {plain("character", sign)}}};
}

rule_result name_has_two_words(const rule_input& in)
{
    const auto name = in.text(0);
    if (name.empty() || words_of(clean_text(name)).size() >= 2) return {};
    return {{in.path(0), {}}};
}

rule_result name_not_too_long(const rule_input& in)
{
    const auto max = in.number(1, 25);
    if (character_count(in.text(0)) <= static_cast<std::size_t>(max)) return {};
    return {{in.path(0), {plain("max", std::to_string(max))}}};
}

// BLDS 2015 Đ26 k2: the surname is the father's or the mother's.
rule_result surname_of_a_parent(const rule_input& in)
{
    const auto surname = first_word(in.text(0));
    if (surname.empty()) return {};
    bool any_known = false;
    for (std::size_t n = 1; n < in.args.size(); ++n) {
        const auto parent = in.text(n);
        any_known = any_known || !parent.empty();
        // A clan name of several words begins the child's name as a whole; comparing first words
        // covers it.
        if (!parent.empty() && same_words(first_word(parent), surname)) return {};
    }
    if (!any_known) return {};
    return {{in.path(0), {plain("surname", surname)}}};
}

rule_result ethnic_of_a_parent(const rule_input& in)
{
    const auto child = in.text(0);
    if (child.empty()) return {};
    const auto& groups = in.context.known.list("ethnic");
    const auto label = [&groups](const std::string& code) {
        const auto* entry = groups.find(code);
        return entry == nullptr ? code : entry->label_vi;
    };
    std::string parents;
    for (std::size_t n = 1; n < in.args.size(); ++n) {
        const auto parent = in.text(n);
        if (parent.empty()) continue;
        if (parent == child) return {};
        parents += (parents.empty() ? "" : ", ") + label(parent);
    }
    if (parents.empty()) return {};
    return {{in.path(0), {plain("child", label(child)), plain("parents", parents)}}};
}

// Luật Hộ tịch Đ12 k1 h: not for oneself nor for relatives. A name is all that is known here, so it
// can be overridden.
rule_result officer_is_not_a_party(const rule_input& in)
{
    std::vector<std::string> parties;
    for (std::size_t party = 2; party < in.args.size(); ++party)
        parties.push_back(fold(in.text(party)));
    for (std::size_t n = 0; n < 2 && n < in.args.size(); ++n) {
        const auto officer = in.text(n);
        if (officer.empty()) continue;
        if (std::find(parties.begin(), parties.end(), fold(officer)) != parties.end())
            return {{in.path(n), {plain("name", officer)}}};
    }
    return {};
}

rule_result parent_without_identity(const rule_input& in)
{
    const auto person = in.path(0);
    const bool is_there = is_known(in.data, person + ".full_name");
    const bool has_identity =
        is_known(in.data, person + ".pin") || is_known(in.data, person + ".id_doc.number");
    if (!is_there || has_identity) return {};
    return {{person + ".id_doc.number", {}}};
}

// One person in two roles: the same number, or the same document.
rule_result not_same_person(const rule_input& in)
{
    const auto one = in.person(0);
    const auto other = in.person(1);
    const bool same_pin = !one.pin.empty() && one.pin == other.pin;
    const bool same_document = !one.document.empty() && one.document == other.document;
    if (!same_pin && !same_document) return {};
    return {{in.path(0) + ".full_name", {}}};
}

// LHNGĐ 2014 Đ8 k2: the State does not recognise a marriage between persons of the same sex.
rule_result no_same_sex(const rule_input& in)
{
    const auto one = in.value(0);
    if (one.empty() || one != in.value(1)) return {};
    return {{in.path(0), {}}};
}

} // namespace hotich
