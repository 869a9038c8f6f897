#include "common/register/blank_ledger.h"

#include <algorithm>
#include <array>
#include <map>

namespace hotich {

namespace {

constexpr std::array<const char*, 4> known_fates{
    blank_fate::received, blank_fate::spoiled, blank_fate::lost, blank_fate::handed_over};

/// Of a row that begins with move_columns.
blank_move move_of(const sql_row& row)
{
    const auto first = row.integer(3);
    return {
        row.text(0),
        {{row.text(1), first, static_cast<int>(row.integer(2))}, row.integer(4) - first + 1},
        row.text(5),
        row.text(6)};
}

constexpr const char* move_columns = "kind, prefix, digits, first_no, last_no, what, note";

/// Serials of several series, as spans that do not touch.
class serial_set
{
public:
    void add(const blank_range& blanks)
    {
        remove(blanks); // of what was received twice, one stays
        spans_of(blanks.first)[blanks.first.number] = blanks.last_number();
    }

    void remove(const blank_range& blanks)
    {
        auto& spans = spans_of(blanks.first);
        const auto first = blanks.first.number;
        const auto last = blanks.last_number();
        auto at = spans.upper_bound(first);
        if (at != spans.begin()) --at;
        while (at != spans.end() && at->first <= last) {
            const auto [from, to] = *at;
            if (to < first) {
                ++at;
                continue;
            }
            at = spans.erase(at);
            if (from < first) spans[from] = first - 1;
            if (to > last) spans[last + 1] = to;
        }
    }

    [[nodiscard]] bool has(const blank_serial& serial) const
    {
        const auto series = m_series.find({serial.prefix, serial.digits});
        if (series == m_series.end()) return false;
        const auto after = series->second.upper_bound(serial.number);
        return after != series->second.begin() && std::prev(after)->second >= serial.number;
    }

    [[nodiscard]] std::int64_t size() const
    {
        std::int64_t count = 0;
        for (const auto& [series, spans] : m_series)
            for (const auto& [from, to] : spans)
                count += to - from + 1;
        return count;
    }

    [[nodiscard]] std::vector<blank_serial> first(std::size_t wanted) const
    {
        std::vector<blank_serial> out;
        for (const auto& [series, spans] : m_series)
            for (const auto& [from, to] : spans)
                for (auto number = from; number <= to && out.size() < wanted; ++number)
                    out.push_back({series.first, number, series.second});
        return out;
    }

private:
    using span_map = std::map<std::int64_t, std::int64_t>; ///< first and last number

    span_map& spans_of(const blank_serial& serial)
    {
        return m_series[{serial.prefix, serial.digits}];
    }

    std::map<std::pair<std::string, int>, span_map> m_series;
};

} // namespace

/// Those received, and those of them that nothing has used.
struct blank_ledger::stock
{
    serial_set received;
    serial_set left;
};

bool needs_reason(std::string_view fate)
{
    return fate == blank_fate::spoiled || fate == blank_fate::lost;
}

json::object to_json(const blank_move& move)
{
    auto last = move.blanks.first;
    last.number = move.blanks.last_number();
    json::object out{
        {"kind", move.kind},
        {"what", move.what},
        {"from", to_text(move.blanks.first)},
        {"to", to_text(last)}};
    if (!move.note.empty()) out["note"] = move.note;
    return out;
}

result<blank_move> parse_blank_move(const json::object& payload)
{
    blank_move move;
    move.kind = text_at(payload, "kind");
    move.what = text_at(payload, "what");
    move.note = text_at(payload, "note");
    const bool is_known =
        std::find(known_fates.begin(), known_fates.end(), move.what) != known_fates.end();
    if (!is_known || move.kind.empty()) return failure{failure_code::invalid_input, "blank_move"};
    TRY(move.blanks, blank_range_of(text_at(payload, "from"), text_at(payload, "to")));
    return move;
}

status blank_ledger::apply(const operation& op, const std::optional<verdict>& decided)
{
    if (op.kind != operation_kind::move_blanks) return {};
    const auto move = parse_blank_move(op.payload);
    const bool is_refused = decided && decided->result_kind != outcome::accepted;
    if (!move || is_refused) {
        TRY_STATUS(m_db.execute(
            "DELETE FROM blank_move WHERE office = $1 AND move = $2", {m_office, op.record}
        ));
        return {};
    }
    TRY_STATUS(m_db.execute(
        "INSERT INTO blank_move (office, move, kind, prefix, digits, first_no, last_no, what, "
        "note, on_day, by_whom) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT "
        "(office, move) DO NOTHING",
        {m_office,
         op.record,
         move->kind,
         move->blanks.first.prefix,
         std::int64_t(move->blanks.first.digits),
         move->blanks.first.number,
         move->blanks.last_number(),
         move->what,
         move->note,
         to_iso(date_in_vietnam(op.at)),
         op.user}
    ));
    return {};
}

result<std::vector<blank_serial>> blank_ledger::printed_on(const std::string& kind)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT prefix, digits, number FROM issued_paper WHERE office = $1 AND blank = $2 AND "
            "state <> 'not_printed' ORDER BY prefix, digits, number",
            {m_office, kind}
        ));
    std::vector<blank_serial> out;
    out.reserve(rows.size());
    for (const auto& row : rows)
        out.push_back({row.text(0), row.integer(2), static_cast<int>(row.integer(1))});
    return out;
}

result<blank_ledger::stock> blank_ledger::count(
    const std::string& kind, const std::vector<blank_serial>& printed
)
{
    TRY(const auto rows,
        m_db.query(
            std::string("SELECT ") + move_columns
                + " FROM blank_move WHERE office = $1 AND kind = $2",
            {m_office, kind}
        ));
    stock out;
    for (const auto& row : rows)
        if (const auto move = move_of(row); move.what == blank_fate::received)
            out.received.add(move.blanks);
    out.left = out.received;
    for (const auto& row : rows)
        if (const auto move = move_of(row); move.what != blank_fate::received)
            out.left.remove(move.blanks);
    for (const auto& serial : printed)
        out.left.remove({serial, 1});
    return out;
}

result<std::vector<blanks_in_hand>> blank_ledger::in_hand()
{
    TRY(const auto rows,
        m_db.query(
            "SELECT kind FROM blank_move WHERE office = $1 UNION SELECT blank FROM issued_paper "
            "WHERE office = $1 AND blank <> '' ORDER BY 1",
            {m_office}
        ));
    std::vector<blanks_in_hand> out;
    for (const auto& row : rows) {
        blanks_in_hand one;
        one.kind = row.text(0);
        TRY(const auto printed, printed_on(one.kind));
        TRY(const auto counted, count(one.kind, printed));
        one.left = counted.left.size();
        const auto next = counted.left.first(1);
        if (!next.empty()) one.next = next.front();
        for (std::size_t i = 0; i < printed.size(); ++i) {
            if (i > 0 && printed[i] == printed[i - 1]) one.twice.push_back(printed[i]);
            if (!counted.received.has(printed[i])) one.unknown.push_back(printed[i]);
        }
        out.push_back(std::move(one));
    }
    return out;
}

result<std::vector<blank_serial>> blank_ledger::next(const std::string& kind, std::size_t wanted)
{
    TRY(const auto printed, printed_on(kind));
    TRY(const auto counted, count(kind, printed));
    return counted.left.first(wanted);
}

result<std::vector<written_move>> blank_ledger::moves(const std::string& kind, std::int64_t limit)
{
    TRY(const auto rows,
        m_db.query(
            std::string("SELECT ") + move_columns
                + ", on_day, by_whom FROM blank_move WHERE office = $1 AND kind = $2 ORDER BY "
                  "on_day DESC, move DESC LIMIT $3",
            {m_office, kind, limit}
        ));
    std::vector<written_move> out;
    for (const auto& row : rows)
        out.push_back({move_of(row), row.text(7), row.text(8)});
    return out;
}

} // namespace hotich
