// Copies of a register on another disk or a stick, made while it is in use: the encrypted file as
// it stood at one moment, the key file beside it, the scans that are not there yet. A copy counts
// only after it was opened and read whole; a cut leaves the ones before it. Whoever can open the
// register opens its copy on the same PC, and so does the province's recovery key everywhere. Used
// by `hotich` and the desktop.
//
// FOLDER/hotich_OFFICE_DESK_2026-11-28T203000Z.hotich, the same with ".keys", FOLDER/scans/HASH;
// FOLDER/hotich-backups.txt marks a folder that was chosen for the copies of every day
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

/// Where a desk's copies go by themselves, once a day.
struct backup_plan
{
    std::string folder; ///< "" where nobody chose one
    std::size_t kept = default_backups_kept;
};

/// storage_unavailable: the disk is full, or was taken away; corrupt_data: what was written does
/// not read back, and is gone again. Of the copies of this desk the newest `kept` stay. The
/// register keeps when and where the last one was made.
result<made_backup> back_up(desk_register& desk, const backup_plan& to, instant now);

/// How the copies of a desk stand.
struct backup_state
{
    backup_plan plan;
    std::optional<instant> last_at;
    std::string last_file;
    bool is_folder_there = false;
};

inline constexpr std::int64_t backup_warning_days = 3;

result<backup_state> backups_of(desk_register& desk);
/// Whether today's copy is still to be made, and can be.
bool is_backup_due(const backup_state& state, instant now);
/// Nothing, or what somebody must be told: "backup_not_planned", "backup_folder_away" (the stick is
/// not in the PC), "backup_old" (the last one is of more than three days ago, or there is none).
std::string_view backup_warning(const backup_state& state, instant now);

/// The folder must be there; a mark is written into it, so that another stick of the same letter,
/// or the empty place where a disk is mounted, is not taken for it. Without a folder there is no
/// plan any more.
status plan_backups(desk_register& desk, const backup_plan& plan);
/// As planned. storage_unavailable "backup_folder_away": it is not there, or not the one that was
/// chosen; not_found "backup_not_planned".
result<made_backup> back_up_as_planned(desk_register& desk, instant now);

/// A copy, or the newest of a folder. not_found: there is none; invalid_input
/// "several_desks_copies": it has those of more than one desk.
result<std::string> newest_backup(const std::string& file_or_folder);

/// Puts a copy where a register is to be. conflict: there is one; not_found: no copy, or no key
/// file beside it. The register's next synchronisation finds out what the copy is missing.
status restore_backup(const std::string& copy, const std::string& register_file);

} // namespace hotich
