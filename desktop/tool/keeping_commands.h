// The commands of `hotich` that keep a register: copies, keys, receipts, a PC that takes another
// one's place.
#pragma once

#include "desktop/tool/context.h"

#include <string>

namespace hotich::tool {

// keeping_commands.cpp
inline const failure no_register{failure_code::invalid_input, "--register FILE is needed"};

struct keeping_options
{
    std::string file; ///< a backup, a receipt
    std::string to;   ///< a folder for backups, a file for a receipt
    std::string key;  ///< the province's recovery key file, or the server's public key
    std::size_t kept = 14;
    bool remember = false; ///< the password, for nights when nobody types it
    bool forget = false;
};

exit_code restore(context& in, const keeping_options& options);
/// Gives a register that nobody can open any more a password again.
exit_code recover(context& in, const keeping_options& options);
/// Gives the register's file a new key.
exit_code rotate_key(context& in);
exit_code receipt(context& in, const std::string& record, const keeping_options& options);
exit_code verify_receipt(context& in, const keeping_options& options);

// nightly_commands.cpp
/// Into a folder, or into the one of the plan.
exit_code back_up(context& in, const keeping_options& options);
/// Where the copies of every day go; "none" for nowhere.
exit_code plan_backups(context& in, const keeping_options& options);
/// For a scheduler: synchronises, then makes the day's copy. 4: the server was not reached, the
/// copy is made.
/// Or keeps the password for it.
exit_code nightly(context& in, const keeping_options& options);
/// How the desk stands: line, days left, waiting work, copies, keys.
exit_code show_status(context& in);

// replacing_commands.cpp
struct replacing_options
{
    std::string server;
    std::string code;
    std::string backup; ///< of the PC that is replaced: a copy, or the folder of its copies
    std::string key;    ///< the province's recovery key file, which opens it here
};

/// A new register for this PC, with the unsent work of a copy sent first where there is one.
exit_code enrol(context& in, const replacing_options& options);
/// Synchronises, then proves that nothing of the office's feed is missing here.
exit_code prove_complete(context& in);

} // namespace hotich::tool
