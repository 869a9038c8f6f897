// How many files this process may hold open; each connection is one. Used by app/serve_command.
#pragma once

#include <cstddef>

namespace hotich {

/// The store, the journal, the listener.
inline constexpr std::size_t files_beside_connections = 64;

/// Asks the system for enough for so many connections; how many files may be open now.
std::size_t raise_file_limit(std::size_t connections);

} // namespace hotich
