// What copies of a desk and of a server have in common: named by their moment, written under
// another name until they are whole, the newest kept. Used by register/backup and the server's.
#pragma once

#include "common/base/files.h"
#include "common/base/instant.h"

#include <vector>

namespace hotich {

/// Of a file or folder that is not whole yet.
inline constexpr const char* unfinished_ends = ".part";

/// "2026-11-28T203000Z": without the colons, which no file system of Windows takes.
std::string name_of_moment(instant when);

/// storage_unavailable: the disk is full, or was taken away.
failure disk_trouble(const std::error_code& error);

/// Copies what stands below `from` and not below `to`: files that are named by their content, so
/// that what is there already is the same. Gives how many were copied.
result<std::int64_t> copy_missing(
    const std::filesystem::path& from, const std::filesystem::path& to
);

/// Those of the copies, oldest first, that go when `kept` are to stay; never the one just made. A
/// copy named for a later moment than that was made by a clock that ran ahead, or before one was
/// put back: it counts as older than every other, so that new copies always take its place.
std::vector<std::string> outdated(
    std::vector<std::string> copies, const std::string& made, std::size_t kept
);

} // namespace hotich
