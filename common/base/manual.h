// What a program says of its own command line in other forms: its manual page and what bash
// completes. Both are made of the commands as CLI11 knows them, so that nothing is typed twice.
// Used by `hotich` and hotich-server, whose packages are made with it.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace hotich {

/// A page of section 1 for man, in roff; `app` has its name and its description.
std::string manual_page(const CLI::App& app, const std::string& version);

std::string bash_completion(const CLI::App& app);

/// Adds --manual and --completion, which no help shows: each prints its text and ends the program.
void add_manual_options(CLI::App& app, const std::string& version);

} // namespace hotich
