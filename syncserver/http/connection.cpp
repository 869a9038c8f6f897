#include "syncserver/http/connection.h"

#include "syncserver/http/codec.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::size_t read_bytes = 16u * 1024u;
constexpr std::size_t write_bytes =
    16u * 1024u; ///< one TLS record; each has the write timeout for itself
/// Of a body that is refused, this much is still taken and thrown away, so that the client gets to
/// read why.
constexpr std::size_t max_drained_bytes = 4u * 1024u * 1024u;

http_response plain_error(int status, const char* code, const char* detail)
{
    http_response out{status, {{"Content-Type", "application/json"}}, ""};
    out.body = std::string(R"({"error":{"code":")") + code + R"(","detail":")" + detail + R"("}})";
    if (status == 503) out.headers.push_back({"Retry-After", "5"});
    return out;
}

http_response refusal_of(int status)
{
    if (status == 413) return plain_error(413, "invalid_input", "the body is too large");
    if (status == 431) return plain_error(431, "invalid_input", "the headers are too large");
    if (status == 503) return plain_error(503, "busy", "the server is full, try again later");
    return plain_error(400, "invalid_input", "this is no HTTP/1.1 request");
}

/// A request with the function that answers it: what crosses to the pool.
class handler_job
{
public:
    handler_job(const request_handler& handler, http_request request)
        : m_handler(&handler), m_request(std::move(request))
    {}

    http_response operator()() const { return (*m_handler)(m_request); }

private:
    const request_handler* m_handler;
    http_request m_request;
};

/// Runs a job on the pool and comes back to the connection's thread with the answer. Not a
/// coroutine itself: g++ 12 miscompiles too many of their shapes.
asio::awaitable<http_response> run_blocking(asio::thread_pool& pool, handler_job job)
{
    auto initiate = [&pool](auto handler, handler_job work) {
        auto home = asio::make_work_guard(asio::get_associated_executor(handler));
        asio::post(
            pool,
            [handler = std::move(handler), work = std::move(work), home = std::move(home)](
            ) mutable {
                auto answer = work();
                asio::post(
                    home.get_executor(),
                    [handler = std::move(handler), answer = std::move(answer)]() mutable {
                        std::move(handler)(std::move(answer));
                    }
                );
            }
        );
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(http_response)>(
        initiate, asio::use_awaitable, std::move(job)
    );
}

enum class read_outcome { whole, refused, gone };

class connection
{
public:
    connection(tcp::socket socket, connection_shared& shared)
        : m_shared(shared), m_stream(std::move(socket), shared.tls), m_codec(shared.limits)
    {
        m_watch.socket = &m_stream.next_layer();
        m_shared.board.add(m_watch);
        m_shared.counters.connection_opened();
    }

    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    ~connection()
    {
        release_buffered();
        m_shared.board.remove(m_watch);
        m_shared.counters.connection_closed();
    }

    asio::awaitable<void> run();

private:
    asio::awaitable<bool> handshake();
    asio::awaitable<bool> serve_one();
    asio::awaitable<read_outcome> read_request();
    asio::awaitable<bool> write_answer(const http_response& response, bool keep_alive);
    asio::awaitable<bool> write_text(const std::string& text);
    asio::awaitable<void> say_goodbye();

    [[nodiscard]] static steady_time in(std::chrono::milliseconds time)
    {
        return std::chrono::steady_clock::now() + time;
    }

    void set_read_deadline(read_state state);
    bool count_buffered();
    void release_buffered();
    read_outcome refuse(int status);

    connection_shared& m_shared;
    asio::ssl::stream<tcp::socket> m_stream;
    connection_watch m_watch;
    request_codec m_codec;
    std::array<char, read_bytes> m_buffer{};
    std::size_t m_counted_bytes = 0;
    steady_time m_request_due = steady_time::max();
    steady_time m_header_due = steady_time::max();
    int m_refusal = 0;
};

asio::awaitable<void> connection::run()
{
    const bool is_secure = co_await handshake();
    if (!is_secure) co_return;
    bool goes_on = true;
    while (goes_on) {
        const bool may_go_on = co_await serve_one();
        goes_on = may_go_on;
    }
    co_await say_goodbye();
}

asio::awaitable<bool> connection::handshake()
{
    m_watch.due = in(m_shared.limits.handshake_timeout);
    error_code error;
    co_await m_stream.async_handshake(
        asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error)
    );
    if (error) m_shared.counters.handshake_failed();
    co_return !error;
}

asio::awaitable<bool> connection::serve_one()
{
    const read_outcome outcome = co_await read_request();
    release_buffered();
    if (outcome == read_outcome::gone) co_return false;
    const bool is_full = m_shared.board.size() > m_shared.limits.max_connections;
    if (outcome == read_outcome::refused || is_full) {
        const int status = outcome == read_outcome::refused ? m_refusal : 503;
        m_shared.counters.count_refusal("refused", status);
        const http_response refusal = refusal_of(status);
        co_await write_answer(refusal, false);
        co_return false;
    }
    http_request request = m_codec.take();
    const bool is_kept = request.keep_alive;
    handler_job job(m_shared.handler, std::move(request));
    m_watch.due = steady_time::max(); // a handler ends by itself: every wait inside it is bounded
    const http_response response = co_await run_blocking(m_shared.pool, std::move(job));
    const bool stays_open = is_kept && !m_shared.is_stopping;
    const bool is_sent = co_await write_answer(response, stays_open);
    co_return is_sent&& stays_open;
}

asio::awaitable<read_outcome> connection::read_request()
{
    m_request_due = steady_time::max();
    auto state = m_codec.put({});
    while (state == read_state::in_header || state == read_state::in_body) {
        if (m_codec.takes_expectation()) {
            const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await write_text(go_on);
        }
        set_read_deadline(state);
        error_code error;
        const auto size = co_await m_stream.async_read_some(
            asio::buffer(m_buffer), asio::redirect_error(asio::use_awaitable, error)
        );
        m_watch.is_between_requests = false;
        if (error) co_return read_outcome::gone;
        state = m_codec.put(std::string_view(m_buffer.data(), size));
        if (!count_buffered()) co_return refuse(503);
    }
    if (state == read_state::refused) co_return refuse(m_codec.refusal_status());
    co_return read_outcome::whole;
}

/// Idle until the first byte; then the header has its time, each piece of the body its own, and the
/// whole an end.
void connection::set_read_deadline(read_state state)
{
    const auto& limits = m_shared.limits;
    m_watch.is_between_requests = !m_codec.is_inside_request();
    if (m_watch.is_between_requests) {
        m_watch.due = m_shared.is_stopping ? steady_time::min() : in(limits.idle_timeout);
        return;
    }
    if (m_request_due == steady_time::max()) {
        m_request_due = in(limits.request_timeout);
        m_header_due = in(limits.header_timeout);
    }
    m_watch.due = std::min(
        m_request_due, state == read_state::in_header ? m_header_due : in(limits.read_timeout)
    );
}

/// False where the bodies of all connections together are more than the server may hold.
bool connection::count_buffered()
{
    const auto now = m_codec.body_bytes();
    m_shared.buffered_bytes = m_shared.buffered_bytes - m_counted_bytes + now;
    m_counted_bytes = now;
    return m_shared.buffered_bytes <= m_shared.limits.max_buffered_bytes;
}

void connection::release_buffered()
{
    m_shared.buffered_bytes -= m_counted_bytes;
    m_counted_bytes = 0;
}

read_outcome connection::refuse(int status)
{
    m_refusal = status;
    return read_outcome::refused;
}

asio::awaitable<bool> connection::write_answer(const http_response& response, bool keep_alive)
{
    auto text = encode_head(response, keep_alive);
    text += response.body;
    co_return co_await write_text(text);
}

asio::awaitable<bool> connection::write_text(const std::string& text)
{
    error_code error;
    for (std::size_t at = 0; at < text.size() && !error; at += write_bytes) {
        m_watch.due = in(m_shared.limits.write_timeout);
        const auto piece = asio::buffer(text.data() + at, std::min(write_bytes, text.size() - at));
        co_await asio::async_write(
            m_stream, piece, asio::redirect_error(asio::use_awaitable, error)
        );
    }
    co_return !error;
}

/// Closing with unread bytes resets the connection, and the client would not see what was said
/// last: so the end is told, in TLS and in TCP, and what still comes is thrown away until the
/// client ends too.
asio::awaitable<void> connection::say_goodbye()
{
    if (!m_stream.next_layer().is_open()) co_return;
    m_watch.due = in(m_shared.limits.shutdown_timeout);
    // As if the client's own goodbye had come: OpenSSL then sends ours and does not wait for it.
    SSL_set_shutdown(m_stream.native_handle(), SSL_RECEIVED_SHUTDOWN);
    error_code error;
    co_await m_stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    error.clear();
    m_stream.next_layer().shutdown(tcp::socket::shutdown_send, error);
    std::size_t drained = 0;
    while (!error && drained < max_drained_bytes) {
        const auto size = co_await m_stream.next_layer().async_read_some(
            asio::buffer(m_buffer), asio::redirect_error(asio::use_awaitable, error)
        );
        drained += size;
    }
}

} // namespace

std::size_t connection_board::close_overdue(steady_time now)
{
    std::size_t closed = 0;
    for (auto* watch : m_open) {
        if (watch->due > now) continue;
        error_code ignored;
        watch->socket->close(ignored);
        watch->due = steady_time::max();
        ++closed;
    }
    return closed;
}

void connection_board::close_idle()
{
    for (auto* watch : m_open) {
        error_code ignored;
        if (watch->is_between_requests) watch->socket->close(ignored);
    }
}

void connection_board::close_all()
{
    for (auto* watch : m_open) {
        error_code ignored;
        watch->socket->close(ignored);
    }
}

asio::awaitable<void> serve_connection(tcp::socket socket, connection_shared& shared)
{
    connection here(std::move(socket), shared);
    co_await here.run();
}

} // namespace hotich
