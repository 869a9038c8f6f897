// One TLS connection, from handshake to goodbye. Coroutines live in the source of this file and of
// listener.h only; everything runs on the one thread of the io_context.
#pragma once

#include "syncserver/http/address_book.h"
#include "syncserver/http/connection_board.h"
#include "syncserver/http/notice_hub.h"
#include "syncserver/http/types.h"
#include "syncserver/services/admission.h"
#include "syncserver/services/event_log.h"
#include "syncserver/services/metrics.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <array>
#include <string>

namespace hotich {

/// What the connections share; it outlives them all.
struct connection_shared
{
    static constexpr std::size_t read_bytes = 16u * 1024u;

    boost::asio::ssl::context& tls;
    boost::asio::thread_pool& pool;
    const http_limits& limits;
    const request_handler& handler;
    metrics& counters;
    const event_log& journal;
    admission& gate;
    address_book& addresses;
    notice_hub& hub;
    connection_board board{};
    /// What was just read, until the next wait: one buffer is enough for one thread.
    std::array<char, read_bytes> just_read{};
    std::size_t buffered_bytes = 0; ///< of bodies that are being received
    bool is_stopping = false;
};

/// Serves one accepted socket until it is closed. `address` has entered the address book and
/// leaves it here.
boost::asio::awaitable<void> serve_connection(
    boost::asio::ip::tcp::socket socket, std::string address, connection_shared& shared
);

} // namespace hotich
