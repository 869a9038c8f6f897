// Backups of a whole server on another disk, made while it serves: the store as it stood at one
// moment, still encrypted with its own key, and that key with all the others in a box for the
// province's recovery key. A backup counts only after it was opened and read whole; a cut leaves
// the ones before it, and no half one. Used by `hotich-server backup` and `hotich-server restore`.
//
// FOLDER/hotich-server_2026-11-28T203000Z/store.db      SQLCipher, whichever store was copied
// FOLDER/hotich-server_2026-11-28T203000Z/keys.box
// {"v":1,"recovery":id,"key_box":hex,"stream_head":hex,"sealed":hex}:
//                                                       an object of the files of the data folder
//                                                       by name
// FOLDER/hotich-server_2026-11-28T203000Z/manifest.json {"manifest":text,"signature":hex of the
// feed's key}; the text:
//                                                       {"v":1,"made_at":ms,"operations":n,"feeds":[{"office","revision","hash"}]}
// FOLDER/scans/OFFICE/HASH                              sealed scans, once for all backups
#pragma once

#include "syncserver/app/data_folder.h"

namespace hotich {

inline constexpr std::size_t default_server_backups_kept = 14;

struct made_server_backup
{
    std::string folder;
    std::int64_t operations = 0; ///< as read from the copy
    std::int64_t offices = 0;
    std::int64_t scans = 0;   ///< copied this time
    std::int64_t removed = 0; ///< old backups that went
};

struct server_backup_wish
{
    std::string to;
    std::size_t kept = default_server_backups_kept;
    instant now;
};

/// not_allowed "no_recovery_key": nobody could open it. storage_unavailable: the disk is full or
/// was taken away; corrupt_data: what was written does not read back, and is gone again.
result<made_server_backup> back_up_server(
    const data_folder& server, const server_backup_wish& wish, const std::string& schemas_folder
);

/// Puts a backup where there is no server, with its store in SQLite. Nothing new is written into
/// any feed before its desks were heard (common/sync/feed_standing.h). wrong_key: another recovery
/// key; corrupt_data: a byte was changed, or something is missing. What fails leaves nothing.
result<made_server_backup> restore_server(
    const std::string& backup,
    const data_folder& target,
    const signing_key& recovery,
    instant now,
    const std::string& schemas_folder
);

} // namespace hotich
