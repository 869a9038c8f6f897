#include "common/crypto/crypto.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hotich {

namespace {

using bytes = std::vector<std::uint8_t>;

const std::uint8_t* data_of(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

/// Exactly `size` bytes of hex, or nothing.
bytes of_hex(std::string_view hex, std::size_t size)
{
    bytes out(size);
    std::size_t written = 0;
    const char* end = nullptr;
    const int failed =
        sodium_hex2bin(out.data(), out.size(), hex.data(), hex.size(), nullptr, &written, &end);
    if (failed != 0 || written != size || end != hex.data() + hex.size()) return {};
    return out;
}

/// What stands beside a wrapped key may be damaged: it must neither hang the program nor eat the
/// PC's memory.
bool is_sane(const password_cost& cost)
{
    return cost.operations >= crypto_pwhash_OPSLIMIT_MIN
        && cost.operations <= max_password_operations
        && cost.memory_bytes >= crypto_pwhash_MEMLIMIT_MIN
        && cost.memory_bytes <= max_password_memory_bytes;
}

result<secret_key> key_of_password(std::string_view password, const bytes& salt, password_cost cost)
{
    secret_key key{};
    const int failed = crypto_pwhash(
        key.data(),
        key.size(),
        password.data(),
        password.size(),
        salt.data(),
        cost.operations,
        cost.memory_bytes,
        crypto_pwhash_ALG_ARGON2ID13
    );
    if (failed != 0) return failure{failure_code::busy, "not enough memory to derive a key"};
    return key;
}

constexpr std::string_view base32_digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

void wipe(std::string& text) { sodium_memzero(text.data(), text.size()); }

kept_key::kept_key(const secret_key& key)
{
    // libsodium's allocation fails where the limit of locked memory is spent: a key that may be
    // swapped out is better than a register that does not open.
    auto* const locked = static_cast<secret_key*>(sodium_malloc(sizeof(secret_key)));
    if (locked == nullptr) {
        m_key = std::make_shared<secret_key>(key);
        return;
    }
    new (locked) secret_key(key);
    sodium_mprotect_readonly(locked);
    m_key = {locked, [](const secret_key* one) { sodium_free(const_cast<secret_key*>(one)); }};
}

bool start_crypto() { return sodium_init() >= 0; }

void system_random::fill(std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); }

std::string to_hex(std::span<const std::uint8_t> in)
{
    std::string hex(in.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), in.data(), in.size());
    hex.pop_back();
    return hex;
}

std::string sha256_hex(std::string_view text)
{
    static const auto* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    const int done = EVP_Digest(text.data(), text.size(), hash.data(), nullptr, sha256, nullptr);
    // An installation of OpenSSL may be set up to know no SHA-256.
    if (done != 1) crypto_hash_sha256(hash.data(), data_of(text), text.size());
    return to_hex(hash);
}

signing_key new_signing_key(random_source& random)
{
    return signing_key_of(new_secret_key(random));
}

signing_key signing_key_of(const secret_key& seed)
{
    static_assert(secret_key_bytes == crypto_sign_SEEDBYTES);
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> public_key{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
    signing_key key{to_hex(public_key), to_hex(secret)};
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::string sign_hex(std::string_view message, const signing_key& key)
{
    const auto secret = of_hex(key.secret_hex, crypto_sign_SECRETKEYBYTES);
    if (secret.empty()) return {};
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(
        signature.data(), nullptr, data_of(message), message.size(), secret.data()
    );
    return to_hex(signature);
}

bool is_signed_by(
    std::string_view message, std::string_view signature_hex, std::string_view public_hex
)
{
    const auto signature = of_hex(signature_hex, crypto_sign_BYTES);
    const auto public_key = of_hex(public_hex, crypto_sign_PUBLICKEYBYTES);
    if (signature.empty() || public_key.empty()) return false;
    return crypto_sign_verify_detached(
               signature.data(), data_of(message), message.size(), public_key.data()
           )
        == 0;
}

secret_key new_secret_key(random_source& random)
{
    secret_key key{};
    random.fill(key);
    return key;
}

result<std::string> bytes_of_hex(std::string_view hex)
{
    std::string out(hex.size() / 2, '\0');
    std::size_t written = 0;
    const int failed = sodium_hex2bin(
        reinterpret_cast<std::uint8_t*>(out.data()),
        out.size(),
        hex.data(),
        hex.size(),
        nullptr,
        &written,
        nullptr
    );
    if (failed != 0 || written * 2 != hex.size())
        return failure{failure_code::invalid_input, "hex digits are expected"};
    return out;
}

result<secret_key> secret_key_of_hex(std::string_view hex)
{
    const auto raw = of_hex(hex, 32);
    if (raw.empty())
        return failure{failure_code::corrupt_data, "a key of 64 hex digits is expected"};
    secret_key key{};
    std::copy(raw.begin(), raw.end(), key.begin());
    return key;
}

result<wrapped_key> wrap_key(
    const secret_key& key, std::string_view password, random_source& random, password_cost cost
)
{
    bytes salt(crypto_pwhash_SALTBYTES);
    bytes nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    random.fill(salt);
    random.fill(nonce);
    TRY(const auto wrapping, key_of_password(password, salt, cost));
    bytes cipher(key.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        cipher.data(),
        nullptr,
        key.data(),
        key.size(),
        nullptr,
        0,
        nullptr,
        nonce.data(),
        wrapping.data()
    );
    return wrapped_key{to_hex(salt), to_hex(nonce), to_hex(cipher), cost};
}

result<secret_key> unwrap_key(const wrapped_key& wrapped, std::string_view password)
{
    const auto salt = of_hex(wrapped.salt, crypto_pwhash_SALTBYTES);
    const auto nonce = of_hex(wrapped.nonce, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const auto cipher = of_hex(wrapped.cipher, 32 + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    if (salt.empty() || nonce.empty() || cipher.empty() || !is_sane(wrapped.cost))
        return failure{failure_code::corrupt_data, "the wrapped key is damaged"};
    TRY(const auto wrapping, key_of_password(password, salt, wrapped.cost));
    secret_key key{};
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        key.data(),
        nullptr,
        nullptr,
        cipher.data(),
        cipher.size(),
        nullptr,
        0,
        nonce.data(),
        wrapping.data()
    );
    if (failed != 0) return failure{failure_code::wrong_key, "wrong password"};
    return key;
}

result<std::string> password_hash(std::string_view password, password_cost cost)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(
        text.data(),
        password.data(),
        password.size(),
        cost.operations,
        cost.memory_bytes,
        crypto_pwhash_ALG_ARGON2ID13
    );
    if (failed != 0)
        return failure{failure_code::storage_unavailable, "not enough memory to hash the password"};
    return std::string(text.data());
}

bool is_password_of(std::string_view password, const std::string& hash)
{
    return hash.size() < crypto_pwhash_STRBYTES
        && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string to_base32(std::span<const std::uint8_t> in)
{
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const auto byte : in) {
        buffer = buffer << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            out.push_back(base32_digits.at(buffer >> (bits - 5) & 31u));
    }
    if (bits > 0) out.push_back(base32_digits.at(buffer << (5 - bits) & 31u));
    return out;
}

result<std::string> bytes_of_base32(std::string_view text)
{
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (char c : text) {
        if (c == '-' || c == ' ') continue;
        c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        c = c == 'O' ? '0' : (c == 'I' || c == 'L') ? '1' : c;
        const auto digit = base32_digits.find(c);
        if (digit == std::string_view::npos)
            return failure{failure_code::invalid_input, "not a letter of a code"};
        buffer = buffer << 5 | static_cast<std::uint32_t>(digit);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<char>(buffer >> bits & 0xffu));
        }
    }
    return out;
}

} // namespace hotich
