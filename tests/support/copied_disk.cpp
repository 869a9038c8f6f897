#include "tests/support/copied_disk.h"

namespace hotich::test {

namespace {

void copy_rows(sql_connection& from, sql_connection& to, const std::string& table)
{
    std::vector<std::string> names;
    for (const auto& row : must(from.query("SELECT name FROM pragma_table_info($1)", {table})))
        names.push_back(row.text(0));
    const std::vector<std::string_view> columns(names.begin(), names.end());
    std::vector<sql_value> values;
    for (const auto& row : must(from.query("SELECT * FROM " + table)))
        for (std::size_t i = 0; i < row.size(); ++i)
            values.push_back(row.value(i));
    must(to.insert_rows(table, columns, values));
}

} // namespace

std::unique_ptr<sql_connection> copy_of(sql_connection& disk)
{
    auto copy = must(open_in_memory());
    // Tables before the indexes on them.
    const auto parts = must(disk.query(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"
    ));
    must(copy->begin_write());
    for (const auto& part : parts)
        must(copy->execute_script(part.text(2)));
    for (const auto& part : parts)
        if (part.text(0) == "table") copy_rows(disk, *copy, part.text(1));
    must(copy->commit());
    return copy;
}

} // namespace hotich::test
