// The command line of hotich-server: what may be written, in the language of who writes it.
#pragma once

namespace hotich {

/// Runs the command; the exit code of the program.
int run_command_line(int argc, const char* const* argv);

} // namespace hotich
