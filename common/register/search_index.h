// The table `search_key`: what records are found by, sorted, so that a search as one types reads
// the few rows that it shows (search_terms.h says what the keys are). Desk and server keep the same
// rows. Callers hold the transaction.
#pragma once

#include "common/register/search_terms.h"
#include "common/sql/sql.h"

#include <set>
#include <utility>

namespace hotich {

class search_index
{
public:
    search_index(sql_connection& db, std::string office) : m_db(&db), m_office(std::move(office)) {}

    /// Adds a record's keys; they wait for write.
    void keep(const std::string& record, const search_terms& terms);
    /// Replaces its keys by those of other terms, as far as they differ. `words` is what stands in
    /// the record's row. New ones wait for write.
    status change(const std::string& record, std::string_view words, const search_terms& terms);
    status remove(const std::string& record, std::string_view words);
    /// Sorted, rows go into the table several times faster than one record's after the other's.
    status write();

    /// Records in which every word begins a word: first those that have them one after another in
    /// a name, or in two, then those that have them anywhere. Where the first are few and the
    /// others would take long to find, not all of the others are there.
    result<std::vector<std::string>> find(const std::vector<std::string>& words, std::size_t limit)
        const;

private:
    status remove_keys(const std::string& record, const std::vector<std::string>& keys);

    sql_connection* m_db;
    std::string m_office;
    std::vector<std::pair<std::string, std::string>> m_kept; ///< (key, record)
    std::set<std::string> m_records;                         ///< of what is kept
};

/// Makes the keys of records that wait for them after a migration; nothing to do at any other time.
status index_waiting_records(sql_connection& db, const std::string& schemas_folder);

} // namespace hotich
