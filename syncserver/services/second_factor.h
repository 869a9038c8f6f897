// The second factor of people with rights above an office: six digits of a secret that their phone
// keeps (TOTP, RFC 6238; 30 s, SHA-1, as every authenticator program has it). Made and checked with
// liboath. Used by services/account_service and the server's commands.
#pragma once

#include "common/base/instant.h"
#include "common/base/random_source.h"
#include "common/base/result.h"

#include <string>
#include <string_view>

namespace hotich {

inline constexpr std::size_t second_factor_bytes = 20;
inline constexpr std::int64_t second_factor_step_ms = 30'000;

/// A secret, as bytes.
std::string new_second_factor(random_source& random);

/// What the phone reads: otpauth://totp/…
std::string second_factor_uri(std::string_view secret, std::string_view account_name);

/// The digits of a time step; for tests and for the check.
result<std::string> second_factor_code(std::string_view secret, std::int64_t step);

/// The step a code is of: that of now, one before or one after; wrong_key where it is of none, or
/// of one that is not after `last_step`.
result<std::int64_t> step_of_code(
    std::string_view secret, std::string_view code, instant now, std::int64_t last_step
);

} // namespace hotich
