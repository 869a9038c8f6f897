// A connection that hands everything on to another one: who stands in front of a database and
// changes a few of its answers derives from it. Used by syncserver/storage/job_connection and
// tests.
#pragma once

#include "common/sql/sql.h"

namespace hotich {

class forwarding_connection : public sql_connection
{
public:
    /// The other one outlives it.
    explicit forwarding_connection(sql_connection& to) : m_to(to) {}

    result<std::vector<sql_row>> query(std::string_view text, std::span<const sql_value> values)
        override
    {
        return m_to.query(text, values);
    }

    result<std::int64_t> execute(std::string_view text, std::span<const sql_value> values) override
    {
        return m_to.execute(text, values);
    }

    status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) override
    {
        return m_to.insert_rows(table, columns, values);
    }

    status execute_script(std::string_view text) override { return m_to.execute_script(text); }

    status begin_write() override { return m_to.begin_write(); }

    status commit() override { return m_to.commit(); }

    void rollback() noexcept override { m_to.rollback(); }

    using sql_connection::execute;
    using sql_connection::query;

private:
    sql_connection& m_to;
};

} // namespace hotich
