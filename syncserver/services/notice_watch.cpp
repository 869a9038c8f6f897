#include "syncserver/services/notice_watch.h"

#include <utility>

namespace hotich {

namespace {

/// Many exchanges of an office in a moment are one notice.
constexpr auto gathering_time = std::chrono::milliseconds(20);

} // namespace

void notice_watch::listen(const std::string& office)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_offices[office];
    ++entry.listeners;
    // Between the reading of what the listener was told and this moment the feed may have grown.
    entry.told = -1;
    m_grown.insert(office);
    m_wake.notify_one();
}

void notice_watch::leave(const std::string& office)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_offices.find(office);
    if (found == m_offices.end() || --found->second.listeners > 0) return;
    m_offices.erase(found);
    m_grown.erase(office);
}

void notice_watch::feed_grew(const std::string& office)
{
    const std::lock_guard lock(m_mutex);
    if (!m_offices.contains(office)) return;
    m_grown.insert(office);
    m_wake.notify_one();
}

std::vector<std::string> notice_watch::offices_to_see(look how)
{
    const std::lock_guard lock(m_mutex);
    const auto grown = std::exchange(m_grown, {});
    if (how == look::at_grown) return {grown.begin(), grown.end()};
    std::vector<std::string> all;
    for (const auto& [office, entry] : m_offices)
        all.push_back(office);
    return all;
}

void notice_watch::look_after(look how, const read_revision& read, const tell_revision& tell)
{
    for (const auto& office : offices_to_see(how)) {
        const auto revision = read(office);
        if (!revision) continue; // the next look finds it
        {
            const std::lock_guard lock(m_mutex);
            const auto found = m_offices.find(office);
            if (found == m_offices.end() || found->second.told >= *revision) continue;
            found->second.told = *revision;
        }
        tell(office, *revision);
    }
}

void notice_watch::start(std::chrono::milliseconds interval, read_revision read, tell_revision tell)
{
    m_thread = std::thread([this, interval, read = std::move(read), tell = std::move(tell)] {
        run(interval, read, tell);
    });
}

void notice_watch::run(
    std::chrono::milliseconds interval, const read_revision& read, const tell_revision& tell
)
{
    auto next_look = std::chrono::steady_clock::now() + interval;
    std::unique_lock lock(m_mutex);
    while (!m_is_stopping) {
        m_wake.wait_until(lock, next_look, [this] { return m_is_stopping || !m_grown.empty(); });
        m_wake.wait_for(lock, gathering_time, [this] { return m_is_stopping; });
        if (m_is_stopping) return;
        const bool is_time = std::chrono::steady_clock::now() >= next_look;
        if (is_time) next_look = std::chrono::steady_clock::now() + interval;
        lock.unlock();
        look_after(is_time ? look::at_all : look::at_grown, read, tell);
        lock.lock();
    }
}

void notice_watch::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_is_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

} // namespace hotich
