// Rules that ask the register about a person: dead, without capacity, known under another number,
// related, under guardianship. A person who is not certain is asked about in vain.
#include "common/definitions/display.h"
#include "common/rules/rule.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

std::string name_field(const rule_input& in, std::size_t n) { return in.path(n) + ".full_name"; }

const record_lookup& register_of(const rule_input& in) { return in.context.lookup; }

/// The day an entry was made, its number and office: what a clerk looks it up by.
std::vector<finding::argument> place_of(const rule_input& in, const person_fact& fact)
{
    return {
        plain("name", fact.name),
        plain("date", fact.registered_on),
        plain("number", fact.number),
        plain("office", office_name(in.context, fact.office))};
}

/// Whether the definition says that the relation of such an entry has ended.
bool has_ended(const event_definition& event, const json::object& current)
{
    return std::any_of(
        event.relations.begin(),
        event.relations.end(),
        [&current](const relation_definition& relation) { return relation.ended.holds(current); }
    );
}

/// Gender "1" or "2" of the parent that is recognised: a gender, or a recognition kind (domain
/// §7.6: 1 and 3 are about the father, 2 and 4 about the mother).
std::string parent_gender(const std::string& code)
{
    if (code == "1" || code == "3") return "1";
    if (code == "2" || code == "4") return "2";
    return {};
}

/// The parent of that gender whom the child's own entry names.
std::optional<std::string> parent_named_in(
    const definitions& known, const found_entry& entry, const std::string& gender
)
{
    const auto* event = known.find_event(entry.event);
    if (event == nullptr) return std::nullopt;
    for (const auto& relation : event->relations) {
        if (relation.kind != "parent" || !relation.when.holds(entry.current)) continue;
        for (const auto& use : event->people) {
            if (use.path != relation.a || use.gender != gender) continue;
            auto name = std::string(text_at(entry.current, use.path + ".full_name"));
            if (!name.empty()) return name;
        }
    }
    return std::nullopt;
}

} // namespace

std::string office_name(const check_context& context, const std::string& code)
{
    if (code == context.office.code && !context.office.name.empty()) return context.office.name;
    return commune_name(context.known, code);
}

// Domain §6.4 and §6.6 row 15: a death locks the person until it is cancelled.
rule_result person_is_alive(const rule_input& in)
{
    const auto deaths = register_of(in).flagged(in.person(0), "dead", in.context.record);
    if (deaths.empty()) return {};
    return {{name_field(in, 0), place_of(in, deaths.front())}};
}

// LHNGĐ Đ8 k1 c, BLDS Đ49, Luật Nuôi con nuôi Đ14: civil capacity. The second argument "lost" lets
// a limited capacity pass, as a marriage does.
rule_result has_capacity(const rule_input& in)
{
    constexpr std::array flags{"capacity_lost", "capacity_limited"};
    for (const auto* flag : flags) {
        if (in.path(1) == "lost" && flag != flags.front()) continue;
        const auto entries = register_of(in).flagged(in.person(0), flag, in.context.record);
        if (!entries.empty()) return {{name_field(in, 0), place_of(in, entries.front())}};
    }
    return {};
}

// Never merged silently: a clerk looks and judges.
rule_result probably_known(const rule_input& in)
{
    const auto found = register_of(in).probably_same(in.person(0), in.context.record);
    if (found.empty()) return {};
    return {{name_field(in, 0), place_of(in, found.front())}};
}

// LHNGĐ Đ5 k2 d: direct line, three generations, adoption, in-laws; also former ones.
rule_result not_close_kin(const rule_input& in)
{
    const auto kinship = register_of(in).kinship_of(in.person(0), in.person(1));
    if (kinship.empty()) return {};
    return {{name_field(in, 0), {{"relation", in.context.known.message("kinship", kinship)}}}};
}

// BLDS Đ47 k2: one guardian, but for parents or grandparents together, which the head may allow.
rule_result no_active_guardian(const rule_input& in)
{
    const auto guardians =
        register_of(in).related(in.person(0), "guardian", true, in.context.record);
    if (guardians.empty()) return {};
    auto arguments = place_of(in, guardians.front());
    arguments.push_back(plain("guardian", guardians.front().other_name));
    return {{name_field(in, 0), std::move(arguments)}};
}

// Luật Hộ tịch Đ22: what ends is a guardianship in force, registered here. Arguments: {"event": …},
// the fields of its number, record and office.
rule_result guardianship_is_active(const rule_input& in)
{
    const auto* kind = in.args.empty() ? nullptr : in.args[0].if_object();
    const auto number = in.text(1);
    const auto record = in.text(2);
    if (kind == nullptr || !register_of(in).knows_entries() || (number.empty() && record.empty()))
        return {};
    const auto event = std::string(text_at(*kind, "event"));
    const auto office = in.text(3);
    const auto found = register_of(in).find_entry(
        {office.empty() ? in.context.office.code : office, event, number, record}
    );
    const auto* definition = in.context.known.find_event(event);
    const bool is_active = found && found->event == event && definition != nullptr
        && !has_ended(*definition, found->current);
    if (is_active) return {};
    return {{in.path(1), {plain("number", number.empty() && found ? found->number : number)}}};
}

// Luật Hộ tịch Đ25, domain §6.6 row 16: a child that has a father gets no other one without a
// court.
rule_result no_other_parent(const rule_input& in)
{
    const auto gender = parent_gender(in.value(1));
    if (gender.empty()) return {};
    for (const auto& fact :
         register_of(in).related(in.person(0), "parent", true, in.context.record)) {
        if (fact.other_gender != gender) continue;
        return {
            {name_field(in, 0), {plain("name", fact.other_name), plain("number", fact.number)}}};
    }
    const auto entry = entry_at(in, "birth_entry");
    if (!entry) return {};
    const auto name = parent_named_in(in.context.known, *entry, gender);
    if (!name) return {};
    return {{name_field(in, 0), {plain("name", *name), plain("number", entry->number)}}};
}

} // namespace hotich
