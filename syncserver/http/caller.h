// The server as a client: one HTTP request to an outside system, and its answer, within a time.
// Asio stays in the source, without coroutines. Used by exchange/.
#pragma once

#include "common/base/result.h"
#include "syncserver/http/types.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace hotich {

/// Where an outside system is: "https://host:8443/base".
struct http_target
{
    bool is_secure = true;
    std::string host;
    std::string port;
    std::string path; ///< without a slash at its end; "" for the root

    [[nodiscard]] bool is_loopback() const;
};

/// invalid_input: not http://HOST[:PORT][/PATH] or https://…
result<http_target> parse_http_target(std::string_view url);

struct caller_settings
{
    http_target target;
    std::chrono::milliseconds timeout{30'000}; ///< of a whole call
    std::size_t max_header_bytes = 16u * 1024u;
    std::size_t max_body_bytes = 64u * 1024u;
    /// The authorities that may have signed the certificate, PEM; "" takes the system's. The
    /// certificate is always checked, with the name of the host.
    std::string authorities_pem;
};

class http_caller
{
public:
    static result<std::unique_ptr<http_caller>> open(caller_settings settings);
    http_caller(const http_caller&) = delete;
    http_caller& operator=(const http_caller&) = delete;
    ~http_caller();

    /// One at a time. offline: surely nothing was sent; busy: it may have arrived, but no whole
    /// answer came; cancelled. A redirect is an answer like any other and never followed.
    result<http_response> call(const http_request& request);

    /// From any thread: a call that is running fails, and so does every later one. Looking up a
    /// name cannot be cut: it ends in the system's own time.
    void cancel();

private:
    struct state;
    explicit http_caller(std::unique_ptr<state> made);
    std::unique_ptr<state> m_state;
};

} // namespace hotich
