#include "syncserver/http/listener.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr auto pause_after_error = std::chrono::milliseconds(100);

/// Beyond the limit a client is still told that the server is full; beyond this many more it is
/// not.
constexpr std::size_t max_connections_told = 32;

/// Who shares limits: an IPv4 address, or the network of an IPv6 one, of which a client has as many
/// addresses as it likes.
std::string address_of(const tcp::socket& socket)
{
    error_code error;
    const auto address = socket.remote_endpoint(error).address();
    if (error || address.is_v4()) return address.to_string();
    const auto whole = address.to_v6();
    if (whole.is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, whole).to_string();
    auto bytes = whole.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return asio::ip::address_v6(bytes).to_string();
}

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
        std::string address = address_of(socket);
        if (!shared.addresses.enter(address)) {
            shared.counters.count_refusal("address_full", 0);
            continue;
        }
        socket.set_option(tcp::no_delay(true), error);
        const auto done = [&shared](const std::exception_ptr& thrown) {
            log_failure(shared.journal, thrown);
        };
        asio::co_spawn(
            executor, serve_connection(std::move(socket), std::move(address), shared), done
        );
    }
}

} // namespace hotich
