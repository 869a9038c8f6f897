#include "common/sync/wide_lookup.h"

#include "common/base/text.h"
#include "common/records/verdict.h"

namespace hotich {

namespace {

failure wrong(const char* what) { return {failure_code::invalid_input, what}; }

/// Of those that have what is asked for, so many are read before reach is asked.
constexpr std::int64_t max_rows = 200;

constexpr const char* columns =
    "SELECT r.office, r.record, r.event, r.year, r.reg_no, r.reg_date, r.title, p.role, "
    "p.full_name, p.birth_date FROM person p JOIN record r ON r.office = p.office AND r.record = "
    "p.record WHERE r.state = 'registered' AND ";

wide_line line_of(const sql_row& row)
{
    wide_line out{row.text(0), row.text(1), row.text(2), "", row.text(5), "", row.text(6), ""};
    if (!row.is_null(4))
        out.number =
            to_display({"", static_cast<int>(row.integer(3)), static_cast<int>(row.integer(4))});
    if (row.size() < 10) return out;
    out.role = row.text(7);
    out.title = row.text(8);
    out.birth_date = row.text(9);
    return out;
}

result<std::vector<sql_row>> entries_by_number(
    sql_connection& db, const definitions& known, const wide_question& question
)
{
    const auto* event = known.find_event(question.event);
    const auto number = parse_registration_number(question.number);
    if (event == nullptr || event->main_book() == nullptr || !number) return wrong("number_wrong");
    return db.query(
        "SELECT office, record, event, year, reg_no, reg_date, title FROM record WHERE office = $1 "
        "AND book = $2 AND year = $3 AND reg_no = $4 AND state = 'registered'",
        {question.office,
         event->main_book()->kind,
         std::int64_t(number->year),
         std::int64_t(number->reg_no)}
    );
}

result<std::vector<sql_row>> entries_of_person(sql_connection& db, const person_identity& who)
{
    const auto by = [&](const std::string& where, std::initializer_list<sql_value> values) {
        return db.query(
            columns + where + " ORDER BY r.reg_date, p.record, p.role LIMIT "
                + std::to_string(max_rows),
            values
        );
    };
    if (!who.pin.empty()) return by("p.pin = $1 AND p.pin <> ''", {who.pin});
    if (!who.document.empty()) return by("p.document = $1 AND p.document <> ''", {who.document});
    return by("p.name_key = $1 AND p.birth_date = $2", {fold(who.full_name), who.birth_date});
}

} // namespace

result<std::string> parse_wide_reason(const json::object& source)
{
    TRY(const auto told, string_member(source, "reason"));
    auto reason = clean_text(told);
    const auto letters = character_count(reason);
    if (letters < min_reason_letters) return wrong("reason_short");
    if (letters > max_reason_letters) return wrong("reason_long");
    return reason;
}

result<wide_question> parse_wide_question(const json::object& source, const definitions& known)
{
    wide_question out;
    TRY(out.reason, parse_wide_reason(source));
    out.office = text_at(source, "office");
    out.event = text_at(source, "event");
    out.number = text_at(source, "number");
    out.who = identity_at(
        {{"pin", text_at(source, "pin")},
         {"full_name", clean_name(text_at(source, "full_name"))},
         {"birth_date", text_at(source, "birth_date")},
         {"id_doc",
          {{"type", text_at(source, "document.type")},
           {"number", text_at(source, "document.number")}}}},
        ""
    );
    if (!out.number.empty()) {
        const bool is_entry = !out.office.empty() && known.find_event(out.event) != nullptr
            && parse_registration_number(out.number);
        return is_entry ? result<wide_question>(std::move(out)) : wrong("number_wrong");
    }
    const bool is_person = out.who.is_certain()
        || (!out.who.full_name.empty() && parse_date(out.who.birth_date).has_value());
    return is_person ? result<wide_question>(std::move(out)) : wrong("question_unclear");
}

result<wide_answer> look_wide(
    sql_connection& db,
    const definitions& known,
    const wide_question& question,
    const std::function<bool(const std::string& office)>& is_in_reach
)
{
    const bool is_entry = !question.number.empty();
    TRY(const auto rows,
        is_entry ? entries_by_number(db, known, question) : entries_of_person(db, question.who));
    wide_answer out;
    out.more = std::ssize(rows) == max_rows;
    for (const auto& row : rows) {
        if (!is_in_reach(row.text(0))) continue;
        out.more |= out.lines.size() == max_wide_lines;
        if (out.lines.size() == max_wide_lines) break;
        out.lines.push_back(line_of(row));
    }
    return out;
}

} // namespace hotich
