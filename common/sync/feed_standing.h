// Whose word is waited for before anything new is written into an office's feed. A store that was
// put back to an older copy has signed more than it knows; the desks know it. So each desk of the
// office is heard once: what it has seen is taken in again, and only then do numbers go on. A desk
// that shows another history than the one here stops its office, until a person has decided which
// of the two holds. Used by host and by the operator's commands.
#pragma once

#include "common/base/instant.h"
#include "common/sql/sql.h"

#include <string>
#include <vector>

namespace hotich {

// What the sentences are called that say why nothing is written.
inline constexpr const char* feed_waits = "feed_waits";
inline constexpr const char* feed_forked = "feed_forked";

/// One desk as the operator sees it.
struct desk_line
{
    std::string office;
    std::string desk;
    std::string public_key;
    bool is_shut_out = false;
    std::string standing;    ///< "", "awaited", "forked"
    std::string last_day;    ///< when it was here last; "" where that is not known
    std::string certificate; ///< the next one, as far as the desk has said that it knows it
};

class feed_standing
{
public:
    explicit feed_standing(sql_connection& db) : m_db(db) {}

    /// Every desk that is not shut out, of every office; written down is when the store was put
    /// back.
    status await_everybody(instant now);
    /// When the store was put back last, in ms; 0: never. Each time is later than the one before.
    result<std::int64_t> restored_at_ms();
    result<bool> is_held(const std::string& office);
    result<bool> is_awaited(const std::string& office, const std::string& desk);
    /// busy "feed_waits", not_allowed "feed_forked".
    status must_be_open(const std::string& office);
    status heard(const std::string& office, const std::string& desk);
    status forked(const std::string& office, const std::string& desk, std::int64_t revision);
    /// The desk is out, and waited for no more, whatever it knows. not_found.
    status shut_out(const std::string& office, const std::string& desk);

private:
    sql_connection& m_db;
};

/// Of one office, or of all where it is empty.
result<std::vector<desk_line>> desk_lines(sql_connection& db, const std::string& office);

/// That a desk was here; what it says of the next certificate replaces what it said before.
status note_contact(sql_connection& db, const desk_line& desk, const civil_date& day);

} // namespace hotich
