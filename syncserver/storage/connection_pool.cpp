#include "syncserver/storage/connection_pool.h"

namespace hotich {

connection_pool::connection_pool(
    std::vector<std::unique_ptr<sql_connection>> connections, std::chrono::milliseconds patience
)
    : m_all(std::move(connections)), m_patience(patience)
{
    for (const auto& one : m_all)
        m_free.push_back(one.get());
}

connection_pool::loan::~loan()
{
    if (m_from == nullptr) return;
    m_lent->rollback();
    {
        const std::lock_guard lock(m_from->m_mutex);
        m_from->m_free.push_back(m_lent);
    }
    m_from->m_came_free.notify_one();
}

result<connection_pool::loan> connection_pool::take()
{
    std::unique_lock lock(m_mutex);
    if (!m_came_free.wait_for(lock, m_patience, [this] { return !m_free.empty(); }))
        return failure{failure_code::busy, "every connection to the store is in use"};
    auto* lent = m_free.back(); // the one used last: its statements are prepared
    m_free.pop_back();
    return loan(*this, *lent);
}

} // namespace hotich
