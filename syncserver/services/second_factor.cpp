#include "syncserver/services/second_factor.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>

namespace hotich {

namespace {

constexpr unsigned digits = 6;
constexpr std::string_view base32_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648

std::string base32_of(std::string_view bytes)
{
    std::string out;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        buffer = (buffer << 8u) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5)
            out.push_back(base32_letters.at((buffer >> (bits - 5)) & 31u));
    }
    if (bits > 0) out.push_back(base32_letters.at((buffer << (5 - bits)) & 31u));
    return out;
}

} // namespace

std::string new_second_factor(random_source& random)
{
    std::array<std::uint8_t, second_factor_bytes> secret{};
    random.fill(secret);
    return {secret.begin(), secret.end()};
}

std::string second_factor_uri(std::string_view secret, std::string_view account_name)
{
    return "otpauth://totp/Hotich:" + std::string(account_name) + "?secret=" + base32_of(secret)
        + "&issuer=Hotich";
}

result<std::string> second_factor_code(std::string_view secret, std::int64_t step)
{
    std::array<char, digits + 1> code{};
    const int failed = oath_hotp_generate(
        secret.data(),
        secret.size(),
        static_cast<std::uint64_t>(step),
        digits,
        false,
        OATH_HOTP_DYNAMIC_TRUNCATION,
        code.data()
    );
    if (failed != OATH_OK)
        return failure{failure_code::corrupt_data, "the second factor is damaged"};
    return std::string(code.data());
}

result<std::int64_t> step_of_code(
    std::string_view secret, std::string_view code, instant now, std::int64_t last_step
)
{
    const failure wrong{failure_code::wrong_key, "the code is not right"};
    if (code.size() != digits) return wrong;
    const auto present = now.ms / second_factor_step_ms;
    for (const auto step : {present, present - 1, present + 1}) {
        TRY(const auto right, second_factor_code(secret, step));
        if (step > last_step && sodium_memcmp(right.data(), code.data(), digits) == 0) return step;
    }
    return wrong;
}

} // namespace hotich
