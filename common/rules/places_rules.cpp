// Rules about addresses, administrative units and the competence of the office.
#include "common/base/text.h"
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

/// Two addresses are the same place where their communes are equal, or, without codes, their
/// provinces and words.
std::string place_key(const json::object& data, const std::string& path)
{
    const auto commune = std::string(text_at(data, path + ".commune_code"));
    if (!commune.empty()) return commune;
    const auto province = std::string(text_at(data, path + ".province_code"));
    const auto words = fold(text_at(data, path + ".as_written"));
    const auto country = std::string(text_at(data, path + ".country"));
    return province.empty() && words.empty() ? (country == "VN" ? std::string() : country)
                                             : province + "|" + words;
}

struct unit_use
{
    unit_level level;
    std::string code;
};

std::vector<unit_use> units_of(const json::object& data, const std::string& path)
{
    std::vector<unit_use> used;
    const auto add = [&](unit_level level, const char* member) {
        auto code = std::string(text_at(data, path + "." + member));
        if (!code.empty()) used.push_back({level, std::move(code)});
    };
    add(unit_level::province, "province_code");
    add(unit_level::district, "district_code");
    add(unit_level::commune, "commune_code");
    return used;
}

} // namespace

rule_result same_place(const rule_input& in)
{
    const auto place = place_key(in.data, in.path(0));
    if (place.empty()) return {};
    bool any_known = false;
    for (std::size_t n = 1; n < in.args.size(); ++n) {
        const auto other = place_key(in.data, in.path(n));
        if (other == place) return {};
        any_known = any_known || !other.empty();
    }
    if (!any_known) return {};
    return {{in.path(0), {}}};
}

// Domain §7.3: a place is written with the unit valid at the event; codes of 2019 and 2025 overlap.
rule_result unit_valid_on(const rule_input& in)
{
    const auto date = in.date(1);
    if (!date || text_at(in.data, in.path(0) + ".country") != "VN") return {};
    const auto day = for_age_test(*date);
    const auto& units = in.context.known.units();
    for (const auto& [level, code] : units_of(in.data, in.path(0))) {
        const auto* any = units.find_any(level, code);
        if (any == nullptr || units.find(level, code, day) != nullptr)
            continue; // unknown codes are unit_in_parent's
        const auto* successor =
            any->successor.empty() ? nullptr : units.find(level, any->successor, day);
        return {
            {in.path(0),
             {plain("unit", any->name),
              plain("date", to_display(*date)),
              plain("successor", successor == nullptr ? "?" : successor->name)}}};
    }
    return {};
}

// Luật Hộ tịch Đ13: the commune where the father or the mother resides; Đ27: or where the entry was
// registered, as an office code. A warning: the citizen may choose (Đ5 k4).
rule_result office_is_competent(const rule_input& in)
{
    bool any_known = false;
    for (std::size_t n = 0; n < in.args.size(); ++n) {
        auto commune = text_at(in.data, in.path(n) + ".commune_code");
        if (commune.empty()) commune = text_at(in.data, in.path(n));
        if (commune.empty()) continue;
        if (commune == in.context.office.code) return {};
        any_known = true;
    }
    if (!any_known) return {};
    return {{in.path(0), {plain("office", in.context.office.name)}}};
}

} // namespace hotich
