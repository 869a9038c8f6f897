// What the system gives this process: how many files it may hold open (each connection is one), and
// how its threads share memory. Used by app/serve_command.
#pragma once

#include <cstddef>

namespace hotich {

/// The store, the journal, the listener.
inline constexpr std::size_t files_beside_connections = 64;

/// Asks the system for enough for so many connections; how many files may be open now.
std::size_t raise_file_limit(std::size_t connections);

/// Without it every handler's thread keeps the memory of its largest batch for itself.
void share_memory_between_threads();

} // namespace hotich
