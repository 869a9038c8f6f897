#include "syncserver/services/nonce_window.h"

#include "common/base/files.h"

#include <algorithm>
#include <sstream>

namespace hotich {

namespace {

constexpr std::size_t max_file_bytes = 256u * 1024u * 1024u;

} // namespace

status nonce_window::keep_in(const std::string& file)
{
    const std::lock_guard lock(m_mutex);
    m_file = file;
    const auto before = read_file(file, max_file_bytes);
    if (!before && before.error().code != failure_code::not_found) return before.error();
    std::istringstream lines(before ? *before : std::string());
    std::string desk;
    std::string nonce;
    while (lines >> desk >> nonce)
        remember(desk, nonce);
    return write_anew();
}

bool nonce_window::take(const std::string& desk, const std::string& nonce)
{
    const std::lock_guard lock(m_mutex);
    if (!remember(desk, nonce)) return false;
    if (m_file.empty()) return true;
    // To the system at once, so that only a power cut loses the last of them. A disk that is full
    // stops nobody.
    m_added << desk << " " << nonce << "\n" << std::flush;
    if (++m_added_count > max_added_nonces) (void)write_anew().has_value();
    return true;
}

bool nonce_window::remember(const std::string& desk, const std::string& nonce)
{
    auto& recent = m_recent[desk];
    if (std::find(recent.begin(), recent.end(), nonce) != recent.end()) return false;
    recent.push_back(nonce);
    if (recent.size() > max_nonces_per_desk) recent.pop_front();
    return true;
}

status nonce_window::write_anew()
{
    std::string text;
    for (const auto& [desk, recent] : m_recent)
        for (const auto& nonce : recent)
            text.append(desk).append(" ").append(nonce).append("\n");
    m_added.close();
    m_added_count = 0;
    TRY_STATUS(replace_file(m_file, text));
    m_added.clear();
    m_added.open(file_path(m_file), std::ios::app | std::ios::binary);
    return {};
}

} // namespace hotich
