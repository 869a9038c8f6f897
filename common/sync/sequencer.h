// The server's judgement: what becomes of an operation. Reads the office's state, decides, changes
// nothing; the host writes the verdict down. Everything that is rejected or held keeps its reasons
// for the clerk.
#pragma once

#include "common/register/account_book.h"
#include "common/register/number_book.h"
#include "common/register/projection.h"

#include <map>

namespace hotich {

class sequencer
{
public:
    sequencer(sql_connection& db, const definitions& known, const office_profile& office)
        : m_db(db), m_known(known), m_office(office)
    {}

    /// The kinds of operation a desk may write.
    static std::vector<std::string_view> kinds();

    /// `now` is the server's clock: the day an entry may not be after.
    result<verdict> decide(const operation& op, instant now);

private:
    using decision = result<verdict> (sequencer::*)(const operation&, instant);
    /// What a desk may write, and who judges it; everything else is unknown.
    static const std::map<std::string_view, decision>& decisions();

    result<verdict> decide_registration(const operation& op, instant now);
    result<verdict> decide_confirm_distinct(const operation& op, instant now);
    result<verdict> decide_withdraw(const operation& op, instant now);
    // sequencer_papers.cpp
    result<verdict> decide_issue_paper(const operation& op, instant now);
    result<verdict> decide_paper_step(const operation& op, instant now);
    result<verdict> decide_move_blanks(const operation& op, instant now);
    // sequencer_accounts.cpp
    /// Nothing where who signed it may do it; else why not.
    result<std::optional<verdict>> why_not_his(const operation& op, instant now);
    result<const account*> account_of(const std::string& id);
    result<verdict> decide_change_password(const operation& op, instant now);
    // sequencer_books.cpp
    result<verdict> decide_request_block(const operation& op, instant now);
    result<verdict> decide_return_block(const operation& op, instant now);
    result<verdict> decide_open_book(const operation& op, instant now);
    result<verdict> decide_close_book(const operation& op, instant now);
    result<verdict> decide_void_number(const operation& op, instant now);
    // sequencer_entries.cpp
    result<verdict> decide_fix(const operation& op, instant now);
    result<verdict> decide_answer_to_notice(const operation& op, instant now);
    result<verdict> decide_attach_scan(const operation& op, instant now);
    result<verdict> decide_ask_pin_again(const operation& op, instant now);
    result<verdict> decide_judgement(const operation& op, instant now);
    result<verdict> decide_receive_dossier(const operation& op, instant now);
    result<verdict> decide_open_dossier(const operation& op, instant now);
    /// Whether the notes a registration brings are those its data make, on the entries they name.
    bool notes_fit(const operation& op, const event_definition& event, const json::object& data);

    /// Where a registration is to stand; `own` is the number of a block that it came with.
    struct wanted_number
    {
        std::optional<registration_number> own;
        std::string book_kind;
        int year = 0;
    };

    /// Accepted into the book its data belong to; without a number where the event has none.
    result<verdict> accept_in_book(
        const operation& op,
        const event_definition& event,
        const json::object& data,
        const std::optional<registration_number>& own
    );
    /// The number an old book gave the entry.
    result<verdict> accept_paper_number(const operation& op, const registration_number& number);
    /// Accepted with its own number, or with the next of the book.
    result<verdict> accept_with_number(const operation& op, const wanted_number& wanted);
    result<std::optional<record>> current(const std::string& record_id);

    sql_connection& m_db;
    const definitions& m_known;
    const office_profile& m_office;
    std::optional<bool> m_has_accounts;
    std::map<std::string, std::optional<account>> m_accounts; ///< those who signed, once asked for
};

} // namespace hotich
