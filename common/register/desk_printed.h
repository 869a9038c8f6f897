// Papers after they were sent to the printer: did the sheet come out well, who signed, who took it
// home. And the blanks they are printed on (domain §4.7). Used by the papers and blanks pages and
// by `hotich`.
#pragma once

#include "common/register/blank_ledger.h"
#include "common/register/desk_register.h"

namespace hotich {

/// How many originals of it may still be printed; of what is no original, one. Originals are given
/// once, after that there are copies (Luật Hộ tịch Đ62).
int originals_left(const record& content, const paper_definition& paper);

struct printed_paper
{
    record_line entry;
    std::string certificate;
    std::string token;
    std::string serial; ///< of its blank; "" on plain paper
    paper_state state = paper_state::sent;
    instant at; ///< sent to the printer
};

/// Papers in a state, oldest first.
result<std::vector<printed_paper>> papers_in(
    desk_register& desk, paper_state state, std::int64_t limit
);
/// The paper with the token of its QR code. not_found.
result<printed_paper> find_printed(desk_register& desk, const std::string& token);

/// An entry that has an original and none printed; which one it is.
struct unprinted_entry
{
    record_line entry;
    std::string certificate;
};

inline constexpr std::int64_t unprinted_days = 14; ///< after that it is not the day's work any more

/// Of the last days those that can be printed now, by paper and number.
result<std::vector<unprinted_entry>> entries_to_print(desk_register& desk, instant now);

struct paper_counts
{
    std::int64_t to_print = 0;
    std::int64_t unanswered = 0; ///< sent; did it come out?
    std::int64_t to_sign = 0;
    std::int64_t to_hand_over = 0;

    [[nodiscard]] std::int64_t all() const
    {
        return to_print + unanswered + to_sign + to_hand_over;
    }
};

result<paper_counts> count_papers(desk_register& desk, instant now);

struct paper_step
{
    paper_state state = paper_state::came_out;
    std::string reason = {}; ///< why it is spoiled
    std::string to = {};     ///< who took it
    std::string serial = {}; ///< what the blank really bears, where another was expected
};

/// Of the paper with the token. not_found; not_allowed: "paper_ended" (it is spoiled or handed
/// over), "why_needed".
status tell_paper_step(
    desk_register& desk, const std::string& token, const paper_step& step, instant now
);

// --- blanks
/// invalid_input as parse_blank_move; not_allowed: "why_needed" for what is lost or spoiled.
status write_blank_move(desk_register& desk, const blank_move& move, instant now);
result<std::vector<blanks_in_hand>> blanks_of(desk_register& desk);
/// The certificates for which there are blanks, in the order of the events.
std::vector<const paper_definition*> papers_with_blanks(const definitions& known);

} // namespace hotich
