#include "common/base/ids.h"

#include <array>

namespace hotich {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

bool is_dash_position(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

using uuid_bytes = std::array<std::uint8_t, 16>;

/// With the time, the version and the variant in their places.
std::string to_text(uuid_bytes bytes, instant when)
{
    const auto ms = static_cast<std::uint64_t>(when.ms);
    for (std::size_t i = 0; i < 6; ++i)
        bytes.at(i) = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text.push_back('-');
        text.push_back(hex_digits.at(bytes.at(i) >> 4));
        text.push_back(hex_digits.at(bytes.at(i) & 0x0f));
    }
    return text;
}

} // namespace

std::uint64_t random_source::below(std::uint64_t bound)
{
    std::array<std::uint8_t, 8> bytes{};
    fill(bytes);
    std::uint64_t value = 0;
    for (const auto byte : bytes)
        value = value << 8 | byte;
    return value % bound;
}

std::string new_uuid(instant now, random_source& random)
{
    uuid_bytes bytes{};
    random.fill(bytes);
    return to_text(bytes, now);
}

std::string first_uuid_of(instant when) { return to_text({}, when); }

bool is_uuid(std::string_view text)
{
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ok = is_dash_position(i) ? text[i] == '-'
                                            : hex_digits.find(text[i]) != std::string_view::npos;
        if (!ok) return false;
    }
    return true;
}

} // namespace hotich
