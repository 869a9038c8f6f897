// Shared code lists with validity (schemas/code_lists/*.csv): what a code means on a given day.
// Used by forms, rules and papers. A list is a value, loaded once and never changed.
#pragma once

#include "common/base/civil_date.h"
#include "common/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// The days on which something is in force; an open end is always in force.
struct validity
{
    std::optional<civil_date> from;
    std::optional<civil_date> to;

    [[nodiscard]] bool holds(const civil_date& on) const
    {
        return (!from || *from <= on) && (!to || on <= *to);
    }
};

struct code_entry
{
    std::string code;
    std::string label_vi;
    std::string label_en;
    validity valid;
    std::vector<std::string> aliases;
};

class code_list
{
public:
    code_list() = default;
    explicit code_list(std::vector<code_entry> entries);

    /// Any entry with the code, whenever it was in force; null where there is none.
    [[nodiscard]] const code_entry* find(std::string_view code) const;

    [[nodiscard]] const std::vector<code_entry>& entries() const { return m_entries; }

private:
    std::vector<code_entry> m_entries;
    std::map<std::string, std::size_t, std::less<>> m_by_code;
};

enum class unit_level { province, district, commune };

/// An administrative unit in one period of its life. Codes of 2019 and of 2025 overlap, so a code
/// alone is not a unit.
struct admin_unit
{
    std::string code;
    unit_level level = unit_level::commune;
    std::string name;
    std::string type;
    std::string parent;
    validity valid;
    std::string successor;
};

class admin_units
{
public:
    admin_units() = default;
    explicit admin_units(std::vector<admin_unit> units);

    /// The unit of that level and code in force on the day; null where there is none.
    [[nodiscard]] const admin_unit* find(
        unit_level level, std::string_view code, const civil_date& on
    ) const;
    /// The newest period of the unit, whenever it was; null where the code never was.
    [[nodiscard]] const admin_unit* find_any(unit_level level, std::string_view code) const;
    /// Units of a level below a parent, in force on the day, in the list's order; all of the level
    /// for parent "".
    [[nodiscard]] std::vector<const admin_unit*> below(
        unit_level level, std::string_view parent, const civil_date& on
    ) const;

private:
    std::vector<admin_unit> m_units;
    std::multimap<std::pair<unit_level, std::string>, std::size_t> m_by_code;
};

/// Reads one list from CSV text with the header of schemas/code_lists; the failure names the line.
result<code_list> parse_code_list(std::string_view csv);
result<admin_units> parse_admin_units(std::string_view csv);

} // namespace hotich
