// What a person proves himself with, wherever he signs in: a key pair of his own whose secret is
// wrapped by his password. Every register he may open has its key boxed to the public half, so a
// new password is one new wrapping, good on every desk and at the server, and nobody but he ever
// has the secret. Used by account, the key file, the server's sign-in.
#pragma once

#include "common/base/json.h"
#include "common/crypto/crypto.h"

namespace hotich {

struct credential
{
    std::string public_key;      ///< Ed25519, hex
    wrapped_key secret;          ///< the seed of the pair, under the password
    std::int64_t generation = 1; ///< counts new passwords; the higher one holds
    bool must_change = false;    ///< somebody else chose the password

    [[nodiscard]] json::object to_json() const;
};

result<credential> parse_credential(const json::object& source);

json::object to_json(const wrapped_key& wrapped);
result<wrapped_key> parse_wrapped_key(const json::object& source);

/// A new pair under a password.
result<credential> new_credential(
    std::string_view password, random_source& random, password_cost cost = {}
);
/// wrong_key where the password is not the one.
result<signing_key> open_credential(const credential& held, std::string_view password);
/// The same pair under another password; wrong_key where the old one is not the one.
result<credential> change_password(
    const credential& held,
    std::string_view old_password,
    std::string_view new_password,
    random_source& random
);

inline constexpr std::size_t min_password_letters = 10;
inline constexpr std::size_t max_password_bytes = 256;

/// Whether a password may be chosen: long enough, and not one that guessers try first; there are
/// no rules about which signs it must have. `own_words` are the person's: names, sign-in name,
/// office. invalid_input: "password_short", "password_long", "password_common".
status check_new_password(std::string_view password, const std::vector<std::string>& own_words);

/// One that a person can read out and type: four groups of four letters and digits.
std::string made_up_password(random_source& random);

} // namespace hotich
