#include "syncserver/http/server.h"

#include "common/crypto/crypto.h"
#include "syncserver/http/listener.h"
#include "syncserver/http/tls.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <charconv>
#include <thread>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

/// How exactly timeouts are kept.
constexpr auto tick = std::chrono::milliseconds(100);

result<tcp::endpoint> endpoint_of(const std::string& listen)
{
    const failure misshapen{
        failure_code::invalid_input,
        "not an address with a port, such as 127.0.0.1:8443: " + listen};
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos) return misshapen;
    auto host = listen.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";
    std::uint16_t port = 0;
    const auto* const end = listen.data() + listen.size();
    const auto [stopped, wrong] = std::from_chars(listen.data() + colon + 1, end, port);
    error_code error;
    const auto address = asio::ip::make_address(host, error);
    if (error || wrong != std::errc() || stopped != end) return misshapen;
    return tcp::endpoint(address, port);
}

/// Those that wait for the writer's turn are committed together: more handlers than cores are what
/// makes many of them.
std::size_t pool_size(std::size_t wanted)
{
    constexpr std::size_t handlers_of_a_core = 8;
    if (wanted > 0) return wanted;
    return handlers_of_a_core * std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

admission_limits gate_limits(const server_settings& settings)
{
    auto limits = settings.limits.admission;
    limits.handlers = pool_size(settings.threads);
    return limits;
}

std::string to_text(const tcp::endpoint& endpoint)
{
    const auto host = endpoint.address().to_string();
    const auto port = ":" + std::to_string(endpoint.port());
    return endpoint.address().is_v6() ? "[" + host + "]" + port : host + port;
}

} // namespace

// The order is the order of death, reversed: what coroutines refer to outlives the io_context.
struct https_server::state
{
    state(
        server_settings given,
        request_handler answers,
        notice_watch& notices,
        metrics& counters,
        const event_log& journal,
        std::unique_ptr<asio::ssl::context> made
    )
        : settings(std::move(given)),
          handler(std::move(answers)),
          tls(std::move(made)),
          pool(pool_size(settings.threads)),
          gate(gate_limits(settings), chance),
          addresses(
              settings.limits.max_connections_per_address, settings.limits.max_failures_per_address
          ),
          hub(notices, settings.limits),
          shared{*tls, pool, settings.limits, handler, counters, journal, gate, addresses, hub}
    {}

    status listen()
    {
        TRY(const auto endpoint, endpoint_of(settings.listen));
        error_code error;
        acceptor.open(endpoint.protocol(), error);
#ifndef _WIN32
        // On Windows this option would let another process take the port.
        if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
        if (!error) acceptor.bind(endpoint, error);
        if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return failure{
                failure_code::storage_unavailable,
                "cannot listen on " + settings.listen + ": " + error.message()};
        return {};
    }

    /// Watches the time of all connections; ends when the server has stopped and nobody is left.
    void start_ticking()
    {
        ticker.expires_after(tick);
        ticker.async_wait([this](const error_code& error) {
            if (error) return;
            const auto now = std::chrono::steady_clock::now();
            shared.counters.count_timeouts(shared.board.close_overdue(now));
            hub.tick(now);
            if (shared.is_stopping && now >= stop_due) shared.board.close_all();
            if (!shared.is_stopping || shared.board.size() > 0) start_ticking();
        });
    }

    void begin_stop()
    {
        if (shared.is_stopping) return;
        shared.is_stopping = true;
        stop_due = std::chrono::steady_clock::now() + settings.limits.stop_timeout;
        error_code ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
        shared.board.close_idle();
        hub.dismiss_all();
    }

    server_settings settings;
    request_handler handler;
    std::unique_ptr<asio::ssl::context> tls;
    asio::thread_pool pool;
    system_random chance;
    admission gate;
    address_book addresses;
    notice_hub hub;
    connection_shared shared;
    steady_time stop_due = steady_time::max();
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer ticker{io};
    asio::signal_set signals{io};
};

https_server::https_server(std::unique_ptr<state> made) : m_state(std::move(made)) {}

https_server::~https_server() = default;

result<std::unique_ptr<https_server>> https_server::open(
    server_settings settings,
    request_handler handler,
    notice_watch& notices,
    metrics& counters,
    const event_log& journal
)
{
    TRY(auto tls, make_tls_context(settings.certificate_pem, settings.key_pem));
    auto made = std::make_unique<state>(
        std::move(settings), std::move(handler), notices, counters, journal, std::move(tls)
    );
    TRY_STATUS(made->listen());
    return std::unique_ptr<https_server>(new https_server(std::move(made)));
}

std::string https_server::address() const
{
    error_code error;
    return to_text(m_state->acceptor.local_endpoint(error));
}

void https_server::stop_on_signals()
{
    auto& s = *m_state;
    s.signals.add(SIGINT);
    s.signals.add(SIGTERM);
    s.signals.async_wait([&s](const error_code& error, int /*signal*/) {
        if (!error) s.begin_stop();
    });
}

void https_server::run()
{
    auto& s = *m_state;
    const auto done = [&s](const std::exception_ptr& thrown) {
        if (thrown) s.shared.journal.write(log_level::error, "listener_failed");
    };
    asio::co_spawn(s.io, accept_connections(s.acceptor, s.shared), done);
    s.start_ticking();
    s.io.run();
    s.pool.join();
}

void https_server::tell_growth(const std::string& office, std::int64_t revision)
{
    asio::post(m_state->io, [s = m_state.get(), office, revision] {
        s->hub.tell(office, revision);
    });
}

void https_server::stop()
{
    asio::post(m_state->io, [s = m_state.get()] { s->begin_stop(); });
}

} // namespace hotich
