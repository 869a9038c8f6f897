// A connection inside a transaction that several jobs share: what a job believes to be its own
// transaction is a savepoint, so that its failure undoes only its own. Used by sqlite_store.
#pragma once

#include "common/sql/forwarding_connection.h"

namespace hotich {

class job_connection final : public forwarding_connection
{
public:
    explicit job_connection(sql_connection& shared) : forwarding_connection(shared) {}

    status begin_write() override;
    status commit() override;
    void rollback() noexcept override;

    /// Undoing did not work: the shared transaction may hold half a job and must not be committed.
    [[nodiscard]] bool is_broken() const { return m_is_broken; }

private:
    bool m_is_open = false;
    bool m_is_broken = false;
};

} // namespace hotich
