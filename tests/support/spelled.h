// Numbers in names: a name has no digits. Used by tests that need many people.
#pragma once

#include <array>
#include <string>

namespace hotich::test {

/// 42: "Bốn Hai".
inline std::string spelled(int number)
{
    constexpr std::array words{
        "Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"};
    std::string out;
    for (const char digit : std::to_string(number))
        out += (out.empty() ? "" : " ") + std::string(words.at(std::size_t(digit - '0')));
    return out;
}

} // namespace hotich::test
