#include "common/accounts/account_import.h"

#include "common/accounts/account.h"
#include "common/base/text.h"
#include "common/base/xlsx_table.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

struct import_column
{
    const char* name;
    bool is_needed;
    bool is_day;
};

constexpr std::array columns{
    import_column{"name", true, false},
    import_column{"full_name", true, false},
    import_column{"role", true, false},
    import_column{"unit", true, false},
    import_column{"from", false, true},
    import_column{"until", false, true},
};

/// How a column may be called, folded.
std::set<std::string> names_of(const import_column& column, const definitions& known)
{
    const auto label = known.message("account_columns", column.name);
    return {fold(column.name), fold(label.vi), fold(label.en)};
}

/// The headers of the table by the columns they are; those of others are left out.
std::map<std::string, std::string> headers_of(const csv_row& row, const definitions& known)
{
    std::map<std::string, std::string> out;
    for (const auto& column : columns) {
        const auto names = names_of(column, known);
        for (const auto& [header, value] : row.columns)
            if (names.contains(fold(header))) out[column.name] = header;
    }
    return out;
}

std::string role_named(const std::string& text, const role_table& roles)
{
    const auto folded = fold(text);
    for (const auto& role : roles.roles())
        if (folded == fold(role.role) || folded == fold(role.label.vi)
            || folded == fold(role.label.en))
            return role.role;
    return text;
}

/// "00004" is a commune, "01" a province; a sheet that took them for numbers has lost their zeros,
/// and is not guessed at.
std::string unit_named(const std::string& text)
{
    const bool is_code = !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_code && text.size() == 5) return "commune:" + text;
    if (is_code && text.size() == 2) return "province:" + text;
    return text;
}

/// A day as it is typed, dd/MM/yyyy too.
std::string day_named(const std::string& text)
{
    const auto day = parse_typed_date(text);
    return day ? to_iso(*day) : text;
}

json::object wanted_in(
    const csv_row& row, const std::map<std::string, std::string>& headers, const definitions& known
)
{
    json::object out;
    for (const auto& column : columns) {
        const auto header = headers.find(column.name);
        if (header == headers.end()) continue;
        auto text = clean_text(row.at(header->second));
        if (std::string_view(column.name) == "role") text = role_named(text, known.roles());
        if (std::string_view(column.name) == "unit") text = unit_named(text);
        if (column.is_day) text = day_named(text);
        if (!text.empty()) out[column.name] = text;
    }
    return out;
}

std::string trouble_in(const json::object& wanted, std::set<std::string>& names)
{
    const auto name = std::string(text_at(wanted, "name"));
    if (!is_account_name(name)) return "name_wrong";
    if (!names.insert(name).second) return "name_twice";
    if (text_at(wanted, "full_name").empty()) return "full_name_needed";
    return {};
}

} // namespace

result<std::vector<imported_account>> read_account_table(
    std::string_view bytes, const definitions& known
)
{
    std::set<std::string> day_columns;
    for (const auto& column : columns)
        if (column.is_day) day_columns.merge(names_of(column, known));
    TRY(const auto rows, parse_table(bytes, day_columns));
    if (rows.empty()) return failure{failure_code::invalid_input, "table_empty"};
    if (rows.size() > max_imported_accounts)
        return failure{
            failure_code::invalid_input,
            "at most " + std::to_string(max_imported_accounts) + " accounts at once"};
    const auto headers = headers_of(rows.front(), known);
    for (const auto& column : columns)
        if (column.is_needed && !headers.contains(column.name))
            return failure{
                failure_code::invalid_input, std::string("column_missing ") + column.name};
    std::vector<imported_account> out;
    std::set<std::string> names;
    for (const auto& row : rows) {
        imported_account one{row.line, wanted_in(row, headers, known), {}};
        one.trouble = trouble_in(one.wanted, names);
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace hotich
