// Folds what a batch of the feed brought: each record once, when the batch is in the log, however
// many operations it brought of it, and without reading them out of the log again. It lives as long
// as the batch's transaction. Used by the desk's side of synchronisation.
#pragma once

#include "common/register/kept_rows.h"
#include "common/register/projection.h"

#include <set>

namespace hotich {

class batch_fold
{
public:
    batch_fold(sql_connection& db, const definitions& known, operation_log& log);

    /// An operation that the log has, decided; counts its numbers at once. Its record waits for
    /// fold.
    status take(operation op, std::int64_t revision, verdict decided);
    /// Brings the tables up to what the log says of the records that wait, and of those they note
    /// something on.
    status fold();

private:
    operation_log& m_log;
    kept_rows m_rows;
    projection m_view;
    std::set<std::string> m_waiting; ///< records
    known_entries m_taken;
};

} // namespace hotich
