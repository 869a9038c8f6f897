#include "syncserver/storage/job_connection.h"

namespace hotich {

result<std::vector<sql_row>> job_connection::query(
    std::string_view text, std::span<const sql_value> values
)
{
    return m_shared.query(text, values);
}

result<std::int64_t> job_connection::execute(
    std::string_view text, std::span<const sql_value> values
)
{
    return m_shared.execute(text, values);
}

status job_connection::insert_rows(
    std::string_view table,
    std::span<const std::string_view> columns,
    std::span<const sql_value> values
)
{
    return m_shared.insert_rows(table, columns, values);
}

status job_connection::execute_script(std::string_view text)
{
    return m_shared.execute_script(text);
}

status job_connection::begin_write()
{
    TRY_STATUS(m_shared.execute_script("SAVEPOINT job"));
    m_is_open = true;
    return {};
}

status job_connection::commit()
{
    TRY_STATUS(m_shared.execute_script("RELEASE job"));
    m_is_open = false;
    return {};
}

void job_connection::rollback() noexcept
{
    if (!m_is_open) return;
    m_is_open = false;
    if (!m_shared.execute_script("ROLLBACK TO job; RELEASE job")) m_is_broken = true;
}

} // namespace hotich
