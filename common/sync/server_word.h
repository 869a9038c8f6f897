// What the server says beside an answer, in headers of its own: how far the desk's clock is off,
// which certificate it will show next, and that the desk was shut out. The last two are worth
// nothing without the signature of the key that signs the feed, which the desk knows since its
// enrolment. Said by syncserver/routes, heard by desktop/sync, kept in the desk's register.
//
// Hotich-Clock-Skew: milliseconds             the time a request says minus the server's, when it
// arrived Hotich-Next-Certificate: SHA-256 signature  hex both; signed: "hotich-certificate-1\n"
// SHA-256 Hotich-Shut-Out: signature                  signed: "hotich-shut-out-1\n" office "\n"
// desk
#pragma once

#include "common/register/desk_register.h"

#include <optional>

namespace hotich {

inline constexpr const char* clock_skew_header = "Hotich-Clock-Skew";
inline constexpr const char* next_certificate_header = "Hotich-Next-Certificate";
inline constexpr const char* shut_out_header = "Hotich-Shut-Out";
/// Said by a desk that keeps it: the server may switch.
inline constexpr const char* known_certificate_header = "Hotich-Knows-Certificate";

/// From then on the clerk is told: the law counts days, and a clock that is wrong writes wrong
/// ones.
inline constexpr std::int64_t clock_warning_ms = 5ll * 60 * 1000;

struct server_word
{
    std::optional<std::int64_t> clock_skew_ms; ///< of this desk's clock; above 0: it is fast
    std::string certificate;                   ///< the fingerprint of the one the server showed
    std::string next_certificate;              ///< as its header says
    std::string shut_out;                      ///< as its header says

    bool operator==(const server_word&) const = default;
};

std::string next_certificate_word(const std::string& fingerprint, const signing_key& feed_key);
/// The fingerprint; corrupt_data: not this server's word.
result<std::string> announced_certificate(std::string_view word, const std::string& server_key);

std::string shut_out_word(
    const std::string& office, const std::string& desk, const signing_key& feed_key
);

/// As the server told last; 0 where it has not.
std::int64_t clock_skew_of(const desk_register& desk);

[[nodiscard]] inline bool is_clock_wrong(std::int64_t skew_ms)
{
    return skew_ms > clock_warning_ms || skew_ms < -clock_warning_ms;
}

/// Keeps what the server said. What is not signed as it should be changes nothing. not_allowed
/// "desk_shut_out": from now on only the province opens this register.
status take_word(desk_register& desk, const server_word& word);

} // namespace hotich
