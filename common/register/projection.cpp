#include "common/register/projection.h"

#include "common/base/text.h"
#include "common/records/annotation.h"
#include "common/register/book_ledger.h"
#include "common/register/duplicate_index.h"
#include "common/register/kept_rows.h"
#include "common/register/number_book.h"
#include "common/register/people_index.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

bool has_digit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// All words under which a record is found: as it was registered and as it reads now.
std::set<std::string> search_words(
    const event_definition& event, const record& folded, const json::object& current
)
{
    std::set<std::string> words;
    std::vector<const json::object*> readings{&folded.data};
    if (&current != &folded.data) readings.push_back(&current);
    for (const auto* data : readings) {
        for (const auto& path : event.search_names)
            for (auto& word : words_of(fold(text_at(*data, path))))
                words.insert(std::move(word));
        for (const auto& path : event.search_numbers) {
            auto word = search_word(text_at(*data, path));
            if (!word.empty()) words.insert(std::move(word));
        }
    }
    if (folded.number) words.insert(search_word(to_display(*folded.number)));
    return words;
}

std::string joined(const std::set<std::string>& words)
{
    std::string text = " ";
    for (const auto& word : words)
        text += word + " ";
    return text;
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

status keep_claims(
    sql_connection& db,
    const std::string& office,
    const std::string& record_id,
    const std::vector<claim_key>& claims
)
{
    static constexpr std::array<std::string_view, 3> columns{"claim_key", "office", "record"};
    for (const auto& [claim, key] : claims) {
        const std::array<sql_value, 3> values{key, office, record_id};
        TRY_STATUS(db.insert_rows("claim", columns, values));
        note_row(db, row_key::claim, key);
    }
    return {};
}

bool holds_claims(record_state state)
{
    return state == record_state::registered || state == record_state::pending;
}

} // namespace

bool concerns_record(std::string_view kind)
{
    for (const auto* other :
         {operation_kind::request_block,
          operation_kind::return_block,
          operation_kind::office_profile,
          operation_kind::desk_enrolled,
          operation_kind::open_book,
          operation_kind::close_book,
          operation_kind::void_number,
          operation_kind::same_person,
          operation_kind::distinct_person})
        if (kind == other) return false;
    return true;
}

std::string search_word(std::string_view typed)
{
    if (!has_digit(typed)) return fold(typed);
    std::string word;
    for (const char c : typed) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter)
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        else if ((c >= '0' && c <= '9') || c == '/')
            word.push_back(c);
    }
    if (word.find('/') == std::string::npos) return word;
    const auto first = word.find_first_not_of('0');
    return first == std::string::npos ? word : word.substr(first);
}

std::string title_of(const event_definition& event, const json::object& data)
{
    const auto name = text_at(data, event.subject + ".full_name");
    return std::string(name.empty() ? text_at(data, event.subject) : name);
}

status projection::apply(
    operation_log& log, const operation& op, const std::optional<verdict>& decided
)
{
    TRY_STATUS(count(op, decided));
    return concerns_record(op.kind) ? refold(log, op.record) : status();
}

status projection::count(const operation& op, const std::optional<verdict>& decided)
{
    TRY_STATUS(number_book(*m_db, m_office).apply(op, decided));
    TRY_STATUS(book_ledger(*m_db, m_office).apply(op, decided));
    return people_index(*m_db, m_office).apply(op, decided);
}

status projection::refold(operation_log& log, const std::string& record_id)
{
    TRY_STATUS(refold_one(log, record_id));
    TRY(const auto targets, log.noted_on_by(record_id));
    for (const auto& target : targets)
        TRY_STATUS(refold_one(log, target));
    return {};
}

status projection::refold_one(operation_log& log, const std::string& record_id)
{
    TRY(const auto entries, log.entries_of(record_id));
    const auto folded = fold_record(record_id, entries);
    TRY_STATUS(remove(record_id));
    return folded ? add(*folded) : status();
}

status projection::remove(const std::string& record_id)
{
    auto& db = settled(*m_db);
    const auto remove_from = [&](const std::string& table) {
        return db.execute(
            "DELETE FROM " + table + " WHERE office = $1 AND record = $2", {m_office, record_id}
        );
    };
    TRY(const auto removed, remove_from("record"));
    // Every other row, and every word kept back, belongs to one of `record`.
    if (removed == 0) return {};
    std::erase_if(m_words, [&record_id](const auto& kept) { return kept.second == record_id; });
    for (const auto* table :
         {"search_key",
          "claim",
          "annotation_notice",
          "person",
          "person_relation",
          "person_flag",
          "pin_state"})
        TRY_STATUS(remove_from(table));
    return duplicate_index(*m_db, m_office).remove(record_id);
}

status projection::add(const record& folded)
{
    const auto* event = m_known->find_event(folded.event);
    const current_view view(folded);
    const auto& current = *view;
    const auto words =
        event == nullptr ? std::set<std::string>() : search_words(*event, folded, current);
    const auto reg_date = std::string(text_at(folded.data, "reg_date"));
    const auto* book = event == nullptr ? nullptr : event->book_for(folded.data);
    const auto year =
        folded.number ? folded.number->year : parse_date(reg_date).value_or(civil_date{}).year;
    static constexpr std::array<std::string_view, 11> columns{
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
    const auto book_kind = book == nullptr ? std::string() : book->kind;
    const std::array<sql_value, 11> values{
        m_office,
        folded.id,
        folded.event,
        std::string(name_of(folded.state)),
        book_kind,
        std::int64_t(year),
        folded.number ? sql_value(std::int64_t(folded.number->reg_no)) : sql_value(),
        reg_date,
        event == nullptr ? std::string() : title_of(*event, current),
        joined(words),
        folded.to_text()};
    TRY_STATUS(m_db->insert_rows("record", columns, values));
    note_row(*m_db, row_key::record, folded.id);
    if (folded.number) note_entry(*m_db, {book_kind, year, folded.number->reg_no}, reg_date);
    TRY_STATUS(add_words(folded.id, words));
    TRY_STATUS(keep_notices(folded));
    if (event == nullptr) return {};
    TRY_STATUS(keep_pin_tray(*event, folded));
    TRY_STATUS(people_index(*m_db, m_office).replace(*event, folded, current));
    if (!holds_claims(folded.state)) return {};
    TRY_STATUS(duplicate_index(*m_db, m_office).keep(*event, folded, current));
    return keep_claims(*m_db, m_office, folded.id, claims_of(*event, current));
}

status projection::add_words(const std::string& record_id, const std::set<std::string>& words)
{
    for (const auto& word : words)
        m_words.emplace(word, record_id);
    return m_keeps_words ? status() : write_words();
}

status projection::write_words()
{
    constexpr std::array<std::string_view, 3> columns{"office", "word", "record"};
    std::vector<sql_value> values;
    values.reserve(m_words.size() * columns.size());
    for (const auto& [word, record_id] : m_words) {
        values.emplace_back(m_office);
        values.emplace_back(word);
        values.emplace_back(record_id);
    }
    m_words.clear();
    return m_db->insert_rows("search_key", columns, values);
}

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

status projection::keep_pin_tray(const event_definition& event, const record& folded)
{
    const auto tray = pin_tray_of(event, folded);
    if (tray == pin_tray::none) return {};
    static constexpr std::array<std::string_view, 3> columns{"office", "record", "state"};
    const std::array<sql_value, 3> values{m_office, folded.id, std::string(name_of(tray))};
    return m_db->insert_rows("pin_state", columns, values);
}

result<record> projection::load(const std::string& record_id) const
{
    auto* holder = holding(*m_db, row_key::record, record_id);
    if (holder == nullptr) return failure{failure_code::not_found, "no such record"};
    TRY(const auto rows,
        holder->query(
            "SELECT folded FROM record WHERE office = $1 AND record = $2", {m_office, record_id}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "no such record"};
    return parse_record(rows.front().text(0));
}

} // namespace hotich
