// The tables in which registrations that may be of one event find each other: by key only, never by
// reading through the register. On the desk they hold its office, on the server the nation. Written
// when a record is folded, asked by the check through register/projection. Callers hold the
// transaction.
//
// Keys and lines are those of the definition's "duplicates" at the time: who changes them there
// folds the records again. Lines of another definition are not compared.
#pragma once

#include "common/records/record.h"
#include "common/rules/lookup.h"
#include "common/sql/sql.h"

#include <span>
#include <string>
#include <vector>

namespace hotich {

/// Records that are looked at for one key; a commoner one is cut, and the answer says so.
inline constexpr std::size_t max_candidates_of_a_key = 64;
/// A clerk compares no more.
inline constexpr std::size_t max_probable_duplicates = 3;

/// What records leave in the tables, as values for insert_rows: one record's or a whole batch's.
struct duplicate_rows
{
    std::vector<sql_value> keys;
    std::vector<sql_value> data;
};

class duplicate_index
{
public:
    duplicate_index(sql_connection& db, std::string office) : m_db(db), m_office(std::move(office))
    {}

    /// Adds what a record leaves; nothing where its event has no definition of duplicates.
    /// `current` is its data with what later notes made of them. It is found under what was written
    /// first, too.
    void collect(
        const event_definition& event,
        const record& folded,
        const json::object& current,
        duplicate_rows& rows
    ) const;
    status write(const duplicate_rows& rows);
    /// collect and write.
    status keep(const event_definition& event, const record& folded, const json::object& current);
    status remove(const std::string& record);

    probable_duplicates find(
        const event_definition& event, const json::object& data, const std::string& except_record
    );

private:
    struct candidate
    {
        std::string office;
        std::string record;

        auto operator<=>(const candidate&) const = default;
    };

    /// Records under any of the keys, each once.
    std::vector<candidate> candidates(std::span<const std::int64_t> keys, bool& is_cut);
    /// Adds those of a few that score enough.
    void score(
        std::span<const candidate> some,
        const event_definition& event,
        const std::string& mine,
        std::vector<probable_duplicate>& out
    );
    /// What a list says of the record.
    void describe(claim_holder& holder);

    sql_connection& m_db;
    std::string m_office;
};

} // namespace hotich
