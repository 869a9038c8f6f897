// Who listens for the growth of which office's feed on this server. Everything on the thread of the
// sockets. Used by http/connection_listening and http/server.
#pragma once

#include "syncserver/http/types.h"
#include "syncserver/services/notice_watch.h"

#include <map>
#include <set>

namespace hotich {

/// One listening connection, as the hub sees it.
class feed_listener
{
public:
    virtual ~feed_listener() = default;
    /// A newer revision takes the place of one that was not sent yet.
    virtual void tell(std::int64_t revision) = 0;
    /// Pings and what could not be written before.
    virtual void tick(std::chrono::steady_clock::time_point now) = 0;
    /// Ends the connection, soon.
    virtual void dismiss() = 0;
};

class notice_hub
{
public:
    notice_hub(notice_watch& watch, const http_limits& limits) : m_watch(watch), m_limits(limits) {}

    /// False where the server has as many listeners as it may. A desk's oldest listener gives way
    /// to its newest: mostly it is a line that died without a word.
    bool add(const feed_subscription& who, feed_listener& listener);
    void remove(const feed_subscription& who, feed_listener& listener);

    void tell(const std::string& office, std::int64_t revision);
    void tick(std::chrono::steady_clock::time_point now);
    void dismiss_all();

    [[nodiscard]] std::size_t size() const { return m_all.size(); }

private:
    notice_watch& m_watch;
    const http_limits& m_limits;
    std::set<feed_listener*> m_all;
    std::map<std::string, std::set<feed_listener*>> m_of_office;
    std::map<std::string, std::vector<feed_listener*>> m_of_desk; ///< the oldest first
};

} // namespace hotich
