// One TLS connection, from handshake to goodbye, and the board on which all of them stand.
// Coroutines live in the source of this file and of listener.h only; everything runs on the one
// thread of the io_context.
#pragma once

#include "syncserver/http/types.h"
#include "syncserver/services/event_log.h"
#include "syncserver/services/metrics.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

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

/// What the connections share; it outlives them all.
struct connection_shared
{
    boost::asio::ssl::context& tls;
    boost::asio::thread_pool& pool;
    const http_limits& limits;
    const request_handler& handler;
    metrics& counters;
    const event_log& journal;
    connection_board board{};
    std::size_t buffered_bytes = 0; ///< of bodies that are being received
    bool is_stopping = false;
};

/// Serves one accepted socket until it is closed.
boost::asio::awaitable<void> serve_connection(
    boost::asio::ip::tcp::socket socket, connection_shared& shared
);

} // namespace hotich
