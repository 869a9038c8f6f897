// The HTTPS server as a thing to start and stop; Asio stays behind it. One thread for the sockets
// (the caller of run), a small pool for the handlers. Used by app/serve_command and by tests.
#pragma once

#include "common/base/result.h"
#include "syncserver/http/types.h"
#include "syncserver/services/event_log.h"
#include "syncserver/services/metrics.h"
#include "syncserver/services/notice_watch.h"

#include <memory>

namespace hotich {

struct server_settings
{
    std::string listen;      ///< ADDR:PORT, [ADDR]:PORT; port 0 takes a free one
    std::size_t threads = 0; ///< of the handlers; 0: eight a core
    std::string certificate_pem;
    std::string key_pem;
    http_limits limits;
};

class https_server
{
public:
    /// Listens already when it returns. invalid_input: not an address; storage_unavailable: the
    /// port is taken.
    static result<std::unique_ptr<https_server>> open(
        server_settings settings,
        request_handler handler,
        notice_watch& notices,
        metrics& counters,
        const event_log& journal
    );

    https_server(const https_server&) = delete;
    https_server& operator=(const https_server&) = delete;
    ~https_server();

    /// "127.0.0.1:43215".
    [[nodiscard]] std::string address() const;

    /// SIGTERM and SIGINT stop it.
    void stop_on_signals();
    /// Serves until it is stopped: then no connection is open and no handler runs.
    void run();
    /// From any thread: who listens for the office hears how far its feed goes now.
    void tell_growth(const std::string& office, std::int64_t revision);
    /// From any thread: nothing new is accepted, running requests are answered.
    void stop();

private:
    struct state;
    explicit https_server(std::unique_ptr<state> made);
    std::unique_ptr<state> m_state;
};

} // namespace hotich
