// Files as the program needs them: read with a limit, replaced whole or not at all. Paths are
// UTF-8.
#pragma once

#include "common/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace hotich {

/// std::filesystem reads a narrow string as ANSI on Windows; this reads it as UTF-8 everywhere.
std::filesystem::path file_path(std::string_view utf8);
std::string utf8_of(const std::filesystem::path& path);

/// not_found, invalid_input (larger than max_bytes) or storage_unavailable.
result<std::string> read_file(const std::string& path, std::size_t max_bytes);

/// Writes a new file beside it, flushes it to the disk, then renames: readers see the old text or
/// the new one.
status replace_file(const std::string& path, std::string_view text);
/// The same for a secret: only its owner may read it. On Windows the folder decides that.
status replace_private_file(const std::string& path, std::string_view text);

} // namespace hotich
