#include "common/sync/enrol_code.h"

#include "common/crypto/crypto.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t secret_bytes = 10;
constexpr std::size_t fingerprint_bytes = 16;
constexpr std::size_t code_letters = 42; ///< 26 bytes, 5 bits a letter
constexpr std::size_t group_letters = 5;
constexpr std::size_t max_typed_letters = 200;

std::span<const std::uint8_t> bytes_of(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

bool is_separator(char c) { return c == '-' || c == ' '; }

std::string in_groups(std::string_view letters)
{
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (i > 0 && i % group_letters == 0) out.push_back('-');
        out.push_back(letters[i]);
    }
    return out;
}

} // namespace

result<std::string> make_enrol_code(
    std::string_view secret_base32, std::string_view certificate_sha256_hex
)
{
    TRY(const auto secret, bytes_of_base32(secret_base32));
    TRY(const auto fingerprint, secret_key_of_hex(certificate_sha256_hex));
    if (secret.size() != secret_bytes)
        return failure{failure_code::invalid_input, "not a secret of an enrolment code"};
    const auto prefix = std::span(fingerprint).first(fingerprint_bytes);
    const auto all = secret + std::string(prefix.begin(), prefix.end());
    return in_groups(to_base32(bytes_of(all)));
}

result<enrol_code_parts> parse_enrol_code(std::string_view code)
{
    const auto wrong_length =
        failure{failure_code::invalid_input, "an enrolment code has 42 letters and digits"};
    if (code.size() > max_typed_letters) return wrong_length;
    const auto separators = std::count_if(code.begin(), code.end(), is_separator);
    if (code.size() - static_cast<std::size_t>(separators) != code_letters) return wrong_length;
    TRY(const auto all, bytes_of_base32(code));
    const auto bytes = bytes_of(all);
    return enrol_code_parts{
        to_base32(bytes.first(secret_bytes)),
        to_hex(bytes.subspan(secret_bytes, fingerprint_bytes))};
}

bool is_certificate_of(const enrol_code_parts& code, std::string_view certificate_sha256_hex)
{
    return certificate_sha256_hex.size() == 64
        && code.fingerprint_prefix_hex.size() == 2 * fingerprint_bytes
        && certificate_sha256_hex.starts_with(code.fingerprint_prefix_hex);
}

} // namespace hotich
