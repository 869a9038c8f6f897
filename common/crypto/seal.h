// Sealing what travels by hand to the one who may read it: every file gets a key of its own, boxed
// to the receiver, and its pieces are one encrypted stream that cannot be cut, reordered or mixed.
// Desks and servers have Ed25519 keys only; libsodium makes the X25519 keys out of them. The
// library draws the fresh keys itself: two files must never share one. Used by sync/bundle.
#pragma once

#include "common/crypto/crypto.h"

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// What a piece grows by.
inline constexpr std::size_t sealed_piece_overhead = 17;

struct sealed_pieces
{
    std::string key_box;     ///< hex: the stream's key, for the receiver only
    std::string stream_head; ///< hex
    std::vector<std::string> pieces;
};

/// `bound_to` must be told again, byte for byte, by the one who opens; it is not hidden.
/// invalid_input where there is no piece; corrupt_data where the key is none.
result<sealed_pieces> seal_pieces(
    const std::vector<std::string>& pieces,
    std::string_view bound_to,
    std::string_view receiver_public_hex
);

/// wrong_key: sealed to somebody else; corrupt_data: cut, changed, or bound to something else.
result<std::vector<std::string>> open_pieces(
    const sealed_pieces& sealed, std::string_view bound_to, const signing_key& receiver
);

// --- content that stands apart from the one who may read it: a key for each, told elsewhere

/// What content grows by.
inline constexpr std::size_t sealed_content_overhead = 40;

/// XChaCha20-Poly1305 with a nonce of its own in front.
std::string seal_content(std::string_view content, const secret_key& key, random_source& random);
/// corrupt_data: cut, changed, or sealed with another key.
result<std::string> open_content(std::string_view sealed, const secret_key& key);

// --- a key for one receiver

/// Hex; only the holder of the receiver's secret key opens it. corrupt_data: the receiver's key is
/// none.
result<std::string> box_key(const secret_key& key, std::string_view receiver_public_hex);
/// wrong_key: for another receiver, or changed; corrupt_data: no box.
result<secret_key> open_box(std::string_view box_hex, const signing_key& receiver);

/// Names a public key in the open without being one: 16 hex digits.
std::string key_id(std::string_view public_hex);

} // namespace hotich
