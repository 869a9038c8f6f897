#include "common/crypto/seal.h"

#include <sodium.h>

namespace hotich {

namespace {

static_assert(sealed_piece_overhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(secret_key_bytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(
    sealed_content_overhead
    == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES
);

using public_bytes = std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES>;
using box_public = std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES>;
using stream_head = std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;
using key_box = std::array<std::uint8_t, secret_key_bytes + crypto_box_SEALBYTES>;
using content_nonce = std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;
using stream_state = crypto_secretstream_xchacha20poly1305_state;

constexpr unsigned char last_piece = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
constexpr unsigned char some_piece = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

const std::uint8_t* data_of(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::uint8_t* data_of(std::string& text) { return reinterpret_cast<std::uint8_t*>(text.data()); }

template <std::size_t Size>
bool read_hex(std::string_view hex, std::array<std::uint8_t, Size>& out)
{
    std::size_t written = 0;
    return hex.size() == 2 * Size
        && sodium_hex2bin(
               out.data(), out.size(), hex.data(), hex.size(), nullptr, &written, nullptr
           )
        == 0
        && written == Size;
}

failure damaged(const char* what) { return {failure_code::corrupt_data, what}; }

result<box_public> box_public_of(std::string_view public_hex)
{
    public_bytes signing{};
    box_public out{};
    if (!read_hex(public_hex, signing)
        || crypto_sign_ed25519_pk_to_curve25519(out.data(), signing.data()) != 0)
        return damaged("the receiver's key is no key");
    return out;
}

/// Wiped when it goes.
struct box_secret
{
    box_secret() = default;
    box_secret(const box_secret&) = delete;
    box_secret& operator=(const box_secret&) = delete;

    ~box_secret() { sodium_memzero(bytes.data(), bytes.size()); }

    bool take(std::string_view secret_hex)
    {
        std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> signing{};
        const bool ok = read_hex(secret_hex, signing)
            && crypto_sign_ed25519_sk_to_curve25519(bytes.data(), signing.data()) == 0;
        sodium_memzero(signing.data(), signing.size());
        return ok;
    }

    std::array<std::uint8_t, crypto_box_SECRETKEYBYTES> bytes{};
};

std::string sealed_piece(
    stream_state& state, std::string_view piece, std::string_view bound_to, unsigned char tag
)
{
    std::string out(piece.size() + sealed_piece_overhead, '\0');
    crypto_secretstream_xchacha20poly1305_push(
        &state,
        data_of(out),
        nullptr,
        data_of(piece),
        piece.size(),
        data_of(bound_to),
        bound_to.size(),
        tag
    );
    return out;
}

result<std::string> opened_piece(
    stream_state& state, std::string_view piece, std::string_view bound_to, unsigned char tag
)
{
    if (piece.size() < sealed_piece_overhead) return damaged("a sealed piece is too short");
    std::string out(piece.size() - sealed_piece_overhead, '\0');
    unsigned char found = 0;
    const int failed = crypto_secretstream_xchacha20poly1305_pull(
        &state,
        data_of(out),
        nullptr,
        &found,
        data_of(piece),
        piece.size(),
        data_of(bound_to),
        bound_to.size()
    );
    if (failed != 0 || found != tag) return damaged("a sealed piece was changed, cut or moved");
    return out;
}

} // namespace

result<sealed_pieces> seal_pieces(
    const std::vector<std::string>& pieces,
    std::string_view bound_to,
    std::string_view receiver_public_hex
)
{
    if (pieces.empty()) return failure{failure_code::invalid_input, "there is nothing to seal"};
    secret_key key;
    crypto_secretstream_xchacha20poly1305_keygen(key.data());
    TRY(auto box, box_key(key, receiver_public_hex));
    stream_head head{};
    stream_state state{};
    const int failed =
        crypto_secretstream_xchacha20poly1305_init_push(&state, head.data(), key.data());
    if (failed != 0) return damaged("the stream cannot be begun");
    sealed_pieces out{std::move(box), to_hex(head), {}};
    for (const auto& piece : pieces)
        out.pieces.push_back(
            sealed_piece(state, piece, bound_to, &piece == &pieces.back() ? last_piece : some_piece)
        );
    sodium_memzero(&state, sizeof state);
    return out;
}

result<std::vector<std::string>> open_pieces(
    const sealed_pieces& sealed, std::string_view bound_to, const signing_key& receiver
)
{
    stream_head head{};
    if (sealed.pieces.empty() || !read_hex(sealed.stream_head, head))
        return damaged("the seal is damaged");
    TRY(auto key, open_box(sealed.key_box, receiver));
    stream_state state{};
    const int failed =
        crypto_secretstream_xchacha20poly1305_init_pull(&state, head.data(), key.data());
    if (failed != 0) return damaged("the seal is damaged");
    std::vector<std::string> out;
    for (const auto& piece : sealed.pieces) {
        const auto tag = &piece == &sealed.pieces.back() ? last_piece : some_piece;
        TRY(auto opened, opened_piece(state, piece, bound_to, tag));
        out.push_back(std::move(opened));
    }
    sodium_memzero(&state, sizeof state);
    return out;
}

std::string seal_content(std::string_view content, const secret_key& key, random_source& random)
{
    content_nonce nonce{};
    random.fill(nonce);
    std::string out(nonce.begin(), nonce.end());
    out.resize(content.size() + sealed_content_overhead);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        data_of(out) + nonce.size(),
        nullptr,
        data_of(content),
        content.size(),
        nullptr,
        0,
        nullptr,
        nonce.data(),
        key.data()
    );
    return out;
}

result<std::string> open_content(std::string_view sealed, const secret_key& key)
{
    if (sealed.size() < sealed_content_overhead) return damaged("the sealed content is too short");
    const auto cipher = sealed.substr(content_nonce().size());
    std::string out(sealed.size() - sealed_content_overhead, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        data_of(out),
        nullptr,
        nullptr,
        data_of(cipher),
        cipher.size(),
        nullptr,
        0,
        data_of(sealed),
        key.data()
    );
    if (failed != 0) return damaged("the sealed content was changed, or is another's");
    return out;
}

result<std::string> box_key(const secret_key& key, std::string_view receiver_public_hex)
{
    TRY(const auto receiver, box_public_of(receiver_public_hex));
    key_box box{};
    if (crypto_box_seal(box.data(), key.data(), key.size(), receiver.data()) != 0)
        return damaged("the receiver's key cannot be sealed to");
    return to_hex(box);
}

result<secret_key> open_box(std::string_view box_hex, const signing_key& receiver)
{
    key_box box{};
    if (!read_hex(box_hex, box)) return damaged("the box of a key is damaged");
    TRY(const auto public_key, box_public_of(receiver.public_hex));
    box_secret secret;
    if (!secret.take(receiver.secret_hex)) return damaged("the receiver's secret key is no key");
    secret_key key{};
    if (crypto_box_seal_open(
            key.data(), box.data(), box.size(), public_key.data(), secret.bytes.data()
        )
        != 0)
        return failure{failure_code::wrong_key, "for another receiver, or changed"};
    return key;
}

std::string key_id(std::string_view public_hex)
{
    return sha256_hex("hotich-key-1\n" + std::string(public_hex)).substr(0, 16);
}

} // namespace hotich
