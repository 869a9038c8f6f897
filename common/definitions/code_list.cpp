#include "common/definitions/code_list.h"

namespace hotich {

namespace {

struct csv_row
{
    int line = 0;
    std::map<std::string, std::string, std::less<>> columns;
};

failure in_line(const csv_row& row, const std::string& what)
{
    return {failure_code::invalid_input, "line " + std::to_string(row.line) + ": " + what};
}

/// One line of CSV with double quotes as RFC 4180 has them; our lists hold no line breaks inside a
/// field.
std::vector<std::string> csv_fields(std::string_view line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"')
            fields.back().push_back(line[++i]);
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back().push_back(c);
    }
    return fields;
}

result<std::vector<csv_row>> parse_csv(std::string_view csv)
{
    std::vector<csv_row> rows;
    std::vector<std::string> header;
    for (int line_no = 1; !csv.empty(); ++line_no) {
        const auto end = csv.find('\n');
        auto line = csv.substr(0, end);
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty()) continue;
        const auto fields = csv_fields(line);
        if (header.empty()) {
            header = fields;
            continue;
        }
        auto& row = rows.emplace_back();
        row.line = line_no;
        if (fields.size() != header.size()) return in_line(row, "wrong number of columns");
        for (std::size_t i = 0; i < fields.size(); ++i)
            row.columns.emplace(header[i], fields[i]);
    }
    return rows;
}

std::string column(const csv_row& row, std::string_view name)
{
    const auto found = row.columns.find(name);
    return found == row.columns.end() ? std::string() : found->second;
}

result<std::string> needed(const csv_row& row, std::string_view name)
{
    auto value = column(row, name);
    if (value.empty()) return in_line(row, std::string(name) + " is missing");
    return value;
}

result<std::optional<civil_date>> day_in(const csv_row& row, std::string_view name)
{
    const auto text = column(row, name);
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
    const auto text = column(row, "level");
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
        entry.label_en = column(row, "label_en");
        entry.aliases = split_aliases(column(row, "aliases"));
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
        unit.type = column(row, "unit_type");
        unit.parent = column(row, "parent_code");
        unit.successor = column(row, "successor_code");
        units.push_back(std::move(unit));
    }
    return admin_units(std::move(units));
}

} // namespace hotich
