// What the fold of a record leaves in the tables: adding it, changing it, taking it away.
#include "common/records/blank.h"
#include "common/register/duplicate_index.h"
#include "common/register/kept_rows.h"
#include "common/register/people_index.h"
#include "common/register/projection.h"

#include <array>
#include <set>

namespace hotich {

namespace {

bool holds_claims(record_state state)
{
    return state == record_state::registered || state == record_state::pending;
}

/// Who checks the next entry of the batch asks for the number and for the day of the last one.
void note_entry(sql_connection& db, const registration_number& number, const std::string& reg_date)
{
    note_row(db, row_key::number, number_key(number.book_kind, number.year, number.reg_no));
    auto* book = book_at(db, number.book_kind, number.year);
    if (book == nullptr || number.reg_no < book->last_entry) return;
    book->last_entry = number.reg_no;
    book->last_date = reg_date;
}

/// Whether a kept fold is of an entry that waits for its first verdict, with this data and with
/// nothing else: seen in its text, which is most of what a desk's synchronisation finds. No text
/// that a clerk typed can look like the beginning of a member: its quotes are escaped.
bool is_waiting_with(const std::string& folded, const json::object& data)
{
    const auto wanted = R"(,"data":)" + to_text(data) + R"(,"papers":[])";
    const auto at = folded.find(R"(,"data":)");
    return at != std::string::npos && folded.compare(at, wanted.size(), wanted) == 0;
}

} // namespace

/// What decides which tables a new fold changes.
struct projection::kept_facts
{
    record_state state = record_state::pending;
    pin_tray tray = pin_tray::none;
    bool says_the_same = true; ///< data and notes
    bool has_same_notices = true;
    bool has_same_papers = true;
};

constexpr std::array<std::string_view, 11> record_columns{
    "office",
    "record",
    "event",
    "state",
    "book",
    "year",
    "reg_no",
    "reg_date",
    "title",
    "words",
    "folded"};

struct projection::record_row
{
    search_terms terms;
    std::optional<registration_number> number; ///< where it stands in a book
    std::string reg_date;
    std::vector<sql_value> values; ///< of record_columns
};

std::optional<projection::kept_facts> projection::facts_of(
    const event_definition& event, const sql_row& row, const record& folded
)
{
    const bool is_plain = folded.annotations.empty() && folded.notices.empty();
    const bool waits = row.text(2) == name_of(record_state::pending);
    if (is_plain && waits && folded.papers.empty() && is_waiting_with(row.text(0), folded.data))
        return kept_facts{};
    const auto before = parse_record(row.text(0));
    if (!before) return std::nullopt;
    return kept_facts{
        before->state,
        pin_tray_of(event, *before),
        before->data == folded.data && before->annotations == folded.annotations,
        before->notices == folded.notices,
        before->papers == folded.papers};
}

projection::record_row projection::row_of(const record& folded, const json::object& current) const
{
    const auto* event = m_known->find_event(folded.event);
    const auto reg_date = std::string(text_at(folded.data, "reg_date"));
    const auto* book = event == nullptr ? nullptr : event->book_for(folded.data);
    const auto year =
        folded.number ? folded.number->year : parse_date(reg_date).value_or(civil_date{}).year;
    const auto book_kind = book == nullptr ? std::string() : book->kind;
    record_row out;
    if (event != nullptr) out.terms = search_terms_of(*event, folded, current);
    if (folded.number) out.number = {book_kind, year, folded.number->reg_no};
    out.values = {
        m_office,
        folded.id,
        folded.event,
        std::string(name_of(folded.state)),
        book_kind,
        std::int64_t(year),
        folded.number ? sql_value(std::int64_t(folded.number->reg_no)) : sql_value(),
        reg_date,
        event == nullptr ? std::string() : title_of(*event, current),
        out.terms.to_text(),
        folded.to_text()};
    out.reg_date = reg_date;
    return out;
}

status projection::remove_from(
    std::initializer_list<const char*> tables, const std::string& record_id
)
{
    for (const std::string table : tables)
        TRY_STATUS(settled(*m_db).execute(
            "DELETE FROM " + table + " WHERE office = $1 AND record = $2", {m_office, record_id}
        ));
    return {};
}

status projection::remove(const std::string& record_id)
{
    TRY(const auto removed,
        settled(*m_db).query(
            "DELETE FROM record WHERE office = $1 AND record = $2 RETURNING words",
            {m_office, record_id}
        ));
    // Every other row, and every key kept back, belongs to one of `record`.
    if (removed.empty()) return {};
    TRY_STATUS(m_search.remove(record_id, removed.front().text(0)));
    TRY_STATUS(remove_from(
        {"claim",
         "annotation_notice",
         "person",
         "person_relation",
         "person_flag",
         "pin_state",
         "issued_paper"},
        record_id
    ));
    return duplicate_index(*m_db, m_office).remove(record_id);
}

status projection::add(const record& folded)
{
    const auto* event = m_known->find_event(folded.event);
    const current_view view(folded);
    const auto& current = *view;
    const auto row = row_of(folded, current);
    TRY_STATUS(m_db->insert_rows("record", record_columns, row.values));
    note_row(*m_db, row_key::record, folded.id);
    if (row.number) note_entry(*m_db, *row.number, row.reg_date);
    m_search.keep(folded.id, row.terms);
    if (!m_keeps_words) TRY_STATUS(write_words());
    TRY_STATUS(keep_notices(folded));
    TRY_STATUS(keep_papers(folded));
    if (event == nullptr) return {};
    TRY_STATUS(keep_pin_tray(*event, folded));
    TRY_STATUS(people_index(*m_db, m_office).replace(*event, folded, current));
    return keep_claims(*event, folded, current);
}

status projection::put(const std::string& record_id, const std::optional<record>& folded)
{
    if (!folded) return remove(record_id);
    auto* holder = holding(*m_db, row_key::record, record_id);
    if (holder == nullptr) return add(*folded);
    TRY(const auto rows,
        holder->query(
            "SELECT folded, words, state, event FROM record WHERE office = $1 AND record = $2",
            {m_office, record_id}
        ));
    if (rows.empty()) return add(*folded);
    const auto& row = rows.front();
    const auto* event = m_known->find_event(folded->event);
    const bool is_same_event = event != nullptr && row.text(3) == folded->event;
    const auto before =
        is_same_event ? facts_of(*event, row, *folded) : std::optional<kept_facts>();
    if (before) return change(*event, *before, row.text(1), *folded);
    TRY_STATUS(remove(record_id));
    return add(*folded);
}

/// A verdict, a paper, a personal number change little: names, claims and people stay as they are.
status projection::change(
    const event_definition& event,
    const kept_facts& before,
    std::string_view words,
    const record& folded
)
{
    const current_view view(folded);
    const auto& current = *view;
    const auto row = row_of(folded, current);
    // None of the record's rows waits: its own one was just read. But a number it loses is known
    // of.
    auto& db = row.number ? stored(*m_db) : settled(*m_db);
    TRY_STATUS(db.execute(
        "UPDATE record SET event = $3, state = $4, book = $5, year = $6, reg_no = $7, reg_date = "
        "$8, title = $9, words = $10, folded = $11 WHERE office = $1 AND record = $2",
        row.values
    ));
    if (row.number) note_entry(*m_db, *row.number, row.reg_date);
    TRY_STATUS(m_search.change(folded.id, words, row.terms));
    if (!m_keeps_words) TRY_STATUS(write_words());
    if (!before.has_same_notices) {
        TRY_STATUS(remove_from({"annotation_notice"}, folded.id));
        TRY_STATUS(keep_notices(folded));
    }
    if (!before.has_same_papers) {
        TRY_STATUS(remove_from({"issued_paper"}, folded.id));
        TRY_STATUS(keep_papers(folded));
    }
    if (before.tray != pin_tray_of(event, folded)) {
        TRY_STATUS(remove_from({"pin_state"}, folded.id));
        TRY_STATUS(keep_pin_tray(event, folded));
    }
    const bool was_registered = before.state == record_state::registered;
    const bool is_registered = folded.state == record_state::registered;
    if (!before.says_the_same || was_registered != is_registered) {
        if (was_registered)
            TRY_STATUS(remove_from({"person", "person_relation", "person_flag"}, folded.id));
        TRY_STATUS(people_index(*m_db, m_office).replace(event, folded, current));
    }
    if (before.says_the_same && holds_claims(before.state) == holds_claims(folded.state)) return {};
    TRY_STATUS(remove_from({"claim"}, folded.id));
    TRY_STATUS(duplicate_index(*m_db, m_office).remove(folded.id));
    return keep_claims(event, folded, current);
}

status projection::keep_claims(
    const event_definition& event, const record& folded, const json::object& current
)
{
    if (!holds_claims(folded.state)) return {};
    TRY_STATUS(duplicate_index(*m_db, m_office).keep(event, folded, current));
    constexpr std::array<std::string_view, 3> columns{"claim_key", "office", "record"};
    for (const auto& [claim, key] : claims_of(event, current)) {
        const std::array<sql_value, 3> values{key, m_office, folded.id};
        TRY_STATUS(m_db->insert_rows("claim", columns, values));
        note_row(*m_db, row_key::claim, key);
    }
    return {};
}

status projection::write_words() { return m_search.write(); }

status projection::keep_notices(const record& folded)
{
    for (const auto& item : folded.notices) {
        const auto& notice = item.get_object();
        TRY([[maybe_unused]] const auto added,
            m_db->execute(
                "INSERT INTO annotation_notice (office, record, source_office, source_record, "
                "kind, state) VALUES ($1, $2, $3, $4, $5, $6)",
                {m_office,
                 folded.id,
                 std::string(text_at(notice, "source.office")),
                 std::string(text_at(notice, "source.record")),
                 std::string(text_at(notice, "kind")),
                 std::string(text_at(notice, "state"))}
            ));
    }
    return {};
}

status projection::keep_papers(const record& folded)
{
    constexpr std::array<std::string_view, 10> columns{
        "office",
        "record",
        "token",
        "certificate",
        "state",
        "at",
        "blank",
        "prefix",
        "digits",
        "number"};
    std::set<std::string> kept;
    for (const auto& item : folded.papers) {
        const auto& paper = item.get_object();
        const std::string token(text_at(paper, "token"));
        if (!kept.insert(token).second) continue; // no desk of ours makes one twice
        const auto serial = parse_blank_serial(text_at(paper, "blank.serial"));
        const auto on = serial ? *serial : blank_serial{};
        const std::array<sql_value, 10> values{
            m_office,
            folded.id,
            token,
            std::string(text_at(paper, "certificate")),
            std::string(name_of(paper_state_of(paper))),
            integer_or(paper, "at", 0),
            serial ? std::string(text_at(paper, "blank.kind")) : std::string(),
            on.prefix,
            std::int64_t(on.digits),
            on.number};
        TRY_STATUS(m_db->insert_rows("issued_paper", columns, values));
    }
    return {};
}

status projection::keep_pin_tray(const event_definition& event, const record& folded)
{
    const auto tray = pin_tray_of(event, folded);
    if (tray == pin_tray::none) return {};
    constexpr std::array<std::string_view, 3> columns{"office", "record", "state"};
    const std::array<sql_value, 3> values{m_office, folded.id, std::string(name_of(tray))};
    return m_db->insert_rows("pin_state", columns, values);
}

} // namespace hotich
