#include "syncserver/storage/job_connection.h"

namespace hotich {

status job_connection::begin_write()
{
    TRY_STATUS(execute_script("SAVEPOINT job"));
    m_is_open = true;
    return {};
}

status job_connection::commit()
{
    TRY_STATUS(execute_script("RELEASE job"));
    m_is_open = false;
    return {};
}

void job_connection::rollback() noexcept
{
    if (!m_is_open) return;
    m_is_open = false;
    if (!execute_script("ROLLBACK TO job; RELEASE job")) m_is_broken = true;
}

} // namespace hotich
