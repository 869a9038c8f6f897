// Statements made from a table's name and its columns, as both drivers write them. Used by
// sql/sqlcipher_connection and syncserver/storage/postgres_connection.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hotich {

/// "office, record".
std::string column_list(std::span<const std::string_view> columns);
/// "INSERT INTO record (office, record) VALUES ($1, $2)".
std::string insert_text(std::string_view table, std::span<const std::string_view> columns);

} // namespace hotich
