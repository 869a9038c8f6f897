#include "common/sql/sql_text.h"

namespace hotich {

std::string column_list(std::span<const std::string_view> columns)
{
    std::string text;
    for (const auto column : columns)
        text += (text.empty() ? "" : ", ") + std::string(column);
    return text;
}

std::string insert_text(std::string_view table, std::span<const std::string_view> columns)
{
    std::string places;
    for (std::size_t number = 1; number <= columns.size(); ++number)
        places += (number == 1 ? "$" : ", $") + std::to_string(number);
    return "INSERT INTO " + std::string(table) + " (" + column_list(columns) + ") VALUES (" + places
        + ")";
}

} // namespace hotich
