#include "common/register/desk_printed.h"

#include "common/base/ids.h"
#include "common/base/text.h"
#include "common/records/personal_number.h"

#include <algorithm>
#include <tuple>

namespace hotich {

namespace {

constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
constexpr std::int64_t max_unprinted = 200;
constexpr const char* paper_columns =
    "p.record, p.certificate, p.token, p.state, p.at, p.blank, p.prefix, p.digits, p.number, "
    "r.event, r.state, r.book, r.year, r.reg_no, r.reg_date, r.title";

failure not_allowed(const char* why) { return {failure_code::not_allowed, why}; }

printed_paper paper_of(const sql_row& row)
{
    printed_paper out;
    out.certificate = row.text(1);
    out.token = row.text(2);
    out.state = paper_state_named(row.text(3));
    out.at = {row.integer(4)};
    if (!row.text(5).empty())
        out.serial =
            to_text(blank_serial{row.text(6), row.integer(8), static_cast<int>(row.integer(7))});
    out.entry = {row.text(0), row.text(9), row.text(10), std::nullopt, row.text(14), row.text(15)};
    if (!row.is_null(13))
        out.entry.number = {
            row.text(11), static_cast<int>(row.integer(12)), static_cast<int>(row.integer(13))};
    return out;
}

/// The original that an entry has to have; nothing where it has none, or where it must wait.
const paper_definition* original_of(desk_register& desk, const record& content, instant now)
{
    const auto* event = desk.known().find_event(content.event);
    if (event == nullptr) return nullptr;
    for (const auto* paper : desk.papers_of(content, now)) {
        if (paper->kind != "original" || !paper->needs_number) continue;
        const bool waits = paper->needs_pin && needs_personal_number(*event, content)
            && !desk.office().allow_certificate_without_pin;
        return waits ? nullptr : paper;
    }
    return nullptr;
}

} // namespace

/// Spoiled sheets are none. Nor is one that was given out before the personal number had come, once
/// the number is there.
int originals_left(const record& content, const paper_definition& paper)
{
    if (paper.kind != "original") return 1;
    const bool has_pin = paper.needs_pin && !text_at(content.pin, "number").empty();
    const auto printed =
        std::count_if(content.papers.begin(), content.papers.end(), [&](const auto& item) {
            const auto& sheet = item.get_object();
            return text_at(sheet, "certificate") == paper.certificate
                && is_in_force(paper_state_of(sheet)) && (!has_pin || sheet.contains("with_pin"));
        });
    return std::max(0, paper.originals - static_cast<int>(printed));
}

result<std::vector<printed_paper>> papers_in(
    desk_register& desk, paper_state state, std::int64_t limit
)
{
    TRY(const auto rows,
        desk.connection().query(
            std::string("SELECT ") + paper_columns
                + " FROM issued_paper p JOIN record r ON r.office = p.office AND r.record = "
                  "p.record WHERE p.office = $1 AND p.state = $2 ORDER BY p.at, p.token LIMIT $3",
            {desk.identity().office, std::string(name_of(state)), limit}
        ));
    std::vector<printed_paper> out;
    for (const auto& row : rows)
        out.push_back(paper_of(row));
    return out;
}

result<printed_paper> find_printed(desk_register& desk, const std::string& token)
{
    TRY(const auto rows,
        desk.connection().query(
            std::string("SELECT ") + paper_columns
                + " FROM issued_paper p JOIN record r ON r.office = p.office AND r.record = "
                  "p.record WHERE p.office = $1 AND p.token = $2",
            {desk.identity().office, token}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "paper_unknown"};
    return paper_of(rows.front());
}

result<std::vector<unprinted_entry>> entries_to_print(desk_register& desk, instant now)
{
    const instant since{now.ms - unprinted_days * day_ms};
    TRY(auto entries, desk.view().unprinted_since(since, max_unprinted));
    std::vector<unprinted_entry> out;
    for (auto& entry : entries) {
        TRY(const auto content, desk.load(entry.record));
        if (const auto* paper = original_of(desk, content, now))
            out.push_back({std::move(entry), paper->certificate});
    }
    const auto place_of = [](const unprinted_entry& one) {
        const auto number = one.entry.number.value_or(registration_number());
        return std::tuple(one.certificate, number.year, number.reg_no);
    };
    std::ranges::stable_sort(out, {}, place_of);
    return out;
}

result<paper_counts> count_papers(desk_register& desk, instant now)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT state, count(*) FROM issued_paper WHERE office = $1 AND state IN ('sent', "
            "'came_out', 'signed') GROUP BY state",
            {desk.identity().office}
        ));
    paper_counts out;
    for (const auto& row : rows) {
        const auto state = paper_state_named(row.text(0));
        if (state == paper_state::sent) out.unanswered = row.integer(1);
        if (state == paper_state::came_out) out.to_sign = row.integer(1);
        if (state == paper_state::is_signed) out.to_hand_over = row.integer(1);
    }
    TRY(const auto unprinted, entries_to_print(desk, now));
    out.to_print = static_cast<std::int64_t>(unprinted.size());
    return out;
}

status tell_paper_step(
    desk_register& desk, const std::string& token, const paper_step& step, instant now
)
{
    TRY(const auto paper, find_printed(desk, token));
    if (is_end(paper.state)) return not_allowed("paper_ended");
    const auto reason = clean_text(step.reason);
    if (step.state == paper_state::spoiled && reason.empty()) return not_allowed("why_needed");
    json::object payload{{"token", token}, {"step", name_of(step.state)}};
    if (!reason.empty()) payload["reason"] = reason;
    if (const auto to = clean_text(step.to); !to.empty()) payload["to"] = to;
    if (!step.serial.empty()) {
        TRY(const auto serial, parse_blank_serial(step.serial));
        payload["serial"] = to_text(serial);
    }
    return desk.append(operation_kind::paper_step, paper.entry.record, std::move(payload), now);
}

status write_blank_move(desk_register& desk, const blank_move& move, instant now)
{
    auto payload = to_json({move.kind, move.blanks, move.what, clean_text(move.note)});
    TRY([[maybe_unused]] const auto known, parse_blank_move(payload));
    if (needs_reason(move.what) && !payload.contains("note")) return not_allowed("why_needed");
    return desk.append(
        operation_kind::move_blanks, new_uuid(now, desk.random()), std::move(payload), now
    );
}

result<std::vector<blanks_in_hand>> blanks_of(desk_register& desk)
{
    return blank_ledger(desk.connection(), desk.identity().office).in_hand();
}

std::vector<const paper_definition*> papers_with_blanks(const definitions& known)
{
    std::vector<const paper_definition*> out;
    for (const auto* event : known.events())
        for (const auto& paper : event->papers)
            if (paper.has_blank) out.push_back(&paper);
    return out;
}

} // namespace hotich
