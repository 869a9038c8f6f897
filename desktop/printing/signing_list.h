// The list that goes with a pile of papers to the signer: a row for each sheet, with room for the
// signature. Used by the papers page and by `hotich papers`.
#pragma once

#include "common/papers/draw_list.h"
#include "common/register/desk_printed.h"

namespace hotich {

inline constexpr std::int64_t max_papers_listed = 500; ///< of each state

/// Those that came out well and wait to be signed, as they lie: oldest first. The look is noted.
result<std::vector<printed_paper>> papers_to_sign(desk_register& desk, instant now);

/// At least one page; the fonts must be loaded. `by` is who makes the list.
std::vector<draw_list> signing_list(
    const definitions& known,
    const office_profile& office,
    const std::vector<printed_paper>& papers,
    const std::string& by,
    instant now
);

/// Of a sheet by its event and certificate; the certificate itself where nobody knows it.
std::string name_of_paper(
    const definitions& known,
    const std::string& event,
    const std::string& certificate,
    const std::string& language
);

} // namespace hotich
