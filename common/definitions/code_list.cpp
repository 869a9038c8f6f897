#include "common/definitions/code_list.h"

#include "common/base/csv.h"

namespace hotich {

namespace {

result<std::string> needed(const csv_row& row, std::string_view name)
{
    auto value = row.at(name);
    if (value.empty()) return in_line(row, std::string(name) + " is missing");
    return value;
}

result<std::optional<civil_date>> day_in(const csv_row& row, std::string_view name)
{
    const auto text = row.at(name);
    const auto day = parse_date(text);
    if (!day && !text.empty())
        return in_line(row, std::string(name) + " is no day of the calendar");
    return day;
}

result<validity> validity_of(const csv_row& row)
{
    validity valid;
    TRY(valid.from, day_in(row, "valid_from"));
    TRY(valid.to, day_in(row, "valid_to"));
    return valid;
}

std::vector<std::string> split_aliases(std::string_view text)
{
    std::vector<std::string> aliases;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        auto alias = text.substr(0, end);
        while (!alias.empty() && alias.front() == ' ')
            alias.remove_prefix(1);
        if (!alias.empty()) aliases.emplace_back(alias);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return aliases;
}

result<unit_level> level_of(const csv_row& row)
{
    const auto text = row.at("level");
    if (text == "province") return unit_level::province;
    if (text == "district") return unit_level::district;
    if (text == "commune") return unit_level::commune;
    return in_line(row, "unknown level of an administrative unit: " + text);
}

} // namespace

code_list::code_list(std::vector<code_entry> entries) : m_entries(std::move(entries))
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_by_code.emplace(m_entries[i].code, i);
}

const code_entry* code_list::find(std::string_view code) const
{
    const auto found = m_by_code.find(code);
    return found == m_by_code.end() ? nullptr : &m_entries[found->second];
}

admin_units::admin_units(std::vector<admin_unit> units) : m_units(std::move(units))
{
    for (std::size_t i = 0; i < m_units.size(); ++i)
        m_by_code.emplace(std::pair(m_units[i].level, m_units[i].code), i);
}

const admin_unit* admin_units::find(unit_level level, std::string_view code, const civil_date& on)
    const
{
    const auto [begin, end] = m_by_code.equal_range({level, std::string(code)});
    for (auto it = begin; it != end; ++it)
        if (m_units[it->second].valid.holds(on)) return &m_units[it->second];
    return nullptr;
}

const admin_unit* admin_units::find_any(unit_level level, std::string_view code) const
{
    const auto [begin, end] = m_by_code.equal_range({level, std::string(code)});
    return begin == end ? nullptr : &m_units[std::prev(end)->second];
}

std::vector<const admin_unit*> admin_units::below(
    unit_level level, std::string_view parent, const civil_date& on
) const
{
    std::vector<const admin_unit*> found;
    for (const auto& unit : m_units)
        if (unit.level == level && (parent.empty() || unit.parent == parent)
            && unit.valid.holds(on))
            found.push_back(&unit);
    return found;
}

result<code_list> parse_code_list(std::string_view csv)
{
    TRY(const auto rows, parse_csv(csv));
    std::vector<code_entry> entries;
    for (const auto& row : rows) {
        code_entry entry;
        TRY(entry.code, needed(row, "code"));
        TRY(entry.label_vi, needed(row, "label_vi"));
        TRY(entry.valid, validity_of(row));
        entry.label_en = row.at("label_en");
        entry.aliases = split_aliases(row.at("aliases"));
        entries.push_back(std::move(entry));
    }
    return code_list(std::move(entries));
}

result<admin_units> parse_admin_units(std::string_view csv)
{
    TRY(const auto rows, parse_csv(csv));
    std::vector<admin_unit> units;
    for (const auto& row : rows) {
        admin_unit unit;
        TRY(unit.code, needed(row, "code"));
        TRY(unit.level, level_of(row));
        TRY(unit.name, needed(row, "name_vi"));
        TRY(unit.valid, validity_of(row));
        unit.type = row.at("unit_type");
        unit.parent = row.at("parent_code");
        unit.successor = row.at("successor_code");
        units.push_back(std::move(unit));
    }
    return admin_units(std::move(units));
}

} // namespace hotich
