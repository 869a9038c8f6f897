// The board on which all open connections stand, so that who has no time left, or is not wanted any
// more, is ended from outside. Used by connection and listener.
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <set>

namespace hotich {

using steady_time = std::chrono::steady_clock::time_point;

/// What is known of a connection from outside: by when it must have moved on, and the socket whose
/// end is its end.
struct connection_watch
{
    boost::asio::ip::tcp::socket* socket = nullptr;
    steady_time due = steady_time::max();
    bool is_between_requests = false;
};

/// All open connections. Closing a socket makes the pending step of its coroutine fail, which ends
/// the coroutine.
class connection_board
{
public:
    void add(connection_watch& watch) { m_open.insert(&watch); }

    void remove(connection_watch& watch) { m_open.erase(&watch); }

    [[nodiscard]] std::size_t size() const { return m_open.size(); }

    /// Ends those whose time is over; how many.
    std::size_t close_overdue(steady_time now);
    void close_idle();
    void close_all();

private:
    std::set<connection_watch*> m_open;
};

} // namespace hotich
