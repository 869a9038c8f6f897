// Births of made-up people, as many as wanted, all lawful and all different: for benchmarks and
// large registers.
#pragma once

#include "common/base/json.h"

namespace hotich::test {

/// The n-th birth; the same n gives the same birth. Names have the frequencies of
/// tests/data/names_vi.json.
json::object made_birth(int n);

/// The child's, mother's and father's names of the n-th birth.
struct made_names
{
    std::string child;
    std::string mother;
    std::string father;
};

made_names names_of(int n);

} // namespace hotich::test
