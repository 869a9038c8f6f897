// Accepts connections until the acceptor is closed. Used by http/server.
#pragma once

#include "syncserver/http/connection.h"

namespace hotich {

/// References: both outlive the io_context that runs this.
boost::asio::awaitable<void> accept_connections(
    boost::asio::ip::tcp::acceptor& acceptor, connection_shared& shared
);

} // namespace hotich
