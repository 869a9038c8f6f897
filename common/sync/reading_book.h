// The server's log of reading: what desks told, and looks beyond the own office, written before
// they are answered. Kept for some years, the oldest go. Used by the host, by sync/wide_lookup and
// by those who may read it.
#pragma once

#include "common/records/reading.h"
#include "common/sql/sql.h"

#include <vector>

namespace hotich {

inline constexpr std::int64_t readings_kept_ms = 5ll * 366 * 24 * 3600 * 1000;

/// A row of the log as it is asked for.
struct kept_reading
{
    reading what;
    std::string desk;
    instant received;
    std::string event;  ///< of the record, where there is one
    std::string number; ///< "12/2026"; no name is told
};

struct readings_asked
{
    std::string record = {}; ///< "": of all
    std::int64_t skip = 0;   ///< the newest so many are known
    std::int64_t limit = 100;
};

class reading_book
{
public:
    reading_book(sql_connection& db, std::string office) : m_db(db), m_office(std::move(office)) {}

    /// What a desk tells; what is here already stays as it is. Within the caller's transaction.
    status take(const std::string& desk, const std::vector<reading>& told, instant now);
    /// One of the server's own: its place in the log is given here. Within the caller's
    /// transaction.
    status write(reading own, instant now);
    /// Newest first.
    result<std::vector<kept_reading>> read(const readings_asked& asked);

private:
    status add(const std::string& desk, const reading& one, instant now);

    sql_connection& m_db;
    std::string m_office;
};

} // namespace hotich
