// A connection inside a transaction that several jobs share: what a job believes to be its own
// transaction is a savepoint, so that its failure undoes only its own. Used by sqlite_store.
#pragma once

#include "common/sql/sql.h"

namespace hotich {

class job_connection final : public sql_connection
{
public:
    explicit job_connection(sql_connection& shared) : m_shared(shared) {}

    result<std::vector<sql_row>> query(std::string_view text, std::span<const sql_value> values)
        override;
    result<std::int64_t> execute(std::string_view text, std::span<const sql_value> values) override;
    status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) override;
    status execute_script(std::string_view text) override;
    status begin_write() override;
    status commit() override;
    void rollback() noexcept override;

    /// Undoing did not work: the shared transaction may hold half a job and must not be committed.
    [[nodiscard]] bool is_broken() const { return m_is_broken; }

private:
    sql_connection& m_shared;
    bool m_is_open = false;
    bool m_is_broken = false;
};

} // namespace hotich
