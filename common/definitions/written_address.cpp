#include "common/definitions/written_address.h"

#include "common/base/text.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

/// The last day of three tiers (Law 72/2025/QH15, Resolution 202/2025/QH15).
constexpr civil_date last_day_of_districts{2025, 6, 30};

/// What may stand before a unit's name, folded, longest first.
constexpr std::array<std::string_view, 12> kinds{
    "thanh pho ",
    "thi tran ",
    "thi xa ",
    "dac khu ",
    "phuong ",
    "huyen ",
    "quan ",
    "tinh ",
    "tp ",
    "xa ",
    "tt ",
    "tx "};

std::string name_key(std::string_view name)
{
    auto key = fold(name);
    for (const auto kind : kinds)
        if (key.starts_with(kind)) return key.substr(kind.size());
    return key;
}

std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        if (auto part = clean_text(text.substr(from, comma - from)); !part.empty())
            parts.push_back(std::move(part));
        from = comma + 1;
    }
    return parts;
}

/// The one unit with the name; null where there is none or more than one. "Phường 1" and "Quận 1"
/// keep their number, and a part that says the kind of unit must agree with it where names repeat.
const admin_unit* named(const std::vector<const admin_unit*>& among, const std::string& part)
{
    std::vector<const admin_unit*> found;
    for (const auto* unit : among)
        if (name_key(unit->name) == name_key(part)) found.push_back(unit);
    if (found.size() > 1) {
        const auto whole = fold(part);
        std::erase_if(found, [&](const auto* unit) { return fold(unit->name) != whole; });
    }
    return found.size() == 1 ? found.front() : nullptr;
}

struct found_commune
{
    const admin_unit* commune = nullptr;
    std::size_t parts_used = 0;
};

/// Two tiers: "…, commune, province".
found_commune in_two_tiers(
    const std::vector<std::string>& parts, const admin_units& units, const civil_date& day
)
{
    if (parts.size() < 2) return {};
    const auto* province = named(units.below(unit_level::province, "", day), parts.back());
    if (province == nullptr) return {};
    const auto* commune =
        named(units.below(unit_level::commune, province->code, day), parts[parts.size() - 2]);
    return {commune, 2};
}

/// Three tiers: "…, commune, district, province", on the last day there were districts.
found_commune in_three_tiers(const std::vector<std::string>& parts, const admin_units& units)
{
    if (parts.size() < 3) return {};
    const auto& day = last_day_of_districts;
    const auto* province = named(units.below(unit_level::province, "", day), parts.back());
    if (province == nullptr) return {};
    const auto* district =
        named(units.below(unit_level::district, province->code, day), parts[parts.size() - 2]);
    if (district == nullptr) return {};
    const auto* commune =
        named(units.below(unit_level::commune, district->code, day), parts[parts.size() - 3]);
    return {commune, 3};
}

const admin_unit* in_force(const admin_unit* unit, const admin_units& units, const civil_date& day)
{
    if (unit == nullptr || unit->valid.holds(day)) return unit;
    return units.find(unit_level::commune, unit->successor, day);
}

} // namespace

json::object address_of_text(std::string_view text, const admin_units& units, const civil_date& day)
{
    json::object address{{"country", "VN"}};
    auto parts = parts_of(text);
    // Three names that agree say more than two: a ward of today may be called as a district was.
    auto found = in_three_tiers(parts, units);
    if (found.commune == nullptr) found = in_two_tiers(parts, units, day);
    const auto* commune = in_force(found.commune, units, day);
    if (commune == nullptr) {
        address["detail"] = clean_text(text);
        return address;
    }
    address["province_code"] = commune->parent;
    address["commune_code"] = commune->code;
    parts.resize(parts.size() - found.parts_used);
    std::string detail;
    for (const auto& part : parts)
        detail += (detail.empty() ? "" : ", ") + part;
    if (!detail.empty()) address["detail"] = detail;
    return address;
}

} // namespace hotich
