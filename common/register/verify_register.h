// Verifying a desk's register as a file, also where it is too damaged to be worked with: nothing is
// asked of it but the key, the list of operations and what can still be read. Used by `hotich
// verify`.
#pragma once

#include "common/register/machine_secret.h"
#include "common/register/verify.h"

namespace hotich {

/// What verify_office finds, and the pages whose bytes were changed. not_found, wrong_key;
/// corrupt_data where nothing can be read at all.
result<verify_report> verify_register(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    const definitions& known,
    const machine_store& store = {}
);

} // namespace hotich
