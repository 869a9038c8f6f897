// The practice's register: a file of its own in a folder of its own, with made-up people and blocks
// of numbers, so that entries get their numbers and papers are printed although no server is
// there. Nothing of it ever goes anywhere. Used by --practice.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// Opens the register, or makes it: an office with a week's births, numbers of every book.
result<std::unique_ptr<desk_register>> open_practice_desk(
    const std::string& file, const definitions& known, random_source& random, instant now
);

/// What somebody who practises has done himself, by the names of practice_guide's steps.
result<std::vector<std::string>> done_in_practice(desk_register& desk);

} // namespace hotich
