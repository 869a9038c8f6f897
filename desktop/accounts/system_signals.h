// What the system tells of its screen and its power: locked, about to sleep, about to end. One file
// a system, chosen by CMake. Used by session_lock.
#pragma once

#include <memory>

namespace hotich {

class session_lock;

/// Locks with the system for as long as what it gives lives. Where the system tells nothing, the
/// idle time alone locks.
std::shared_ptr<void> listen_to_system(session_lock& lock);

} // namespace hotich
