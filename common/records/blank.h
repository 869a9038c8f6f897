// Pre-printed blanks (phôi, domain §4.7): each bears a serial, and an office answers for every one.
// What happens to the paper that is printed on one, and what happens to blanks without a print.
#pragma once

#include "common/base/json.h"
#include "common/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace hotich {

/// "KS 0012345": what stands before the digits, and the digits as they are printed.
struct blank_serial
{
    std::string prefix;
    std::int64_t number = 0;
    int digits = 1;

    auto operator<=>(const blank_serial&) const = default;
};

inline constexpr int max_blank_digits = 12;
/// Of one entry in the ledger: nobody receives more at once.
inline constexpr std::int64_t max_blanks_at_once = 100'000;

/// Capital letters, no spaces. invalid_input "blank_serial": it does not end in 1 to 12 digits, or
/// has more than 12 signs before them.
result<blank_serial> parse_blank_serial(std::string_view typed);
std::string to_text(const blank_serial& serial);

/// Blanks with serials that follow each other.
struct blank_range
{
    blank_serial first;
    std::int64_t count = 0;

    [[nodiscard]] std::int64_t last_number() const { return first.number + count - 1; }
};

/// invalid_input "blank_range": not of one series, the last before the first, or too many.
result<blank_range> blank_range_of(std::string_view first, std::string_view last);

/// Where a printed paper is on its way to the citizen. The last three are ends; what is not an end
/// only goes forward.
enum class paper_state { sent, came_out, is_signed, handed_over, spoiled, not_printed };
const char* name_of(paper_state state);
/// `sent` for a name that is none.
paper_state paper_state_named(std::string_view name);
/// `sent` for a paper of which nothing more is told.
paper_state paper_state_of(const json::object& paper);
[[nodiscard]] bool is_end(paper_state state);
/// Whether this sheet is, or may become, a certificate in somebody's hands.
[[nodiscard]] bool is_in_force(paper_state state);

/// What an operation paper_step tells, on the papers of a record: payload {"token", "step": a
/// state, "reason"?, "to"?, "serial"?: what the blank really bears}. A paper that is not there, or
/// has come to its end, stays as it is.
void take_paper_step(json::array& papers, const json::object& step, std::int64_t at_ms);

} // namespace hotich
