// The terminal, where there is one: a password typed without being shown. Its source is a platform
// file.
#pragma once

#include <optional>
#include <string>

namespace hotich {

/// Asks on stderr and reads one line without showing it; nothing where no person sits at stdin.
std::optional<std::string> ask_password(const std::string& prompt);

} // namespace hotich
