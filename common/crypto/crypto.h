// The few cryptographic acts of the project, each one call of libsodium: hashing (of OpenSSL, which
// uses the processor's own instructions), signing, wrapping a key with a password, and text forms
// of bytes. No algorithm is written here. Used by records
// (chains), register (keys), sync.
#pragma once

#include "common/base/random_source.h"
#include "common/base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hotich {

/// Must be called once before anything else of this header; false where the library cannot work.
bool start_crypto();

/// The operating system's generator.
class system_random final : public random_source
{
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// SHA-256 as 64 lower-case hex digits: how hashes travel and are stored.
std::string sha256_hex(std::string_view bytes);

/// Ed25519 keys and signatures as hex text.
struct signing_key
{
    std::string public_hex;
    std::string secret_hex;
};

signing_key new_signing_key(random_source& random);
std::string sign_hex(std::string_view message, const signing_key& key);
bool is_signed_by(
    std::string_view message, std::string_view signature_hex, std::string_view public_hex
);

inline constexpr std::size_t secret_key_bytes = 32;

/// Overwritten so that no compiler leaves it out.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);

/// A 32-byte symmetric key, such as the key of a register. Wiped when it goes.
struct secret_key : std::array<std::uint8_t, secret_key_bytes>
{
    secret_key() : array{} {}

    explicit secret_key(const std::array<std::uint8_t, secret_key_bytes>& bytes) : array(bytes) {}

    secret_key(const secret_key&) = default;
    secret_key& operator=(const secret_key&) = default;

    ~secret_key() { wipe(*this); }
};

/// A key that stands as long as a register is open: in memory that is not swapped out where the
/// system grants that, between guard pages, wiped with its last holder.
class kept_key
{
public:
    explicit kept_key(const secret_key& key);

    const secret_key& operator*() const { return *m_key; }

private:
    std::shared_ptr<const secret_key> m_key;
};

secret_key new_secret_key(random_source& random);
std::string to_hex(std::span<const std::uint8_t> bytes);
/// invalid_input where it is not hex.
result<std::string> bytes_of_hex(std::string_view hex);
result<secret_key> secret_key_of_hex(std::string_view hex);
/// The pair that grows from a secret: the same again and again.
signing_key signing_key_of(const secret_key& seed);

/// How dear a password guess is; the numbers are stored beside what they protect.
struct password_cost
{
    std::uint64_t operations = 3;
    std::uint64_t memory_bytes = 64u * 1024u * 1024u;

    bool operator==(const password_cost&) const = default;
};

inline constexpr std::uint64_t max_password_operations = 32;
inline constexpr std::uint64_t max_password_memory_bytes = 1024u * 1024u * 1024u;

/// A key encrypted under a password: Argon2id, then XChaCha20-Poly1305. All fields hex but the
/// costs.
struct wrapped_key
{
    std::string salt;
    std::string nonce;
    std::string cipher;
    password_cost cost;

    bool operator==(const wrapped_key&) const = default;
};

result<wrapped_key> wrap_key(
    const secret_key& key, std::string_view password, random_source& random, password_cost cost
);

/// wrong_key where the password is not the one; corrupt_data where a part is damaged or its cost is
/// absurd.
result<secret_key> unwrap_key(const wrapped_key& wrapped, std::string_view password);

/// An Argon2id hash of a password that carries its own salt and cost: for accounts that only sign
/// in.
result<std::string> password_hash(std::string_view password, password_cost cost);
bool is_password_of(std::string_view password, const std::string& hash);

/// Crockford's base 32 (no I, L, O, U): for codes that a person reads out or types.
std::string to_base32(std::span<const std::uint8_t> bytes);
/// Case, dashes and spaces do not matter; O is 0, I and L are 1. Nothing where another sign stands.
result<std::string> bytes_of_base32(std::string_view text);

} // namespace hotich
