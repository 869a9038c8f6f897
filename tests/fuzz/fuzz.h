// A fuzzer: one parser that sees foreign bytes. The preset "fuzz" builds each with libFuzzer (./dev
// fuzz); every other build runs it once over the bytes that are kept in corpus/NAME and over what
// the schemas hold, so that a crash that was found stays found.
#pragma once

#include <cstdint>
#include <string_view>

/// What each file of this folder defines. Returning is all that is asked: whatever the bytes are,
/// nothing crashes, hangs or reads beyond them.
void take(std::string_view bytes);
