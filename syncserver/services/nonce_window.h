// The nonces of the requests a desk sent last. Exchanges are idempotent, so a repeated request
// could do no harm; it is refused all the same, so that a copied one gives nothing. Only what
// carried a valid signature gets here.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace hotich {

inline constexpr std::size_t max_nonces_per_desk = 256;

class nonce_window
{
public:
    /// False where the desk has used it lately.
    bool take(const std::string& desk, const std::string& nonce);

private:
    std::mutex m_mutex;
    std::map<std::string, std::deque<std::string>> m_recent; ///< as many desks as are enrolled
};

} // namespace hotich
