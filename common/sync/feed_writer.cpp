#include "common/sync/feed_writer.h"

#include "common/records/annotation.h"
#include "common/register/kept_rows.h"
#include "common/sync/office_mail.h"
#include "common/sync/paper_check.h"
#include "common/sync/pin_queue.h"

#include <set>

namespace hotich {

result<feed_writer> feed_writer::open(
    sql_connection& db, const definitions& known, const std::string& office
)
{
    feed_writer writer(db, known, office);
    TRY(writer.m_head, writer.m_log.head_of_feed());
    writer.m_view.keep_words_back();
    return writer;
}

status feed_writer::append(
    operation op, const verdict& decided, instant now, std::string_view signature
)
{
    feed_entry entry{m_head.revision + 1, op.desk, op.seq, "", op.hash, decided.to_text(), ""};
    entry.entry_hash = next_entry_hash(m_head, op.hash, entry.verdict_text);
    std::vector<log_entry> entries;
    if (concerns_record(op.kind) && holding(*m_db, row_key::record, op.record) != nullptr) {
        TRY(entries, m_log.entries_of(op.record));
    }
    const bool is_new = entries.empty();
    TRY_STATUS(m_log.append_decided(op, signature, entry));
    m_head = {entry.revision, entry.entry_hash};
    TRY_STATUS(m_view.count(op, decided));
    TRY_STATUS(note_paper(*m_db, op, decided));
    if (!concerns_record(op.kind)) return office_mail(*m_db).queue_password(*m_known, op, decided);
    entries.push_back({std::move(op), entry.revision, decided});
    const auto& last = entries.back().op;
    const auto folded = fold_record(last.record, entries);
    TRY_STATUS(keep_record(entries, folded, is_new));
    if (!folded) return {};
    TRY_STATUS(pin_queue(*m_db).queue_after(*m_known, *folded, last, decided, now));
    return office_mail(*m_db).queue_after(*folded, entries, decided);
}

status feed_writer::keep_record(
    const std::vector<log_entry>& entries, const std::optional<record>& folded, bool is_new
)
{
    const auto& record_id = entries.back().op.record;
    if (!is_new) TRY_STATUS(m_view.put(record_id, folded));
    if (is_new && folded) TRY_STATUS(m_view.add(*folded));
    std::set<std::string> noted_on;
    for (const auto& entry : entries)
        if (entry.op.record == record_id)
            for (auto& target : own_targets(entry.op))
                noted_on.insert(std::move(target));
    for (const auto& target : noted_on)
        TRY_STATUS(m_view.refold_one(m_log, target));
    return {};
}

status feed_writer::finish() { return m_view.write_words(); }

} // namespace hotich
