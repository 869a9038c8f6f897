// The proof that a register has all of its office: every desk's chain from its first operation to
// the last that the server knows, every entry of the feed up to a head that the server has signed,
// and a fold that is what folding all of it gives. For a PC that takes another one's place. Used by
// `hotich prove-complete`.
#pragma once

#include "common/register/desk_register.h"
#include "common/register/verify.h"

namespace hotich {

/// A desk's operations, by the feed.
struct desk_share
{
    std::string desk;
    std::int64_t last = 0; ///< the number of the last one that the server has decided
    std::int64_t here = 0; ///< how many of them are here
};

struct completeness
{
    feed_head head;                   ///< of the feed, as it is here
    std::int64_t signed_revision = 0; ///< the last one with the server's signature
    bool is_signed = false;           ///< and it holds for what is here
    std::string fold;                 ///< a hash of every record; the same on every desk
    std::vector<desk_share> desks;
    std::int64_t undecided = 0; ///< of this desk: not sent, or not answered
    std::vector<verify_problem> problems;
};

result<completeness> prove_completeness(desk_register& desk);

/// Nothing is missing of a feed that the server says goes to this revision.
bool is_complete(const completeness& proof, std::int64_t feed_revision);

} // namespace hotich
