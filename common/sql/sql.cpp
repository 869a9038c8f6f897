#include "common/sql/sql.h"

#include "common/base/files.h"

#include <algorithm>
#include <filesystem>

namespace hotich {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_script_bytes = 1024u * 1024u;

struct migration
{
    std::int64_t number = 0;
    std::string script;
};

/// "0001_log.sql"; other scripts beside them are for people to run.
bool is_migration(const fs::path& file)
{
    constexpr std::size_t digits = 4;
    const auto name = file.stem().string();
    return file.extension() == ".sql" && name.size() > digits && name[digits] == '_'
        && std::all_of(name.begin(), name.begin() + digits, [](char c) {
               return c >= '0' && c <= '9';
           });
}

result<std::vector<migration>> migrations_in(const std::string& folder)
{
    std::vector<migration> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(file_path(folder), error)) {
        if (!is_migration(entry.path())) continue;
        TRY(auto script, read_file(utf8_of(entry.path()), max_script_bytes));
        found.push_back({std::atoll(entry.path().stem().string().c_str()), std::move(script)});
    }
    if (error || found.empty())
        return failure{failure_code::storage_unavailable, "no migrations in " + folder};
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.number < b.number;
    });
    return found;
}

} // namespace

bool sql_row::is_null(std::size_t column) const
{
    return std::holds_alternative<std::monostate>(m_values.at(column));
}

std::int64_t sql_row::integer(std::size_t column) const
{
    const auto* value = std::get_if<std::int64_t>(&m_values.at(column));
    return value == nullptr ? 0 : *value;
}

const std::string& sql_row::text(std::size_t column) const
{
    static const std::string none;
    const auto* value = std::get_if<std::string>(&m_values.at(column));
    return value == nullptr ? none : *value;
}

result<std::vector<sql_row>> sql_connection::query(
    std::string_view text, std::initializer_list<sql_value> values
)
{
    return query(text, std::span(values.begin(), values.size()));
}

result<std::int64_t> sql_connection::execute(
    std::string_view text, std::initializer_list<sql_value> values
)
{
    return execute(text, std::span(values.begin(), values.size()));
}

result<write_transaction> write_transaction::begin(sql_connection& db)
{
    TRY_STATUS(db.begin_write());
    return write_transaction(db);
}

write_transaction::~write_transaction()
{
    if (m_db != nullptr) m_db->rollback();
}

status write_transaction::commit()
{
    TRY_STATUS(m_db->commit()); // a failed commit is rolled back by the destructor
    m_db = nullptr;
    return {};
}

status migrate(sql_connection& db, const std::string& part, const std::string& folder)
{
    TRY(const auto known, migrations_in(folder));
    TRY_STATUS(db.execute_script("CREATE TABLE IF NOT EXISTS migration (part TEXT, number INTEGER, "
                                 "PRIMARY KEY (part, number))"));
    TRY(const auto rows,
        db.query("SELECT coalesce(max(number), 0) FROM migration WHERE part = $1", {part}));
    const auto current = rows.front().integer(0);
    if (current > known.back().number)
        return failure{failure_code::not_allowed, "the database is newer than this program"};
    for (const auto& step : known) {
        if (step.number <= current) continue;
        TRY(auto transaction, write_transaction::begin(db));
        TRY_STATUS(db.execute_script(step.script));
        TRY([[maybe_unused]] const auto changed,
            db.execute("INSERT INTO migration (part, number) VALUES ($1, $2)", {part, step.number})
        );
        TRY_STATUS(transaction.commit());
    }
    return {};
}

} // namespace hotich
