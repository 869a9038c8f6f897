// Copies of a register on another disk or a stick, made while it is in use: the encrypted file as
// it stood at one moment, the key file beside it, the scans that are not there yet. A copy counts
// only after it was opened and read whole; a cut leaves the ones before it. Whoever can open the
// register opens its copy, and so does the province's recovery key. Used by `hotich` and the
// desktop.
//
// FOLDER/hotich_OFFICE_DESK_2026-11-28T203000Z.hotich, the same with ".keys", FOLDER/scans/HASH
#pragma once

#include "common/register/desk_register.h"
#include "common/register/scan_folder.h"

namespace hotich {

inline constexpr std::size_t default_backups_kept = 14;

struct made_backup
{
    std::string file;
    std::int64_t bytes = 0;
    std::int64_t operations = 0; ///< in the copy, as read from it
    std::int64_t scans = 0;      ///< copied this time
    std::int64_t removed = 0;    ///< old copies that went
};

/// storage_unavailable: the disk is full, or was taken away; corrupt_data: what was written does
/// not read back, and is gone again. Of the copies of this desk the newest `kept` stay.
result<made_backup> back_up(
    desk_register& desk, const std::string& folder, instant now, std::size_t kept
);

/// Puts a copy where a register is to be. conflict: there is one; not_found: no copy, or no key
/// file beside it. The register's next synchronisation finds out what the copy is missing.
status restore_backup(const std::string& copy, const std::string& register_file);

} // namespace hotich
