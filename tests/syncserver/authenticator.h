// The phone of one who signs in with a second factor: reads the address that was told once, gives
// the six digits of a time. Used by the tests of sessions, at the API and in the window.
#pragma once

#include "syncserver/services/second_factor.h"
#include "tests/support/small_world.h"

namespace hotich::test {

/// The secret of an otpauth address, back to bytes.
inline std::string secret_in(const std::string& uri)
{
    const auto begin = uri.find("secret=") + 7;
    const std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char c : uri.substr(begin, uri.find('&', begin) - begin)) {
        buffer = (buffer << 5u) | static_cast<unsigned>(letters.find(c));
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        out.push_back(static_cast<char>((buffer >> bits) & 0xffu));
    }
    return out;
}

/// `later` counts steps; "" for who has no second factor.
inline std::string code_at(const std::string& uri, instant at, int later = 0)
{
    if (uri.empty()) return {};
    return must(second_factor_code(secret_in(uri), at.ms / second_factor_step_ms + later));
}

} // namespace hotich::test
