// What an accepted entry has to tell another office: a note for an entry in its book (Luật Hộ tịch
// Đ28, Đ30: the office of the original registration is notified), and the answer. Queued in the
// transaction that accepts, delivered later into the other office's feed. Used by host.
#pragma once

#include "common/definitions/definitions.h"
#include "common/register/operation_log.h"

namespace hotich {

struct office_letter
{
    std::string office; ///< who tells it
    std::int64_t mail = 0;
    std::string kind; ///< the operation kind it becomes there
    std::string record;
    std::string to_office;
    json::object content; ///< "target" says which entry; the rest is the operation's payload
};

class office_mail
{
public:
    explicit office_mail(sql_connection& db) : m_db(db) {}

    /// Queues what an accepted operation, the last of `entries`, has to tell others. `folded` is
    /// its record as it stands after it.
    status queue_after(
        const record& folded, const std::vector<log_entry>& entries, const verdict& decided
    );
    /// A password changed at a desk is told to every other feed that knows the account.
    status queue_password(const definitions& known, const operation& op, const verdict& decided);
    /// Oldest first; at most `limit`. Not those to an office whose feed stands still: they would
    /// keep all others waiting.
    result<std::vector<office_letter>> waiting(std::int64_t limit);
    status mark_delivered(const office_letter& letter);
    /// Queues a letter once; the same again changes nothing.
    status queue(const office_letter& letter);

private:
    status queue_notes(const record& folded, const std::vector<log_entry>& entries);
    status queue_answer(const record& folded, const operation& op);

    sql_connection& m_db;
};

} // namespace hotich
