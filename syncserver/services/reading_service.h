// Looks at personal data from the server: beyond the own office, for a reason, written down before
// they are answered; and the log of all readings for those who may see it. Holds nothing itself:
// made for one request. Used by routes/readings and the server's commands.
#pragma once

#include "common/sync/reading_book.h"
#include "common/sync/wide_lookup.h"
#include "syncserver/services/account_service.h"

#include <map>

namespace hotich {

/// A row of the log, with who it was where that is an account.
struct told_reading
{
    kept_reading row;
    std::string account_name; ///< what he signs in with; "" where `who` is the name itself
};

class reading_service
{
public:
    reading_service(exchange_service& exchanges, account_service& accounts, const clock& time)
        : m_exchanges(exchanges), m_accounts(accounts), m_time(time)
    {}

    /// invalid_input as parse_wide_question.
    result<wide_answer> look_up(const account& who, const json::object& question);
    /// The record whole, as it reads now. not_found, also where it is out of reach.
    result<record> open(const account& who, const std::string& id, const json::object& question);

    /// Of the feed of a unit. not_allowed where `who` may not see it.
    result<std::vector<told_reading>> readings(
        const account& who, const unit_ref& unit, const readings_asked& asked
    );
    /// At the server's own console, where nobody is asked.
    result<std::vector<told_reading>> readings_by_operator(
        const unit_ref& unit, const readings_asked& asked
    );

private:
    [[nodiscard]] bool reaches_office(const account& who, const std::string& office) const;

    exchange_service& m_exchanges;
    account_service& m_accounts;
    const clock& m_time;
};

} // namespace hotich
