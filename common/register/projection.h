// Everything that is folded from the log and kept in tables: records, search words, claims,
// numbers. The same code runs on the desk, on the server and in verification, which rebuilds it all
// and compares. Callers hold the transaction.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/personal_number.h"
#include "common/register/operation_log.h"
#include "common/register/search_index.h"
#include "common/rules/check.h"

#include <optional>
#include <vector>

namespace hotich {

/// A line of a list: book, search, tray.
struct record_line
{
    std::string record;
    std::string event;
    std::string state;
    std::optional<registration_number> number;
    std::string reg_date;
    std::string title;
};

class projection final : public record_lookup
{
public:
    projection(sql_connection& db, const definitions& known, std::string office)
        : m_db(&db), m_known(&known), m_office(office), m_search(db, std::move(office))
    {}

    /// Brings the tables up to what the log now says about the operation's record, and counts its
    /// numbers.
    status apply(operation_log& log, const operation& op, const std::optional<verdict>& decided);
    /// Folds one record again, and the entries it notes something on; it goes where no operation
    /// makes it any more.
    status refold(operation_log& log, const std::string& record_id);

    // The steps of apply, for a writer that has folded the record itself.
    /// Counts numbers, books and judgements about people.
    status count(const operation& op, const std::optional<verdict>& decided);
    status remove(const std::string& record_id);
    /// The record is not in the tables.
    status add(const record& folded);
    /// Brings the tables from whatever they hold of the record to its fold, or to nothing. What is
    /// the same is not written again.
    status put(const std::string& record_id, const std::optional<record>& folded);
    status refold_one(operation_log& log, const std::string& record_id);

    /// Search keys of records that are added wait for write_words: sorted, they go into their
    /// index several times faster than one record after the other. Nothing is found by them before.
    void keep_words_back() { m_keeps_words = true; }

    status write_words();

    /// not_found where the office has no such record.
    result<record> load(const std::string& record_id) const;
    /// A whole id, or the only record whose id begins so, or a number such as "12/2026" or, where
    /// several books have it, "marriage:12/2026"; conflict where several fit.
    result<std::string> resolve(const std::string& typed) const;
    result<std::vector<record_line>> book(const std::string& book_kind, int year) const;
    result<std::vector<record_line>> in_state(record_state state, std::int64_t limit) const;
    /// Records that have every word of the text, in any order, without accents; a word may be
    /// unfinished. By title, but where there are more than the limit those that have the words in
    /// order come first (search_index.h).
    result<std::vector<record_line>> search(std::string_view text, std::int64_t limit) const;

    bool knows_entries() const override { return true; }

    std::vector<claim_holder> holders(
        const std::string& claim_key, const std::string& except_record
    ) const override;
    probable_duplicates alike(
        const event_definition& event, const json::object& data, const std::string& except_record
    ) const override;
    std::optional<civil_date> last_registered_on(const std::string& book_kind, int year)
        const override;
    bool is_book_closed(const std::string& book_kind, int year) const override;
    std::optional<found_entry> find_entry(const entry_key& key) const override;
    std::vector<person_fact> entries_of(const person_identity& who, const std::string& except)
        const override;
    std::vector<person_fact> probably_same(const person_identity& who, const std::string& except)
        const override;
    std::vector<person_fact> flagged(
        const person_identity& who, const std::string& flag, const std::string& except
    ) const override;
    std::vector<person_fact> related(
        const person_identity& who, const std::string& kind, bool as_b, const std::string& except
    ) const override;
    std::vector<person_fact> marriages_of(const person_identity& who, const std::string& except)
        const override;
    std::string kinship_of(const person_identity& a, const person_identity& b) const override;

    /// Notes of other offices that wait for this one to confirm them, oldest first.
    result<std::vector<record_line>> with_waiting_notices(std::int64_t limit) const;
    /// Entries of one tray of personal numbers, oldest first.
    result<std::vector<record_line>> in_pin_tray(pin_tray tray, std::int64_t limit) const;
    /// Registered entries typed since then of which no paper is printed, oldest first.
    result<std::vector<record_line>> unprinted_since(instant when, std::int64_t limit) const;

private:
    /// The record's own row, as values for its columns.
    struct record_row;
    struct kept_facts;

    record_row row_of(const record& folded, const json::object& current) const;
    result<std::string> resolve_in_book(const std::string& book, const std::string& number) const;
    static std::optional<kept_facts> facts_of(
        const event_definition& event, const sql_row& row, const record& folded
    );
    status change(
        const event_definition& event,
        const kept_facts& before,
        std::string_view words,
        const record& folded
    );
    status keep_notices(const record& folded);
    status keep_papers(const record& folded);
    status keep_pin_tray(const event_definition& event, const record& folded);
    status keep_claims(
        const event_definition& event, const record& folded, const json::object& current
    );
    status remove_from(std::initializer_list<const char*> tables, const std::string& record_id);

    sql_connection* m_db;
    const definitions* m_known;
    std::string m_office;
    search_index m_search;
    bool m_keeps_words = false;
};

/// Whether an operation of this kind is about a record; the others are about numbers, books, people
/// or the office.
bool concerns_record(std::string_view kind);

/// "Nguyễn Văn An": what a list shows of a record.
std::string title_of(const event_definition& event, const json::object& data);

} // namespace hotich
