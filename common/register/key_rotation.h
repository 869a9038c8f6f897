// A new key for a register that stands as it is: after somebody lost his right, after a recovery,
// or because somebody wants it. Used by `hotich rotate-key`; an opening does it by itself where the
// key file asks for it (register_file.h).
#pragma once

#include "common/register/machine_secret.h"

namespace hotich {

enum class key_change { done, at_next_opening };

/// Opens the register with the password and changes its key; where it is open elsewhere, work goes
/// on there, and the next opening changes it. What is written survives a power cut at every point.
/// Fails as desk_register::open.
result<key_change> change_register_key(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    random_source& random,
    const machine_store& store
);

} // namespace hotich
