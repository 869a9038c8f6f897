// What rules ask of the register: claims, books, entries, people. On the server the tables hold
// every office, so the same questions are answered for the nation.
#include "common/register/book_ledger.h"
#include "common/register/duplicate_index.h"
#include "common/register/holder_row.h"
#include "common/register/kept_rows.h"
#include "common/register/people_index.h"
#include "common/register/projection.h"

namespace hotich {

std::vector<claim_holder> projection::holders(
    const std::string& claim_key, const std::string& except_record
) const
{
    // Claims are the nation's: on the server another office may hold one.
    std::vector<claim_holder> found;
    auto* holder = holding(*m_db, row_key::claim, claim_key);
    if (holder == nullptr) return found;
    const auto rows = holder->query(
        "SELECT c.office, c.record, r.title, r.year, r.reg_no, r.reg_date FROM claim c "
        "JOIN record r ON r.office = c.office AND r.record = c.record WHERE c.claim_key = $1 AND "
        "c.record <> $2 LIMIT 5",
        {claim_key, except_record}
    );
    if (!rows) return found;
    for (const auto& row : *rows)
        found.push_back(holder_in(row));
    return found;
}

probable_duplicates projection::alike(
    const event_definition& event, const json::object& data, const std::string& except_record
) const
{
    return duplicate_index(*m_db, m_office).find(event, data, except_record);
}

std::optional<civil_date> projection::last_registered_on(const std::string& book_kind, int year)
    const
{
    if (const auto* kept = book_at(*m_db, book_kind, year)) return parse_date(kept->last_date);
    const auto rows = m_db->query(
        "SELECT reg_date FROM record WHERE office = $1 AND book = $2 AND year = $3 AND reg_no IS "
        "NOT NULL "
        "ORDER BY reg_no DESC LIMIT 1",
        {m_office, book_kind, std::int64_t(year)}
    );
    if (!rows || rows->empty()) return std::nullopt;
    return parse_date(rows->front().text(0));
}

bool projection::is_book_closed(const std::string& book_kind, int year) const
{
    if (const auto* kept = book_at(*m_db, book_kind, year)) return kept->is_closed;
    return book_ledger(*m_db, m_office).is_closed(book_kind, year);
}

std::optional<found_entry> projection::find_entry(const entry_key& key) const
{
    const auto* event = m_known->find_event(key.event);
    const auto* book = event == nullptr ? m_known->find_book(key.event) : event->main_book();
    const auto number = parse_registration_number(key.number);
    if (key.record.empty() && (!number || book == nullptr)) return std::nullopt;
    auto* holder = key.record.empty()
        ? holding(*m_db, row_key::number, number_key(book->kind, number->year, number->reg_no))
        : holding(*m_db, row_key::record, key.record);
    if (holder == nullptr) return std::nullopt;
    const auto rows = key.record.empty()
        ? holder->query(
            "SELECT office, folded FROM record WHERE office = $1 AND book = $2 AND year = $3 AND "
            "reg_no = $4 AND state = 'registered' LIMIT 1",
            {key.office, book->kind, std::int64_t(number->year), std::int64_t(number->reg_no)}
        )
        : holder->query(
            "SELECT office, folded FROM record WHERE office = $1 AND record = $2",
            {key.office, key.record}
        );
    if (!rows || rows->empty()) return std::nullopt;
    const auto entry = parse_record(rows->front().text(1));
    if (!entry) return std::nullopt;
    found_entry found{
        rows->front().text(0), entry->id, entry->event, "", "", "", current_data(*entry)};
    if (entry->number) found.number = to_display(*entry->number);
    found.reg_date = text_at(entry->data, "reg_date");
    // The same number of another book would be another person's entry.
    if (!key.date.empty() && key.date != found.reg_date) return std::nullopt;
    if (const auto* own = m_known->find_event(entry->event))
        found.title = title_of(*own, found.current);
    return found;
}

std::vector<person_fact> projection::entries_of(
    const person_identity& who, const std::string& except
) const
{
    return people_index(*m_db, m_office).entries_of(who, except);
}

std::vector<person_fact> projection::probably_same(
    const person_identity& who, const std::string& except
) const
{
    return people_index(*m_db, m_office).probably_same(who, except);
}

std::vector<person_fact> projection::flagged(
    const person_identity& who, const std::string& flag, const std::string& except
) const
{
    return people_index(*m_db, m_office).flagged(who, flag, except);
}

std::vector<person_fact> projection::related(
    const person_identity& who, const std::string& kind, bool as_b, const std::string& except
) const
{
    return people_index(*m_db, m_office).related(who, kind, as_b, except);
}

std::vector<person_fact> projection::marriages_of(
    const person_identity& who, const std::string& except
) const
{
    return people_index(*m_db, m_office).marriages_of(who, except);
}

std::string projection::kinship_of(const person_identity& a, const person_identity& b) const
{
    return people_index(*m_db, m_office).kinship_of(a, b);
}

} // namespace hotich
