// A register's key is bound to its PC: a random secret of each register that only this PC keeps.
// The PC's own store (Windows: DPAPI; Linux: Secret Service) is told by functions, for there is
// none without Qt; the other place is a plain file beside the register, which a thief of the disk
// has too, and which is used only where the office has set so. Used by register_file, the
// exchange; filled in by desktop/machine.
//
// FOLDER OF THE REGISTER/hotich-machine-NAME: 64 hex digits, readable to its owner only.
#pragma once

#include "common/register/key_file.h"

#include <functional>

namespace hotich {

class desk_register;

inline constexpr const char* kept_in_store = "store";
inline constexpr const char* kept_in_file = "file";

// Why a register does not open, or nothing may be written into it (failure details).
inline constexpr const char* other_machine = "other_machine";
inline constexpr const char* machine_store_closed = "machine_store_closed";
inline constexpr const char* machine_key_needed = "machine_key_needed";

/// The PC's own store. Without functions nothing is bound: a register in memory, a test.
struct machine_store
{
    /// Nothing where there is none of this name; a failure where the store cannot be asked.
    std::function<result<std::optional<secret_key>>(const std::string& name)> find;
    std::function<status(const std::string& name, const secret_key& secret)> keep;
};

/// The files of an open register, and what opens them.
struct register_key
{
    std::string file;
    kept_key key;
    kept_key door;       ///< of the key file
    std::string account; ///< whose password it was; "" for a user of this desk only
    machine_store store;
};

/// The secret that a register is bound to, or nothing where it is bound to none. not_allowed:
/// other_machine, machine_store_closed.
result<std::optional<secret_key>> machine_secret_of(
    const machine_place& place, const std::string& register_file, const machine_store& store
);

/// Binds an enrolled register as its office has set, once. Where that cannot be done nothing may be
/// written (desk_session::held_back) until it can, or the office allows the file.
void bind_to_machine(desk_register& desk);

} // namespace hotich
