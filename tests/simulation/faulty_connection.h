// A disk that fails: forwards to a database that outlives its user, and now and then refuses, or
// stops the program just before or just after a commit.
#pragma once

#include "common/sql/forwarding_connection.h"
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

class faulty_connection final : public forwarding_connection
{
public:
    faulty_connection(
        std::shared_ptr<sql_connection> disk, const disk_faults& faults, random_source& random
    )
        : forwarding_connection(*disk), m_disk(std::move(disk)), m_faults(faults), m_random(random)
    {}

    status begin_write() override
    {
        if (happens(m_faults.refuse_begin))
            return failure{failure_code::storage_unavailable, "simulated: disk error"};
        return forwarding_connection::begin_write();
    }

    status commit() override
    {
        if (happens(m_faults.refuse_commit))
            return failure{failure_code::storage_unavailable, "simulated: disk full"};
        if (happens(m_faults.crash_before_commit)) {
            rollback();
            throw power_failed{};
        }
        TRY_STATUS(forwarding_connection::commit());
        if (happens(m_faults.crash_after_commit)) throw power_failed{};
        return {};
    }

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
