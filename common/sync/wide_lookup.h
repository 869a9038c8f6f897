// Looking beyond the own office: exact questions by people whose right reaches several offices, for
// a reason. Answered from the tables the server keeps for duplicates and people; nothing is
// scanned. Used by syncserver/services/reading_service.
//
// question  {"reason":…, and one of "pin":12 digits | "document":{"type","number"} |
//            "full_name","birth_date" | "office","event","number":"12/2026"}
#pragma once

#include "common/definitions/definitions.h"
#include "common/rules/lookup.h"
#include "common/sql/sql.h"

#include <functional>
#include <string>
#include <vector>

namespace hotich {

inline constexpr std::size_t min_reason_letters = 10;
inline constexpr std::size_t max_reason_letters = 500;
inline constexpr std::size_t max_wide_lines = 20;

struct wide_question
{
    person_identity who;
    std::string office; ///< with event and number: an entry of a book
    std::string event;
    std::string number;
    std::string reason;
};

/// Enough to see whether it is the entry that is meant.
struct wide_line
{
    std::string office;
    std::string record;
    std::string event;
    std::string number;
    std::string registered_on; ///< ISO
    std::string role;          ///< path of the person in the entry; "" for an entry by number
    std::string title;         ///< the person's name there, or the entry's title
    std::string birth_date;
};

struct wide_answer
{
    std::vector<wide_line> lines;
    bool more = false; ///< the question was too wide
};

/// invalid_input: "reason_short", "reason_long", "question_unclear", "number_wrong".
result<wide_question> parse_wide_question(const json::object& source, const definitions& known);
/// The reason alone, held to the same bounds.
result<std::string> parse_wide_reason(const json::object& source);

/// Registered entries of the offices in reach that answer the question.
result<wide_answer> look_wide(
    sql_connection& db,
    const definitions& known,
    const wide_question& question,
    const std::function<bool(const std::string& office)>& is_in_reach
);

} // namespace hotich
