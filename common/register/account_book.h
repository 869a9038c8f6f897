// The accounts a feed tells of, kept in a table and rebuilt from the log like everything folded
// (common/accounts). An office whose feed tells of none trusts its desks; from the first account on
// only accounts act. Callers hold the transaction.
#pragma once

#include "common/accounts/rights.h"
#include "common/sql/sql.h"

namespace hotich {

class account_book
{
public:
    account_book(sql_connection& db, const admin_units& units, std::string office)
        : m_db(db), m_units(units), m_office(std::move(office))
    {}

    /// Brings the table up to what the log says after an operation; others than those about
    /// accounts change nothing.
    status apply(const operation& op);

    result<bool> is_empty();
    /// Nothing where the feed does not tell of it.
    result<std::optional<account>> find(const std::string& id);
    /// By name.
    result<std::vector<account>> all();

private:
    sql_connection& m_db;
    const admin_units& m_units;
    std::string m_office;
};

} // namespace hotich
