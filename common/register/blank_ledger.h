// The ledger of an office's pre-printed blanks (domain §4.7): received, written off without a
// print, used by a paper. Kept in tables, rebuilt from the log like everything folded. Callers hold
// the transaction. Used by projection and desk_blanks.
#pragma once

#include "common/records/blank.h"
#include "common/records/operation.h"
#include "common/records/verdict.h"
#include "common/sql/sql.h"

#include <optional>
#include <vector>

namespace hotich {

/// What became of blanks without a print; "received" adds them, the others take them away.
namespace blank_fate {
inline constexpr const char* received = "received";
inline constexpr const char* spoiled = "spoiled";
inline constexpr const char* lost = "lost";
inline constexpr const char* handed_over = "handed_over"; ///< to another office, or sent back
} // namespace blank_fate

/// What is gone without a trace wants its reason.
[[nodiscard]] bool needs_reason(std::string_view fate);

struct blank_move
{
    std::string kind; ///< the certificate that is printed on them
    blank_range blanks;
    std::string what; ///< a blank_fate
    std::string note; ///< from whom, to whom, or why
};

/// The payload of an operation move_blanks, and back. invalid_input "blank_move": nothing that the
/// ledger knows; as blank_range_of.
json::object to_json(const blank_move& move);
result<blank_move> parse_blank_move(const json::object& payload);

struct blanks_in_hand
{
    std::string kind;
    std::int64_t left = 0;
    std::optional<blank_serial> next;  ///< the first of those left
    std::vector<blank_serial> twice;   ///< two papers say that they are printed on it
    std::vector<blank_serial> unknown; ///< printed on, and never received
};

struct written_move
{
    blank_move move;
    std::string on; ///< the day, "2026-11-28"
    std::string by;
};

class blank_ledger
{
public:
    blank_ledger(sql_connection& db, std::string office) : m_db(db), m_office(std::move(office)) {}

    /// A refused entry is taken out again; other operations change nothing.
    status apply(const operation& op, const std::optional<verdict>& decided);

    /// Every kind that was ever received or printed on, by name.
    result<std::vector<blanks_in_hand>> in_hand();
    /// As many serials as wanted from the first one left on; fewer where they run out.
    result<std::vector<blank_serial>> next(const std::string& kind, std::size_t wanted);
    /// Newest first.
    result<std::vector<written_move>> moves(const std::string& kind, std::int64_t limit);

private:
    struct stock;

    result<std::vector<blank_serial>> printed_on(const std::string& kind);
    result<stock> count(const std::string& kind, const std::vector<blank_serial>& printed);

    sql_connection& m_db;
    std::string m_office;
};

} // namespace hotich
