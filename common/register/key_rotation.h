// A new key for a register that stands as it is: after somebody lost his right, after a recovery,
// or because somebody wants it. Used by `hotich rotate-key`; an opening does it by itself where the
// key file asks for it (register_file.h).
#pragma once

#include "common/register/machine_secret.h"

namespace hotich {

/// Opens the register with the password and changes its key. What is written survives a power cut
/// at every point. conflict "register_in_use": it is open elsewhere; else as desk_register::open.
status change_register_key(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    random_source& random,
    const machine_store& store
);

} // namespace hotich
