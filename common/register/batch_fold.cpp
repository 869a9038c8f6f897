#include "common/register/batch_fold.h"

namespace hotich {

batch_fold::batch_fold(sql_connection& db, const definitions& known, operation_log& log)
    : m_log(log), m_rows(db, log.office()), m_view(m_rows, known, log.office())
{
    m_view.keep_words_back();
}

status batch_fold::take(operation op, std::int64_t revision, verdict decided)
{
    if (!concerns_record(op.kind)) {
        // Which numbers of a block are used is read from the records.
        TRY_STATUS(fold());
        return m_view.count(op, decided);
    }
    TRY_STATUS(m_view.count(op, decided));
    m_waiting.insert(op.record);
    auto place = std::pair(op.desk, op.seq);
    m_taken.insert_or_assign(
        std::move(place), log_entry{std::move(op), revision, std::move(decided)}
    );
    return {};
}

status batch_fold::fold()
{
    std::set<std::string> noted_on;
    for (const auto& record_id : m_waiting) {
        TRY(auto targets, m_log.noted_on_by(record_id));
        noted_on.insert(
            std::make_move_iterator(targets.begin()), std::make_move_iterator(targets.end())
        );
    }
    m_waiting.merge(noted_on);
    for (const auto& record_id : m_waiting) {
        TRY(const auto entries, m_log.entries_of(record_id, m_taken));
        TRY_STATUS(m_view.put(record_id, fold_record(record_id, entries)));
    }
    m_waiting.clear();
    m_taken.clear();
    TRY_STATUS(m_view.write_words());
    return m_rows.settle();
}

} // namespace hotich
