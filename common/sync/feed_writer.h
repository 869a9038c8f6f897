// Appends decided operations to one office's feed and keeps everything that follows from them:
// records, numbers, people, requests for personal numbers, letters to other offices. It lives as
// long as one transaction of the server, in which nobody else writes to the office: so it knows
// where the feed stands and folds each record once. Used by host.
#pragma once

#include "common/definitions/definitions.h"
#include "common/register/projection.h"

namespace hotich {

class feed_writer
{
public:
    static result<feed_writer> open(
        sql_connection& db, const definitions& known, const std::string& office
    );

    [[nodiscard]] operation_log& log() { return m_log; }

    /// Puts an operation behind the feed's last, with what was decided of it.
    status append(operation op, const verdict& decided, instant now, std::string_view signature);
    /// Writes what was kept back for one go. Nothing is appended after it.
    status finish();

private:
    feed_writer(sql_connection& db, const definitions& known, const std::string& office)
        : m_db(&db), m_known(&known), m_log(db, office), m_view(db, known, office)
    {}

    status keep_record(
        const std::vector<log_entry>& entries, const std::optional<record>& folded, bool is_new
    );

    sql_connection* m_db;
    const definitions* m_known;
    operation_log m_log;
    projection m_view;
    feed_head m_head;
};

} // namespace hotich
