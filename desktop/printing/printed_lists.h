// Lists on paper: what goes with a pile of papers to the signer, a row for each sheet, with room
// for the signature; and the sheet of a day. The fonts must be loaded. Used by the pages of the
// same names and by `hotich`.
#pragma once

#include "common/papers/draw_list.h"
#include "common/register/desk_books.h"
#include "common/register/desk_printed.h"

namespace hotich {

inline constexpr std::int64_t max_papers_listed = 500; ///< of each state

/// Those that came out well and wait to be signed, as they lie: oldest first. The look is noted.
result<std::vector<printed_paper>> papers_to_sign(desk_register& desk, instant now);

/// `by` is who makes the list.
std::vector<draw_list> signing_list(
    const definitions& known,
    const office_profile& office,
    const std::vector<printed_paper>& papers,
    const std::string& by,
    instant now
);

std::vector<draw_list> day_list(
    const definitions& known,
    const office_profile& office,
    const civil_date& day,
    const std::vector<day_line>& lines,
    const std::string& by
);

/// "23-11-2026", as a list's file is named by its day.
std::string day_in_file_name(const civil_date& day);

/// Of a sheet by its event (any, where it is "") and certificate; the certificate itself where
/// nobody knows it.
std::string name_of_paper(
    const definitions& known,
    const std::string& event,
    const std::string& certificate,
    const std::string& language
);

} // namespace hotich
