// The key of a register, for each user of the desk, in a small file beside it
// (register.hotich.keys). The register's random key never touches the disk unwrapped.
//
// {"v":1,"users":[{"user":…,"salt":hex,"nonce":hex,"cipher":hex,"operations":n,"memory_bytes":n,
//  "account":id?,"public":hex?,"box":hex?}],"recovery":{"public":hex,"box":hex}?}
//
// A user of this desk only has the register's key wrapped by his password. One with an account has
// his own secret wrapped there, as everywhere (common/accounts/credential.h), and the register's
// key in a box that this secret opens. The box under "recovery" is the province's, which keeps the
// key to it offline, for the day when nobody else can open the register.
#pragma once

#include "common/crypto/crypto.h"

#include <string>
#include <vector>

namespace hotich {

struct key_holder
{
    std::string user;
    wrapped_key key;
    std::string account = {};    ///< "" for a user of this desk only
    std::string public_key = {}; ///< of an account: what the box is for
    std::string box = {};        ///< the register's key for it

    bool operator==(const key_holder&) const = default;
};

/// All that opens a register.
struct key_file
{
    std::vector<key_holder> holders;
    std::string recovery_key; ///< the province's public key, or ""
    std::string recovery_box; ///< the register's key for it

    bool operator==(const key_file&) const = default;
};

std::string key_file_of(const std::string& register_file);

/// Written to a new file that then replaces the old one, so that a power cut leaves one of the two
/// whole.
status write_key_file(const std::string& register_file, const key_file& keys);
result<key_file> read_key_file(const std::string& register_file);

/// Who opened it, and the register's key.
struct opened_key
{
    std::string user;
    secret_key key;
    std::string account;
};

/// Tries the password on the named user, or on every one where the name is empty; wrong_key where
/// none fits.
result<opened_key> open_key(
    const key_file& keys, const std::string& user, const std::string& password
);

/// The files of an open register, and their key.
struct register_key
{
    std::string file;
    secret_key key;
    std::string account; ///< whose password it was; "" for a user of this desk only
};

} // namespace hotich
