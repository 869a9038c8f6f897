// What `hotich` asks of the system's console: arguments and text are UTF-8, a password is typed
// unseen. One file a system, chosen by CMake. Used by main and password_prompt.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace hotich::tool {

/// Without the program's name.
std::vector<std::string> given_arguments(int argc, char** argv);

/// The console shows UTF-8 for as long as what it gives lives.
std::shared_ptr<void> speak_utf8();

/// A line of standard input; what is typed is not shown.
std::string read_unseen_line();

} // namespace hotich::tool
