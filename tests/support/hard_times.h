// Disks and folders as they fail in real offices. The work runs in a child process, so that what is
// taken from it (the right to write, room on the disk) is not taken from the tests that follow.
#pragma once

#include <functional>
#include <string>

namespace hotich::test {

/// Runs the work in a child without the powers of root. Its text says what went wrong, "" nothing;
/// "skipped: …" where this system cannot play it.
std::string in_child(const std::function<std::string()>& work);

/// From now on no file of this process can grow beyond so many bytes: what a full disk looks like.
void limit_file_size(std::size_t bytes);
void lift_file_size_limit();

/// Nobody may make, rename or remove files in the folder, or again everyone who could.
void forbid_writing_in(const std::string& folder);
void allow_writing_in(const std::string& folder);

} // namespace hotich::test
