// HTTP as the handlers see it: plain values, no sockets and no library. Filled by http/codec,
// answered by routes/.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
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

    /// The first header of that name (lower case); empty where there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const
    {
        for (const auto& item : headers)
            if (item.name == name) return item.value;
        return {};
    }
};

struct http_response
{
    int status = 200;
    std::vector<http_header> headers;
    std::string body;
};

/// Called on the handlers' pool, from several threads at once.
using request_handler = std::function<http_response(const http_request&)>;

/// What a client may take of this server. Every value is a named maximum of config.toml.
struct http_limits
{
    std::size_t max_connections = 256;
    std::size_t max_header_bytes = 16u * 1024u;
    std::size_t max_body_bytes = 16u * 1024u * 1024u;
    std::size_t max_buffered_bytes =
        256u * 1024u * 1024u; ///< bodies being received, all connections together
    std::chrono::milliseconds handshake_timeout{15'000};
    std::chrono::milliseconds header_timeout{20'000};
    std::chrono::milliseconds idle_timeout{75'000}; ///< between two requests of a connection
    std::chrono::milliseconds read_timeout{30'000}; ///< between two pieces of a body
    std::chrono::milliseconds request_timeout{
        900'000}; ///< a whole request: 16 MB over a 2G line take 14 minutes
    std::chrono::milliseconds write_timeout{30'000}; ///< one piece of an answer
    std::chrono::milliseconds shutdown_timeout{3'000};
    std::chrono::milliseconds stop_timeout{10'000}; ///< for running requests when the server stops
};

} // namespace hotich
