// The key of a register, for each user of the desk, in a small file beside it
// (register.hotich.keys). The register's random key never touches the disk unwrapped.
//
// {"v":2,"users":[{"user":…,"salt":hex,"nonce":hex,"cipher":hex,"operations":n,"memory_bytes":n,
//  "account":id?,"public":hex,"box":hex}],"keys":[{"sealed":hex,"recovery":hex?}],
//  "machine":{"name":…,"kept":"store"|"file"}?,"recovery":hex?,"rotate":true?}
//
// Each user has a secret of his own wrapped by his password; of an account it is the same
// everywhere (common/accounts/credential.h). It opens his box, in which is the key of the door, the
// same for all. The register's key lies sealed behind the door, and inside that under the secret of
// the PC (machine_secret.h), so that this file, the register and a password open nothing elsewhere.
// Under "keys" stand two while the register's key is being changed: either may be the one. The
// "recovery" box of each is the province's, whose key ("recovery") is kept offline, for the day
// when nobody else can open the register; the PC's secret is not asked for it.
//
// Version 1 had no door: a user's box, or his wrapping where he has no "public", held the
// register's key, and one "recovery":{"public":hex,"box":hex} stood for it. Such a file is read; it
// becomes version 2 as soon as somebody signs in, but for those whose password is not at hand: they
// keep their old wrapping until they sign in themselves.
#pragma once

#include "common/crypto/crypto.h"

#include <optional>
#include <string>
#include <vector>

namespace hotich {

struct key_holder
{
    std::string user;
    wrapped_key key;
    std::string account = {};    ///< "" for a user of this desk only
    std::string public_key = {}; ///< what the box is for; "" of version 1
    std::string box = {};        ///< the door's key for it

    bool operator==(const key_holder&) const = default;
};

/// The register's key: behind the door, and for the province.
struct sealed_key
{
    std::string sealed;       ///< hex
    std::string recovery_box; ///< or ""

    bool operator==(const sealed_key&) const = default;
};

/// Where the PC keeps the secret that the key is bound to.
struct machine_place
{
    std::string name; ///< "" where it is bound to none
    std::string kept; ///< kept_in_store or kept_in_file

    bool operator==(const machine_place&) const = default;
};

/// All that opens a register.
struct key_file
{
    std::vector<key_holder> holders;
    std::vector<sealed_key> keys; ///< none in version 1, two while the key is changed
    machine_place machine;
    std::string recovery_key; ///< the province's public key, or ""
    std::string recovery_box; ///< of version 1
    bool must_rotate = false; ///< who had a key lost his right: a new one at the next opening

    bool operator==(const key_file&) const = default;
};

std::string key_file_of(const std::string& register_file);

/// Written to a new file that then replaces the old one, so that a power cut leaves one of the two
/// whole.
status write_key_file(const std::string& register_file, const key_file& keys);
result<key_file> read_key_file(const std::string& register_file);
/// Its text. corrupt_data says what is damaged; not_allowed: of a newer program.
result<key_file> parse_key_file(std::string_view text);

/// What seals a register's key: the door's, and the PC's where it is bound.
struct key_seals
{
    secret_key door;
    std::optional<secret_key> machine;
};

/// Who opened it, and the register's key: one of these.
struct opened_key
{
    std::string user;
    secret_key key;
    std::string account;
    key_seals seals;
    std::optional<secret_key> next = {}; ///< the other one, while the key is being changed
};

/// Tries the password on the named user, or on every one where the name is empty; wrong_key where
/// none fits; not_allowed "other_machine" where the PC's secret is another one.
result<opened_key> open_key(
    const key_file& keys,
    const std::string& user,
    const std::string& password,
    const std::optional<secret_key>& machine = std::nullopt
);

/// The register's key behind the door, and in the province's box where there is one.
result<sealed_key> seal_key(
    const secret_key& key,
    const key_seals& seals,
    const std::string& recovery_key,
    random_source& random
);

/// Gives every holder who has a pair a box with a new door, and seals the key behind it.
status change_door(key_file& keys, const secret_key& key, key_seals& seals, random_source& random);

/// A user of this desk only, with a new pair under his password.
result<key_holder> new_key_holder(
    const std::string& user,
    const std::string& password,
    const secret_key& door,
    random_source& random,
    password_cost cost
);

/// Makes version 2 of a file that somebody has just opened with his password; true where that
/// changed it.
result<bool> renew_key_file(
    key_file& keys, opened_key& by, const std::string& password, random_source& random
);

} // namespace hotich
