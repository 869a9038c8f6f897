// HTTP as the handlers see it: plain values, no sockets and no library. Filled by http/codec,
// answered by routes/.
#pragma once

#include "syncserver/services/admission.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

struct http_header
{
    std::string name; ///< lower case in requests
    std::string value;
};

struct http_request
{
    std::string method;
    std::string target; ///< as in the request line
    std::vector<http_header> headers;
    std::string body;
    bool keep_alive = true;
    std::string address = {}; ///< of the client

    /// The first header of that name (lower case); empty where there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const
    {
        for (const auto& item : headers)
            if (item.name == name) return item.value;
        return {};
    }
};

/// Who wants to hear of which office's feed, and how far it was when the request was answered.
struct feed_subscription
{
    std::string office;
    std::string desk;
    std::int64_t revision = 0;
};

struct http_response
{
    int status = 200;
    std::vector<http_header> headers;
    std::string body;
    /// With 101: the connection is a WebSocket from here on.
    std::optional<feed_subscription> listens;
    bool is_failed_sign_in = false; ///< counted against the client's address
};

/// Called on the handlers' pool, from several threads at once.
using request_handler = std::function<http_response(const http_request&)>;

/// What a client may take of this server. Every value is a named maximum of config.toml.
struct http_limits
{
    std::size_t max_connections = 16'000;
    std::size_t max_connections_per_address = 2'000;
    std::size_t max_failures_per_address = 100; ///< to sign in, in ten minutes
    std::size_t max_listeners = 16'000;         ///< for live notices
    std::size_t max_listeners_per_desk = 2;
    std::size_t max_header_bytes = 16u * 1024u;
    std::size_t max_body_bytes = 16u * 1024u * 1024u;
    std::size_t max_buffered_bytes =
        256u * 1024u * 1024u; ///< bodies being received, all connections together
    admission_limits admission;
    std::chrono::milliseconds handshake_timeout{15'000};
    std::chrono::milliseconds header_timeout{20'000};
    std::chrono::milliseconds idle_timeout{75'000}; ///< between two requests of a connection
    std::chrono::milliseconds read_timeout{30'000}; ///< between two pieces of a body
    std::chrono::milliseconds request_timeout{
        900'000}; ///< a whole request: 16 MB over a 2G line take 14 minutes
    std::chrono::milliseconds write_timeout{30'000}; ///< one piece of an answer
    std::chrono::milliseconds ping_interval{60'000}; ///< to who listens for live notices
    std::chrono::milliseconds pong_timeout{30'000};
    std::chrono::milliseconds shutdown_timeout{3'000};
    std::chrono::milliseconds stop_timeout{10'000}; ///< for running requests when the server stops
};

} // namespace hotich
