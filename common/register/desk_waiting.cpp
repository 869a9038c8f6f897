// The part of desk_register that says what waits on this desk: the overview of the home page, and
// drafts.
#include "common/base/ids.h"
#include "common/register/desk_register.h"

#include <cstdlib>

namespace hotich {

result<desk_overview> desk_register::overview() const
{
    desk_overview out;
    TRY(const auto unsent,
        m_db->query(
            "SELECT count(*) FROM operation WHERE office = $1 AND desk = $2 AND revision IS NULL",
            {m_identity.office, m_identity.desk}
        ));
    out.unsent = unsent.front().integer(0);
    TRY(const auto states,
        m_db->query(
            "SELECT state, count(*) FROM record WHERE office = $1 GROUP BY state",
            {m_identity.office}
        ));
    for (const auto& row : states) {
        if (row.text(0) == name_of(record_state::pending))
            out.pending = row.integer(1);
        else if (row.text(0) == name_of(record_state::held))
            out.held = row.integer(1);
        else if (row.text(0) == name_of(record_state::rejected))
            out.rejected = row.integer(1);
    }
    TRY(const auto drafted, m_db->query("SELECT count(*) FROM draft"));
    out.drafts = drafted.front().integer(0);
    TRY(const auto oldest,
        m_db->query(
            "SELECT body FROM operation WHERE office = $1 AND desk = $2 AND revision IS NULL ORDER "
            "BY seq LIMIT 1",
            {m_identity.office, m_identity.desk}
        ));
    if (!oldest.empty()) {
        TRY(const auto op, parse_operation(oldest.front().text(0)));
        out.oldest_unsent_at = op.at;
    }
    if (const auto last = meta("last_sync_at"))
        out.last_sync_at = instant{std::atoll(last->c_str())};
    TRY(const auto head, operation_log(*m_db, m_identity.office).head_of_feed());
    out.revision = head.revision;
    return out;
}

result<draft> desk_register::save_draft(draft value, instant now)
{
    if (value.id.empty()) value.id = new_uuid(now, m_random);
    value.updated_at = now;
    if (const auto* event = m_known.find_event(value.event))
        value.title = title_of(*event, value.data);
    TRY([[maybe_unused]] const auto rows,
        m_db->execute(
            "INSERT INTO draft (draft, event, record, data, title, updated_at) VALUES ($1, $2, $3, "
            "$4, $5, $6) "
            "ON CONFLICT (draft) DO UPDATE SET data = excluded.data, title = excluded.title, "
            "updated_at = excluded.updated_at",
            {value.id, value.event, value.record, to_text(value.data), value.title, now.ms}
        ));
    return value;
}

result<std::vector<draft>> desk_register::drafts() const
{
    TRY(const auto rows,
        m_db->query("SELECT draft, event, record, data, title, updated_at FROM draft ORDER BY "
                    "updated_at DESC, draft"));
    std::vector<draft> out;
    for (const auto& row : rows) {
        TRY(auto data, parse_json_object(row.text(3)));
        out.push_back(
            {row.text(0),
             row.text(1),
             row.text(2),
             std::move(data),
             row.text(4),
             instant{row.integer(5)}}
        );
    }
    return out;
}

status desk_register::remove_draft(const std::string& id)
{
    TRY([[maybe_unused]] const auto rows,
        m_db->execute("DELETE FROM draft WHERE draft = $1", {id}));
    return {};
}

} // namespace hotich
