// What the host holds while it decides, where other servers write into the same database. Every
// transaction takes the row of at most one office first, then the gates of what is unique in the
// nation in one order for all; so nobody waits in a circle but by an accident that the database
// finds, and the caller tries again. After the wait each statement reads what the others have
// committed (READ COMMITTED), which is what the decision then rests on.
//
// A gate is one of 2^20 rows, made when first needed. Two keys behind one gate wait for each other
// needlessly and rarely; the table stays small for ever.
#include "common/records/annotation.h"
#include "common/register/projection.h"
#include "common/rules/check.h"
#include "common/sync/host.h"

#include <bit>

namespace hotich {

namespace {

constexpr std::size_t gate_digits = 5;
constexpr std::size_t max_gates_in_a_statement = 256;

std::string gate_of(const std::string& hash) { return hash.substr(0, gate_digits); }

/// The lock is taken on rows that are there already as well; nothing is written to those.
std::string gate_statement(std::size_t count)
{
    std::string text = "INSERT INTO claim_gate (gate) VALUES ";
    for (std::size_t i = 1; i <= count; ++i)
        text += (i == 1 ? "($" : ", ($") + std::to_string(i) + ")";
    return text + " ON CONFLICT (gate) DO UPDATE SET gate = excluded.gate WHERE false";
}

/// What the operations of a batch make of each record, as far as claims go.
class batch_claims
{
public:
    batch_claims(const definitions& known, const projection& view) : m_known(known), m_view(view) {}

    void add(const operation& op)
    {
        if (op.kind == operation_kind::registration) {
            const auto* data = object_at(op.payload, "data");
            if (data == nullptr) return;
            m_records[op.record] = {std::string(text_at(op.payload, "event")), *data};
        } else if (op.kind == operation_kind::fix || op.kind == operation_kind::confirm_distinct) {
            if (!has_loaded(op.record)) return;
            if (op.kind == operation_kind::fix)
                apply_changes(m_records[op.record].second, op.payload);
        } else {
            return;
        }
        const auto& [event_name, data] = m_records[op.record];
        const auto* event = m_known.find_event(event_name);
        if (event == nullptr) return;
        for (const auto& claim : claims_of(*event, data))
            m_gates.insert(gate_of(claim.key));
    }

    std::set<std::string> gates() && { return std::move(m_gates); }

private:
    bool has_loaded(const std::string& record)
    {
        if (m_records.contains(record)) return true;
        const auto existing = m_view.load(record);
        if (existing) m_records[record] = {existing->event, current_data(*existing)};
        return existing.has_value();
    }

    const definitions& m_known;
    const projection& m_view;
    std::map<std::string, std::pair<std::string, json::object>> m_records;
    std::set<std::string> m_gates;
};

} // namespace

/// Whoever appends to the office's feed has its row, from before it reads until it commits.
status host::hold_feed(const std::string& office_code)
{
    if (m_writers == writers::one) return {};
    TRY([[maybe_unused]] const auto held,
        m_db.query("SELECT office FROM office WHERE office = $1 FOR UPDATE", {office_code}));
    return {};
}

status host::hold_claims(const sync_request& request, const foreseen_batch& batch)
{
    if (m_writers == writers::one) return {};
    const projection view(m_db, m_known, request.office);
    batch_claims claims(m_known, view);
    for (const auto& op : batch.operations)
        if (op) claims.add(*op); // what is malformed is told by take_in
    return hold_gates(std::move(claims).gates());
}

status host::hold_pin(const std::string& pin)
{
    if (m_writers == writers::one) return {};
    return hold_gates({gate_of(sha256_hex("hotich-pin-gate-1\n" + pin))});
}

/// In powers of two, so that there are few different statements to prepare.
status host::hold_gates(std::set<std::string> gates)
{
    while (!gates.empty()) {
        const auto count = std::min(max_gates_in_a_statement, std::bit_floor(gates.size()));
        std::vector<sql_value> values;
        for (std::size_t i = 0; i < count; ++i)
            values.emplace_back(std::move(gates.extract(gates.begin()).value()));
        TRY([[maybe_unused]] const auto rows,
            m_db.execute(gate_statement(count), std::span<const sql_value>(values)));
    }
    return {};
}

/// False where it has been delivered meanwhile.
result<bool> host::hold_letter(const office_letter& letter)
{
    if (m_writers == writers::one) return true;
    TRY(const auto rows,
        m_db.query(
            "SELECT delivered FROM office_mail WHERE office = $1 AND mail = $2 FOR UPDATE",
            {letter.office, letter.mail}
        ));
    return !rows.empty() && rows.front().integer(0) == 0;
}

} // namespace hotich
