// The password of the nightly job, where nobody is there to type one. It stands beside the
// register, sealed with a key that only this PC's own store of secrets keeps: a thief of the disk
// cannot open it; whoever works as the same user of the PC can, which is why it is an office's own
// choice. Used by `hotich nightly`.
//
// REGISTER.nightly: {"key": name in the store, "sealed": hex}.
#pragma once

#include "common/register/machine_secret.h"

namespace hotich {

/// Replaces the one before. not_allowed machine_store_closed: there is no store, or it is locked.
status remember_password(
    const std::string& register_file,
    const std::string& password,
    const machine_store& store,
    random_source& random
);

/// Nothing where none is remembered. not_allowed machine_store_closed, other_machine;
/// corrupt_data remembered_password_unreadable: it is to be remembered anew.
result<std::optional<std::string>> remembered_password(
    const std::string& register_file, const machine_store& store
);

/// Not an error where none is remembered.
status forget_password(const std::string& register_file);

} // namespace hotich
