#include "common/accounts/unit_ref.h"

#include <array>
#include <optional>

namespace hotich {

namespace {

constexpr const char* nation = "nation";
constexpr int max_successions = 8; ///< a list that runs in circles ends

struct named_level
{
    std::string_view name;
    unit_level level;
};

constexpr std::array named_levels{
    named_level{"province", unit_level::province},
    named_level{"district", unit_level::district},
    named_level{"commune", unit_level::commune},
};

std::optional<unit_level> level_of(std::string_view name)
{
    for (const auto& known : named_levels)
        if (known.name == name) return known.level;
    return std::nullopt;
}

/// The unit above in force on the day: of a commune its district, where there still was one.
const admin_unit* above(const admin_units& units, const admin_unit& unit, const civil_date& on)
{
    if (unit.level == unit_level::province) return nullptr;
    if (unit.level == unit_level::commune)
        if (const auto* district = units.find(unit_level::district, unit.parent, on))
            return district;
    return units.find(unit_level::province, unit.parent, on);
}

} // namespace

std::string to_text(const unit_ref& unit)
{
    return unit.code.empty() ? unit.level : unit.level + ":" + unit.code;
}

result<unit_ref> parse_unit(const admin_units& units, std::string_view text)
{
    if (text == nation) return unit_ref{nation, ""};
    const auto colon = text.find(':');
    const auto level = level_of(text.substr(0, colon));
    if (!level || colon == std::string_view::npos)
        return failure{
            failure_code::invalid_input,
            "a unit is nation, province:CODE, district:CODE or commune:CODE"};
    const auto code = text.substr(colon + 1);
    if (units.find_any(*level, code) == nullptr)
        return failure{failure_code::invalid_input, "no unit " + std::string(text)};
    return unit_ref{std::string(text.substr(0, colon)), std::string(code)};
}

std::string feed_of(const unit_ref& unit)
{
    if (unit.level == "commune") return unit.code;
    return unit.code.empty() ? unit.level : unit.level + "-" + unit.code;
}

unit_ref unit_of_feed(const std::string& feed)
{
    if (feed == nation) return {nation, ""};
    const auto dash = feed.find('-');
    if (dash == std::string::npos) return {"commune", feed};
    return {feed.substr(0, dash), feed.substr(dash + 1)};
}

const admin_unit* unit_on(
    const admin_units& units, const unit_ref& unit, const civil_date& given, const civil_date& on
)
{
    const auto level = level_of(unit.level);
    if (!level) return nullptr;
    const auto* found = units.find(*level, unit.code, given);
    if (found == nullptr) found = units.find(*level, unit.code, on);
    for (int step = 0; found != nullptr && step < max_successions; ++step) {
        if (found->valid.holds(on)) return found;
        if (found->successor.empty()) return nullptr;
        const auto next = found->successor;
        found = units.find(*level, next, on);
        if (found == nullptr) found = units.find_any(*level, next);
    }
    return nullptr;
}

bool reaches(
    const admin_units& units,
    const unit_ref& unit,
    const civil_date& given,
    const unit_ref& inner,
    const civil_date& on
)
{
    if (unit.level == nation) return true;
    const auto* outer = unit_on(units, unit, given, on);
    if (outer == nullptr) return false;
    const auto* below = unit_on(units, inner, on, on);
    for (; below != nullptr; below = above(units, *below, on))
        if (below == outer) return true;
    return false;
}

} // namespace hotich
