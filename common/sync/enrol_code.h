// The code that a person reads out or types to enrol a desk: a one-time secret and the beginning of
// the fingerprint of the server's certificate, so that a wrong server is known before it learns
// anything. Made by hotich-server, read by the desk.
//
// code   base 32 of (10 bytes of secret, first 16 bytes of the certificate's SHA-256), a dash after
// every 5 letters
#pragma once

#include "common/base/result.h"

#include <string>
#include <string_view>

namespace hotich {

struct enrol_code_parts
{
    std::string secret;                 ///< base 32, as the server gave it out and wants it back
    std::string fingerprint_prefix_hex; ///< 32 lower-case digits
};

/// invalid_input where the parts are not a secret of a host and a SHA-256.
result<std::string> make_enrol_code(
    std::string_view secret_base32, std::string_view certificate_sha256_hex
);

/// Case, dashes and spaces do not matter. invalid_input: a letter is missing, too many or no letter
/// of a code.
result<enrol_code_parts> parse_enrol_code(std::string_view code);

/// Whether a certificate is the one the code was made for.
bool is_certificate_of(const enrol_code_parts& code, std::string_view certificate_sha256_hex);

} // namespace hotich
