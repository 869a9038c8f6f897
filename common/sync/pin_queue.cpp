#include "common/sync/pin_queue.h"

#include "common/records/personal_number.h"
#include "common/register/kept_rows.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::array<std::string_view, 5> state_names{
    "queued", "sent", "issued", "refused", "conflict"};

constexpr const char* columns =
    "office, record, person, request, state, round, attempts, in_doubt, queued_at, next_at, "
    "told_at, pin, other_pin, code, text";

pin_state state_of(std::string_view name)
{
    const auto found = std::find(state_names.begin(), state_names.end(), name);
    // A state of a newer program is nobody's to work on here.
    return found == state_names.end() ? pin_state::conflict
                                      : static_cast<pin_state>(found - state_names.begin());
}

pin_request request_in(const sql_row& row)
{
    pin_request out{row.text(0), row.text(1), row.text(2), row.text(3), state_of(row.text(4))};
    out.round = row.integer(5);
    out.attempts = row.integer(6);
    out.in_doubt = row.integer(7) != 0;
    out.queued_at = {row.integer(8)};
    out.next_at = {row.integer(9)};
    if (!row.is_null(10)) out.told_at = instant{row.integer(10)};
    out.pin = row.text(11);
    out.other_pin = row.text(12);
    out.code = row.text(13);
    out.text = row.text(14);
    return out;
}

result<std::vector<pin_request>> requests_in(result<std::vector<sql_row>> rows)
{
    if (!rows) return rows.error();
    std::vector<pin_request> out;
    for (const auto& row : *rows)
        out.push_back(request_in(row));
    return out;
}

/// What may change whether a number is to be asked for.
bool may_concern(const operation& op)
{
    for (const auto* kind :
         {operation_kind::registration,
          operation_kind::confirm_distinct,
          operation_kind::fix,
          operation_kind::ask_pin_again})
        if (op.kind == kind) return true;
    return false;
}

std::vector<sql_value> values_of(const pin_request& request)
{
    return {
        request.office,
        request.record,
        request.person,
        request.request,
        std::string(name_of(request.state)),
        request.round,
        request.attempts,
        std::int64_t(request.in_doubt ? 1 : 0),
        request.queued_at.ms,
        request.next_at.ms,
        request.told_at ? sql_value(request.told_at->ms) : sql_value(),
        request.pin,
        request.other_pin,
        request.code,
        request.text};
}

/// The record has none yet.
status add(sql_connection& db, const pin_request& request)
{
    static constexpr std::array<std::string_view, 15> names{
        "office",
        "record",
        "person",
        "request",
        "state",
        "round",
        "attempts",
        "in_doubt",
        "queued_at",
        "next_at",
        "told_at",
        "pin",
        "other_pin",
        "code",
        "text"};
    TRY_STATUS(db.insert_rows("pin_request", names, values_of(request)));
    note_row(db, row_key::pin_request, request.record);
    return {};
}

/// A new request, or the old one in its next round.
pin_request queued(std::optional<pin_request> before, const operation& op, instant now)
{
    pin_request out = before ? std::move(*before) : pin_request();
    if (!before) {
        out.office = op.office;
        out.record = op.record;
        out.request = op.record; // domain §5.3: the entry is the key
    } else {
        ++out.round;
    }
    out.state = pin_state::queued;
    out.attempts = 0;
    out.in_doubt = false;
    out.queued_at = out.next_at = now;
    out.told_at.reset();
    out.code.clear();
    out.text.clear();
    return out;
}

} // namespace

const char* name_of(pin_state state) { return state_names.at(std::size_t(state)).data(); }

std::int64_t pin_delay_ms(std::int64_t attempts, std::int64_t longest, random_source& random)
{
    auto delay = first_pin_retry_ms;
    for (std::int64_t i = 1; i < attempts && delay < longest; ++i)
        delay *= 2;
    delay = std::min(delay, longest);
    const auto jitter = random.below(static_cast<std::uint64_t>(delay / 2));
    return delay - delay / 4 + static_cast<std::int64_t>(jitter);
}

status pin_queue::queue_after(
    const definitions& known,
    const record& folded,
    const operation& op,
    const verdict& decided,
    instant now
)
{
    if (decided.result_kind != outcome::accepted || !may_concern(op)) return {};
    const auto* event = known.find_event(folded.event);
    if (event == nullptr || !event->pin_request) return {};
    TRY(auto before, find(op.office, op.record));
    const bool is_needed = needs_personal_number(*event, folded);
    if (!before
        || (before->state == pin_state::refused && op.kind == operation_kind::ask_pin_again)) {
        if (!is_needed) return {};
        const bool is_new = !before;
        auto fresh = queued(std::move(before), op, now);
        fresh.person = event->pin_request->person;
        return is_new ? add(m_db, fresh) : save(fresh);
    }
    const bool is_untouched = before->state == pin_state::queued && !before->in_doubt;
    return !is_needed && is_untouched ? remove(*before) : status();
}

result<std::vector<pin_request>> pin_queue::due(instant now, std::int64_t limit)
{
    return requests_in(m_db.query(
        std::string("SELECT ") + columns
            + " FROM pin_request WHERE state <> 'issued' AND state IN ('queued', 'sent') AND "
              "next_at <= $1 ORDER BY next_at, office, record LIMIT $2",
        {now.ms, limit}
    ));
}

result<std::optional<pin_request>> pin_queue::find(
    const std::string& office, const std::string& record
)
{
    auto* holder = holding(m_db, row_key::pin_request, record);
    if (holder == nullptr) return std::optional<pin_request>();
    TRY(auto found,
        requests_in(holder->query(
            std::string("SELECT ") + columns
                + " FROM pin_request WHERE office = $1 AND record = $2",
            {office, record}
        )));
    if (found.empty()) return std::optional<pin_request>();
    return std::optional<pin_request>(std::move(found.front()));
}

status pin_queue::save(const pin_request& request)
{
    const auto values = values_of(request);
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            std::string("INSERT INTO pin_request (") + columns
                + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) "
                  "ON CONFLICT (office, record) DO UPDATE SET person = excluded.person, state = "
                  "excluded.state, round = excluded.round, attempts = excluded.attempts, in_doubt "
                  "= excluded.in_doubt, queued_at = excluded.queued_at, next_at = "
                  "excluded.next_at, told_at = excluded.told_at, pin = excluded.pin, other_pin = "
                  "excluded.other_pin, code = excluded.code, text = excluded.text",
            std::span<const sql_value>(values)
        ));
    return {};
}

status pin_queue::remove(const pin_request& request)
{
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "DELETE FROM pin_request WHERE office = $1 AND record = $2",
            {request.office, request.record}
        ));
    return {};
}

result<bool> pin_queue::is_given_elsewhere(const pin_request& request, const std::string& pin)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT 1 FROM pin_request WHERE pin <> '' AND pin = $1 AND NOT (office = $2 AND "
            "record = $3) LIMIT 1",
            {pin, request.office, request.record}
        ));
    return !rows.empty();
}

result<pin_counts> pin_queue::counts()
{
    TRY(const auto rows,
        m_db.query("SELECT state, count(*), min(queued_at) FROM pin_request WHERE state <> "
                   "'issued' GROUP BY state"));
    pin_counts out;
    for (const auto& row : rows) {
        const auto state = state_of(row.text(0));
        if (state == pin_state::queued) out.queued = row.integer(1);
        if (state == pin_state::sent) out.sent = row.integer(1);
        if (state == pin_state::refused) out.refused = row.integer(1);
        if (state == pin_state::conflict) out.conflicts = row.integer(1);
        const bool is_open = state == pin_state::queued || state == pin_state::sent;
        const instant queued_at{row.integer(2)};
        if (is_open && (!out.oldest_open || queued_at < *out.oldest_open))
            out.oldest_open = queued_at;
    }
    return out;
}

} // namespace hotich
