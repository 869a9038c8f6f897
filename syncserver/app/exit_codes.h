// The exit codes of hotich-server: what a script may rely on.
#pragma once

namespace hotich::exit_code {

inline constexpr int done = 0;
inline constexpr int other = 1;
inline constexpr int wrong_input = 2;
inline constexpr int not_allowed = 3;
inline constexpr int damaged = 5; ///< the store is damaged, or the key is not its key

} // namespace hotich::exit_code
