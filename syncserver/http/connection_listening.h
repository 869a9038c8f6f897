// A connection that has become a WebSocket: it is told when its office's feed has grown, and is
// pinged so that a line that died is noticed on both sides. Used by http/connection.
#pragma once

#include "syncserver/http/connection.h"
#include "syncserver/http/tls_line.h"

namespace hotich {

/// Until either side ends it. The references outlive the coroutine.
boost::asio::awaitable<void> serve_listener(
    tls_line& line, connection_watch& watch, feed_subscription who, connection_shared& shared
);

} // namespace hotich
