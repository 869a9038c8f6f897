// A disk that fails: forwards to a database that outlives its user, and now and then refuses, or
// stops the program just before or just after a commit.
#pragma once

#include "common/sql/sql.h"
#include "tests/support/small_world.h"

#include <memory>

namespace hotich::test {

/// Thrown where the power fails; caught by the world, which starts the program again later.
struct power_failed
{};

/// Chances in thousandths for each call.
struct disk_faults
{
    unsigned refuse_begin = 0;
    unsigned crash_before_commit = 0;
    unsigned crash_after_commit = 0;
    unsigned refuse_commit = 0;
};

class faulty_connection final : public sql_connection
{
public:
    faulty_connection(
        std::shared_ptr<sql_connection> disk, const disk_faults& faults, random_source& random
    )
        : m_disk(std::move(disk)), m_faults(faults), m_random(random)
    {}

    result<std::vector<sql_row>> query(std::string_view text, std::span<const sql_value> values)
        override
    {
        return m_disk->query(text, values);
    }

    result<std::int64_t> execute(std::string_view text, std::span<const sql_value> values) override
    {
        return m_disk->execute(text, values);
    }

    status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) override
    {
        return m_disk->insert_rows(table, columns, values);
    }

    status execute_script(std::string_view text) override { return m_disk->execute_script(text); }

    status begin_write() override
    {
        if (happens(m_faults.refuse_begin))
            return failure{failure_code::storage_unavailable, "simulated: disk error"};
        return m_disk->begin_write();
    }

    status commit() override
    {
        if (happens(m_faults.refuse_commit))
            return failure{failure_code::storage_unavailable, "simulated: disk full"};
        if (happens(m_faults.crash_before_commit)) {
            m_disk->rollback();
            throw power_failed{};
        }
        TRY_STATUS(m_disk->commit());
        if (happens(m_faults.crash_after_commit)) throw power_failed{};
        return {};
    }

    void rollback() noexcept override { m_disk->rollback(); }

    using sql_connection::execute;
    using sql_connection::query;

private:
    bool happens(unsigned thousandths)
    {
        return thousandths != 0 && m_random.below(1000) < thousandths;
    }

    std::shared_ptr<sql_connection> m_disk;
    const disk_faults& m_faults;
    random_source& m_random;
};

} // namespace hotich::test
