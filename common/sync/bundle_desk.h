// The desk's side of the courier: writes all its undecided work into a bundle, takes in the bundle
// that answers. An answer twice, late or out of order changes nothing that is known. Used by
// `hotich bundle` and the simulation.
#pragma once

#include "common/register/desk_register.h"
#include "common/sync/bundle.h"
#include "common/sync/desk_exchange.h"

namespace hotich {

/// A bundle that is made and not yet written.
struct desk_bundle
{
    bundle_label label;
    std::string file;
    std::int64_t operations = 0;
    std::int64_t left = 0; ///< undecided ones that did not fit: they go with the next
};

/// not_allowed: the desk is not enrolled.
result<desk_bundle> pack_for_server(desk_register& desk, instant now, bundle_limits limits = {});

/// What the failure of a bundle is called that the server made before it was put back.
inline constexpr const char* before_restoration = "before_restoration";

struct taken_answer
{
    bundle_label label;
    exchange_report report; ///< of all its messages
    bool was_known = false; ///< nothing in it was new
    bool more = false;      ///< the server had more than one bundle holds
    /// The server was put back to an older copy: the next bundle tells it what this desk has seen,
    /// and shows it what it had signed.
    bool must_show = false;
};

/// Everything in it is proved before anything is changed; then each of its messages is one
/// transaction, as over the line. not_allowed: it is for another desk, or no answer of this desk's
/// server; corrupt_data: it was changed, or tells another history than this desk's; conflict: what
/// it follows on has not arrived here (the detail says which revisions are missing), or
/// before_restoration.
result<taken_answer> take_in_bundle(
    desk_register& desk, std::string_view file, instant now, bundle_limits limits = {}
);

} // namespace hotich
