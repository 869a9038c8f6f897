// The nonces of the requests a desk sent last. Exchanges are idempotent, so a repeated request
// could do no harm; it is refused all the same, so that a copied one gives nothing, also after a
// new start of the server. Clocks play no part in it: a desk whose clock is wrong works like every
// other. Only what carried a valid signature gets here.
//
// The file: a line "desk nonce" for each, the oldest first.
#pragma once

#include "common/base/result.h"

#include <cstddef>
#include <deque>
#include <fstream>
#include <map>
#include <mutex>
#include <string>

namespace hotich {

inline constexpr std::size_t max_nonces_per_desk = 256;
/// The file is written anew when so many lines were added to it.
inline constexpr std::size_t max_added_nonces = 200'000;

class nonce_window
{
public:
    /// Reads what a server before this one has taken, and keeps there what this one takes. Without
    /// it the window is gone with the object.
    status keep_in(const std::string& file);
    /// False where the desk has used it lately.
    bool take(const std::string& desk, const std::string& nonce);

private:
    bool remember(const std::string& desk, const std::string& nonce);
    status write_anew();

    std::mutex m_mutex;
    std::map<std::string, std::deque<std::string>> m_recent; ///< as many desks as are enrolled
    std::string m_file;
    std::ofstream m_added;
    std::size_t m_added_count = 0;
};

} // namespace hotich
