// The practice's register: a file of its own in a folder of its own, with made-up people, blocks of
// numbers, an entry that is held and one that was rejected. Beside it the store of a made-up
// server, which decides what is written there as the real one does. Nothing of it ever goes
// anywhere. Used by practice_line and practice_guide.
#pragma once

#include "desktop/app/sample_world.h"

namespace hotich {

/// Both are used on one thread.
struct practice
{
    std::unique_ptr<sample_world> server;
    std::unique_ptr<desk_register> desk;
};

/// Opens register and server, or makes them: an office with a week's births, numbers of every book.
result<practice> open_practice(
    const std::string& file, const definitions& known, random_source& random, instant now
);

/// What somebody who practises has done himself, by the names of practice_guide's steps. Nothing in
/// a register that is not the practice's.
result<std::vector<std::string>> done_in_practice(desk_register& desk);

} // namespace hotich
