// HTTP/1.1 to and from values, without sockets: bytes are put in as they come and a request comes
// out. The only file that touches Beast is its source. Used by http/connection and http/caller;
// testable by hand.
#pragma once

#include "syncserver/http/types.h"

#include <memory>
#include <optional>

namespace hotich {

enum class read_state {
    in_header,
    in_body,
    whole,
    refused, ///< nothing more can be read from this connection; see request_codec::refusal_status
};

class request_codec
{
public:
    explicit request_codec(const http_limits& limits);
    request_codec(const request_codec&) = delete;
    request_codec& operator=(const request_codec&) = delete;
    ~request_codec();

    /// Takes what came from the line; what follows a whole request is kept for the next one.
    read_state put(std::string_view bytes);

    /// Bytes of a request have come, but not all.
    [[nodiscard]] bool is_inside_request() const;
    /// The client waits for "100 Continue" before it sends the body; true once.
    bool takes_expectation();
    /// The headers are here.
    [[nodiscard]] bool has_header() const;
    /// As in the request line; of a request whose headers are here.
    [[nodiscard]] std::string_view target() const;
    /// What the headers say of the body; 0 where they say nothing, and there is none.
    [[nodiscard]] std::uint64_t stated_body_bytes() const;
    /// Bytes of the body so far.
    [[nodiscard]] std::size_t body_bytes() const;

    /// The request, and the codec is ready for the next; call put("") to see whether it is there
    /// already.
    http_request take();

    /// 400, 413 or 431.
    [[nodiscard]] int refusal_status() const;

private:
    struct state;
    std::unique_ptr<state> m_state;
};

/// The same for an answer that this server gets when it asks another system.
class response_codec
{
public:
    response_codec(std::size_t max_header_bytes, std::size_t max_body_bytes);
    response_codec(const response_codec&) = delete;
    response_codec& operator=(const response_codec&) = delete;
    ~response_codec();

    read_state put(std::string_view bytes);
    /// The other side has closed: what has no stated length is whole now, anything else is cut.
    read_state end();
    http_response take();

private:
    struct state;
    std::unique_ptr<state> m_state;
};

/// Status line and headers, ready to be sent before the body.
std::string encode_head(const http_response& response, bool keep_alive);
/// A whole request for one connection. Names and values of headers are ours, never a stranger's.
std::string encode_request(const http_request& request, std::string_view host);

} // namespace hotich
