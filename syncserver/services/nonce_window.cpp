#include "syncserver/services/nonce_window.h"

#include <algorithm>

namespace hotich {

bool nonce_window::take(const std::string& desk, const std::string& nonce)
{
    const std::lock_guard lock(m_mutex);
    auto& recent = m_recent[desk];
    if (std::find(recent.begin(), recent.end(), nonce) != recent.end()) return false;
    recent.push_back(nonce);
    if (recent.size() > max_nonces_per_desk) recent.pop_front();
    return true;
}

} // namespace hotich
