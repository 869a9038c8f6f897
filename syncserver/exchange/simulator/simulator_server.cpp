#include "syncserver/exchange/simulator/simulator_server.h"

#include "syncserver/http/caller.h"
#include "syncserver/http/codec.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

/// One connection: reads a request, waits as it is told, answers, closes. It keeps itself alive
/// until then.
class session : public std::enable_shared_from_this<session>
{
public:
    session(tcp::socket socket, population_simulator& simulator, std::chrono::milliseconds delay)
        : m_socket(std::move(socket)),
          m_pause(m_socket.get_executor(), delay),
          m_simulator(simulator)
    {}

    void read()
    {
        m_socket.async_read_some(
            asio::buffer(m_bytes),
            [self = shared_from_this()](const error_code& error, std::size_t count) {
                if (error) return;
                const auto state = self->m_codec.put(std::string_view(self->m_bytes.data(), count));
                if (state == read_state::whole) return self->wait();
                if (state != read_state::refused) self->read();
            }
        );
    }

private:
    void wait()
    {
        m_pause.async_wait([self = shared_from_this()](const error_code& error) {
            if (!error) self->answer();
        });
    }

    void answer()
    {
        const auto [response, fault] = m_simulator.on(m_codec.take());
        if (fault == line_fault::no_answer) return; // the socket closes with the session
        m_out = encode_head(response, false) + response.body;
        if (fault == line_fault::doubled) m_out += m_out;
        asio::async_write(
            m_socket,
            asio::buffer(m_out),
            [self = shared_from_this()](const error_code&, std::size_t) {
                error_code ignored;
                self->m_socket.shutdown(tcp::socket::shutdown_both, ignored);
            }
        );
    }

    tcp::socket m_socket;
    asio::steady_timer m_pause;
    population_simulator& m_simulator;
    http_limits m_limits;
    request_codec m_codec{m_limits};
    std::array<char, 8192> m_bytes{};
    std::string m_out;
};

} // namespace

struct simulator_server::state
{
    state(population_simulator& answers, std::chrono::milliseconds before)
        : simulator(answers), delay(before)
    {}

    void accept()
    {
        acceptor.async_accept([this](const error_code& error, tcp::socket socket) {
            if (error) return;
            std::make_shared<session>(std::move(socket), simulator, delay)->read();
            accept();
        });
    }

    population_simulator& simulator;
    std::chrono::milliseconds delay;
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
};

simulator_server::simulator_server(std::unique_ptr<state> made) : m_state(std::move(made)) {}

simulator_server::~simulator_server() = default;

result<std::unique_ptr<simulator_server>> simulator_server::open(
    const std::string& listen, population_simulator& simulator, std::chrono::milliseconds delay
)
{
    TRY(const auto target, parse_http_target("http://" + listen));
    error_code error;
    const auto host = target.host == "localhost" ? "127.0.0.1" : target.host;
    const auto address = asio::ip::make_address(host, error);
    if (error || !address.is_loopback())
        return failure{
            failure_code::invalid_input, "a simulator listens on loopback only: " + listen};
    const auto port = static_cast<std::uint16_t>(std::stoi(target.port));
    const tcp::endpoint endpoint(address, port);
    auto made = std::make_unique<state>(simulator, delay);
    made->acceptor.open(endpoint.protocol(), error);
#ifndef _WIN32
    // On Windows this option would let another process take the port.
    if (!error) made->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error) made->acceptor.bind(endpoint, error);
    if (!error) made->acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return failure{
            failure_code::storage_unavailable,
            "cannot listen on " + listen + ": " + error.message()};
    made->accept();
    return std::unique_ptr<simulator_server>(new simulator_server(std::move(made)));
}

std::string simulator_server::address() const
{
    error_code error;
    const auto endpoint = m_state->acceptor.local_endpoint(error);
    const auto host = endpoint.address().to_string();
    const auto port = ":" + std::to_string(endpoint.port());
    return endpoint.address().is_v6() ? "[" + host + "]" + port : host + port;
}

void simulator_server::stop_on_signals()
{
    m_state->signals.add(SIGINT);
    m_state->signals.add(SIGTERM);
    m_state->signals.async_wait([s = m_state.get()](const error_code& error, int) {
        if (!error) s->io.stop();
    });
}

void simulator_server::run() { m_state->io.run(); }

void simulator_server::stop() { m_state->io.stop(); }

} // namespace hotich
