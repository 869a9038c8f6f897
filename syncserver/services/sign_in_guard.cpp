#include "syncserver/services/sign_in_guard.h"

#include "common/base/backoff.h"

#include <algorithm>

namespace hotich {

std::int64_t sign_in_guard::wait_ms(
    const std::string& name, const std::string& address, instant now
)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_attempts.find({name, address});
    if (found == m_attempts.end()) return 0;
    return std::max<std::int64_t>(found->second.open_again.ms - now.ms, 0);
}

void sign_in_guard::failed(const std::string& name, const std::string& address, instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_attempts.size() >= max_guarded) make_room(now);
    auto& kept = m_attempts[{name, address}];
    const int beyond = ++kept.failures - free_attempts;
    if (beyond < 0) return;
    constexpr backoff waits{first_wait_ms, longest_wait_ms};
    kept.open_again = {now.ms + waits.full_delay_ms(std::min(beyond, backoff::max_doublings))};
}

void sign_in_guard::succeeded(const std::string& name, const std::string& address)
{
    const std::lock_guard lock(m_mutex);
    m_attempts.erase({name, address});
}

/// Those whose wait is over longest go; where nobody's is, all of them: then somebody plays with
/// names, and their addresses are barred elsewhere.
void sign_in_guard::make_room(instant now)
{
    std::erase_if(m_attempts, [&now](const auto& item) { return item.second.open_again <= now; });
    if (m_attempts.size() >= max_guarded) m_attempts.clear();
}

} // namespace hotich
