// The terminal, where there is one: a password typed without being shown. Its source is a platform
// file.
#pragma once

#include <optional>
#include <string>

namespace hotich {

/// Asks on stderr and reads one line without showing it; nothing where no person sits at stdin.
std::optional<std::string> ask_password(const std::string& prompt);

/// Asks on stderr and reads one line of stdin, without spaces around it; nothing at its end.
std::optional<std::string> ask_line(const std::string& prompt);

/// The first line of the file that a variable of the environment names: secrets are told by files,
/// for other programs see an environment. Nothing where it names none.
std::optional<std::string> secret_of_file(const char* variable);

} // namespace hotich
