// A few connections for many threads: one thread has one at a time, and waits a bounded time for
// it. Used by the stores.
#pragma once

#include "common/sql/sql.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace hotich {

class connection_pool
{
public:
    connection_pool(
        std::vector<std::unique_ptr<sql_connection>> connections, std::chrono::milliseconds patience
    );

    /// A connection, given back with the object; it is never left inside a transaction.
    class loan
    {
    public:
        loan(connection_pool& from, sql_connection& lent) : m_from(&from), m_lent(&lent) {}

        loan(loan&& other) noexcept
            : m_from(std::exchange(other.m_from, nullptr)), m_lent(other.m_lent)
        {}

        loan& operator=(loan&&) = delete;
        ~loan();

        sql_connection& operator*() const { return *m_lent; }

    private:
        connection_pool* m_from;
        sql_connection* m_lent;
    };

    /// busy: none came free in time.
    result<loan> take();

    [[nodiscard]] bool is_empty() const { return m_all.empty(); }

private:
    std::vector<std::unique_ptr<sql_connection>> m_all;
    std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::condition_variable m_came_free;
    std::vector<sql_connection*> m_free;
};

} // namespace hotich
