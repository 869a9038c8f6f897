// How a desk proves that a request is its own: a signature over the request itself in the
// Authorization header, so that nothing secret travels and a copied header is worth nothing for
// another body. Written by the desk's network client, read by hotich-server.
//
// signed   "hotich-request-1\n" METHOD " " path "\n" at "\n" nonce "\n" SHA-256 of the body as
// sent, hex header   Hotich desk="…", at=milliseconds, nonce="…", signature="hex"
#pragma once

#include "common/crypto/crypto.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hotich {

inline constexpr std::size_t max_authorization_bytes = 1024;

/// What is signed of a request. The views must outlive the call they are given to.
struct request_facts
{
    std::string_view method;
    std::string_view path; ///< as in the request line
    std::int64_t at_ms = 0;
    std::string_view nonce; ///< 8 to 64 letters, digits, '-' or '_': never used twice by a desk
    std::string_view body;  ///< as sent, compressed where it is sent compressed
};

struct request_authorization
{
    std::string desk;
    std::int64_t at_ms = 0;
    std::string nonce;
    std::string signature;
};

/// The text that the desk's key signs.
std::string request_message(const request_facts& request);

/// The value of the Authorization header.
std::string authorization_header(
    std::string_view desk, const request_facts& request, const signing_key& key
);

/// invalid_input where it is no header of ours.
result<request_authorization> parse_authorization(std::string_view header);

} // namespace hotich
