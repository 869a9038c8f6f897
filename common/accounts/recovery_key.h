// The recovery key of a province: a pair whose secret half is wrapped by a passphrase, in a file
// that is kept offline (a stick in a safe). Every register and every backup of a server has its key
// in a box for it. Made by `hotich-server recovery`, used by `hotich recover` and `hotich-server
// restore`.
//
// {"v":1,"public":hex,"salt":hex,"nonce":hex,"cipher":hex,"operations":n,"memory_bytes":n}
#pragma once

#include "common/crypto/crypto.h"

namespace hotich {

/// The text of a new file, and the public half.
struct made_recovery_key
{
    std::string file_text;
    std::string public_hex;
};

result<made_recovery_key> new_recovery_key(
    std::string_view passphrase, random_source& random, password_cost cost = {}
);

/// wrong_key: the passphrase; corrupt_data: no such file.
result<signing_key> open_recovery_key(std::string_view file_text, std::string_view passphrase);

} // namespace hotich
