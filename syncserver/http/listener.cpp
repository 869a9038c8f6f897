#include "syncserver/http/listener.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr auto pause_after_error = std::chrono::milliseconds(100);

/// Beyond the limit a client is still told that the server is full; beyond this many more it is
/// not.
constexpr std::size_t max_connections_told = 32;

void log_failure(const event_log& journal, const std::exception_ptr& thrown)
{
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
        journal.write(log_level::error, "connection_failed", {{"detail", error.what()}});
    }
}

} // namespace

asio::awaitable<void> accept_connections(tcp::acceptor& acceptor, connection_shared& shared)
{
    const auto executor = acceptor.get_executor();
    while (acceptor.is_open()) {
        error_code error;
        tcp::socket socket =
            co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!acceptor.is_open()) co_return;
        if (error) {
            // Mostly: no file descriptor is left. Some will be closed soon.
            shared.journal.write(log_level::warn, "accept_failed", {{"detail", error.message()}});
            asio::steady_timer pause(executor, pause_after_error);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (shared.board.size() >= shared.limits.max_connections + max_connections_told) continue;
        socket.set_option(tcp::no_delay(true), error);
        const auto done = [&shared](const std::exception_ptr& thrown) {
            log_failure(shared.journal, thrown);
        };
        asio::co_spawn(executor, serve_connection(std::move(socket), shared), done);
    }
}

} // namespace hotich
