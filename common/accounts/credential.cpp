#include "common/accounts/credential.h"

#include "common/accounts/password_guesses.h"

#include <array>

namespace hotich {

namespace {

/// Of guesses, as a power of ten: an online guesser is slowed to far fewer in a lifetime, and
/// Argon2id makes each offline one dear.
constexpr double least_guesses = 9;
constexpr std::size_t max_estimated_bytes = 64; ///< the estimate's time grows with the square
constexpr std::size_t group_letters = 4;

/// Letters, not bytes, of UTF-8.
std::size_t letters_of(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return count;
}

result<secret_key> seed_of(const credential& held, std::string_view password)
{
    TRY(const auto seed, unwrap_key(held.secret, password));
    if (signing_key_of(seed).public_hex != held.public_key)
        return failure{failure_code::corrupt_data, "the pair of an account does not fit"};
    return seed;
}

} // namespace

json::object to_json(const wrapped_key& wrapped)
{
    return {
        {"salt", wrapped.salt},
        {"nonce", wrapped.nonce},
        {"cipher", wrapped.cipher},
        {"operations", static_cast<std::int64_t>(wrapped.cost.operations)},
        {"memory_bytes", static_cast<std::int64_t>(wrapped.cost.memory_bytes)}};
}

result<wrapped_key> parse_wrapped_key(const json::object& source)
{
    wrapped_key out;
    TRY(out.salt, string_member(source, "salt"));
    TRY(out.nonce, string_member(source, "nonce"));
    TRY(out.cipher, string_member(source, "cipher"));
    TRY(const auto operations, integer_member(source, "operations"));
    TRY(const auto memory, integer_member(source, "memory_bytes"));
    out.cost = {static_cast<std::uint64_t>(operations), static_cast<std::uint64_t>(memory)};
    return out;
}

json::object credential::to_json() const
{
    json::object out{
        {"public", public_key},
        {"secret", hotich::to_json(secret)},
        {"generation", generation},
    };
    if (must_change) out["must_change"] = true;
    return out;
}

result<credential> parse_credential(const json::object& source)
{
    credential out;
    TRY(out.public_key, string_member(source, "public"));
    if (!secret_key_of_hex(out.public_key))
        return failure{failure_code::invalid_input, "member \"public\" must have 64 hex digits"};
    const auto* secret = object_at(source, "secret");
    if (secret == nullptr)
        return failure{failure_code::invalid_input, "member \"secret\" must be an object"};
    TRY(out.secret, parse_wrapped_key(*secret));
    TRY(out.generation, integer_member(source, "generation"));
    const auto* must_change = source.if_contains("must_change");
    out.must_change = must_change != nullptr && *must_change == json::value(true);
    return out;
}

result<credential> new_credential(
    std::string_view password, random_source& random, password_cost cost
)
{
    const auto seed = new_secret_key(random);
    TRY(auto wrapped, wrap_key(seed, password, random, cost));
    return credential{signing_key_of(seed).public_hex, std::move(wrapped), 1, false};
}

result<signing_key> open_credential(const credential& held, std::string_view password)
{
    TRY(const auto seed, seed_of(held, password));
    return signing_key_of(seed);
}

result<credential> change_password(
    const credential& held,
    std::string_view old_password,
    std::string_view new_password,
    random_source& random
)
{
    TRY(const auto seed, seed_of(held, old_password));
    TRY(auto wrapped, wrap_key(seed, new_password, random, held.secret.cost));
    return credential{held.public_key, std::move(wrapped), held.generation + 1, false};
}

status check_new_password(std::string_view password, const std::vector<std::string>& own_words)
{
    const auto refused = [](const char* why) { return failure{failure_code::invalid_input, why}; };
    if (letters_of(password) < min_password_letters) return refused("password_short");
    if (password.size() > max_password_bytes) return refused("password_long");
    if (password_guesses(password.substr(0, max_estimated_bytes), own_words) < least_guesses)
        return refused("password_common");
    return {};
}

std::string made_up_password(random_source& random)
{
    std::array<std::uint8_t, 10> secret{};
    random.fill(secret);
    auto text = to_base32(secret);
    for (std::size_t at = group_letters; at < text.size(); at += group_letters + 1)
        text.insert(at, "-");
    return text;
}

} // namespace hotich
