#include "syncserver/http/connection.h"

#include "syncserver/http/codec.h"
#include "syncserver/http/connection_job.h"
#include "syncserver/http/connection_listening.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

/// Of a body that is refused, this much is still taken and thrown away, so that the client gets to
/// read why.
constexpr std::size_t max_drained_bytes = 4u * 1024u * 1024u;
/// A refused body up to this size is read to its end, and the connection goes on: a new handshake
/// would cost more than these bytes.
constexpr std::uint64_t max_swallowed_bytes = 64u * 1024u;

http_response plain_error(int status, const char* code, const char* detail, int retry_after_s)
{
    http_response out{status, {{"Content-Type", "application/json"}}, ""};
    out.body = std::string(R"({"error":{"code":")") + code + R"(","detail":")" + detail + R"("}})";
    if (retry_after_s > 0) out.headers.push_back({"Retry-After", std::to_string(retry_after_s)});
    return out;
}

/// What is weighed before a handler sees it: all that may touch the store. Who only asks whether
/// the server lives gets his answer in the worst storm.
bool is_weighed(std::string_view target) { return target.starts_with("/v1/"); }

enum class read_outcome { whole, refused, gone };

class connection
{
public:
    connection(tcp::socket socket, std::string address, connection_shared& shared)
        : m_shared(shared),
          m_address(std::move(address)),
          m_line(std::move(socket), shared.tls),
          m_codec(shared.limits)
    {
        m_watch.socket = &m_line.socket();
        m_shared.board.add(m_watch);
        m_shared.counters.connection_opened();
    }

    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    ~connection()
    {
        count_buffered(0);
        m_shared.board.remove(m_watch);
        m_shared.addresses.leave(m_address, now());
        m_shared.counters.connection_closed();
    }

    asio::awaitable<void> run();

private:
    asio::awaitable<bool> handshake();
    asio::awaitable<bool> serve_one();
    asio::awaitable<bool> answer(http_request request);
    asio::awaitable<read_outcome> read_request();
    asio::awaitable<bool> write_answer(const http_response& response, bool keep_alive);
    asio::awaitable<bool> write_text(const std::string& text);
    asio::awaitable<void> say_goodbye();
    asio::awaitable<bool> ready_for(line_step wanted);

    [[nodiscard]] static steady_time now() { return std::chrono::steady_clock::now(); }

    [[nodiscard]] static steady_time in(std::chrono::milliseconds time) { return now() + time; }

    void set_read_deadline(read_state state);
    bool count_buffered(std::size_t bytes);
    void weigh();
    void refuse(const char* why, http_response refusal);
    [[nodiscard]] http_response refusal_of(int status);
    [[nodiscard]] bool is_body_worth_reading() const;

    connection_shared& m_shared;
    std::string m_address;
    tls_line m_line;
    connection_watch m_watch;
    request_codec m_codec;
    std::size_t m_counted_bytes = 0;
    steady_time m_request_due = steady_time::max();
    steady_time m_header_due = steady_time::max();
    bool m_is_weighed = false;
    bool m_was_served = false; ///< had an answer of a handler that matters to the store
    std::optional<http_response> m_refusal; ///< of the request that is being read
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

asio::awaitable<bool> connection::ready_for(line_step wanted)
{
    if (wanted == line_step::closed) co_return false;
    const auto kind =
        wanted == line_step::wants_read ? tcp::socket::wait_read : tcp::socket::wait_write;
    error_code error;
    co_await m_line.socket().async_wait(kind, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

asio::awaitable<bool> connection::handshake()
{
    m_watch.due = in(m_shared.limits.handshake_timeout);
    line_step step = m_line.handshake();
    while (step != line_step::done) {
        const bool is_ready = co_await ready_for(step);
        if (!is_ready) {
            m_shared.counters.handshake_failed();
            co_return false;
        }
        step = m_line.handshake();
    }
    co_return true;
}

asio::awaitable<bool> connection::serve_one()
{
    const read_outcome outcome = co_await read_request();
    count_buffered(0);
    if (outcome == read_outcome::gone) co_return false;
    const bool is_full = m_shared.board.size() > m_shared.limits.max_connections;
    if (is_full && !m_refusal) refuse("full", refusal_of(503));
    if (m_refusal) {
        bool is_kept = outcome == read_outcome::whole && !is_full && !m_shared.is_stopping;
        if (is_kept) is_kept = m_codec.take().keep_alive;
        const http_response refusal = std::move(*m_refusal);
        const bool is_sent = co_await write_answer(refusal, is_kept);
        co_return is_sent&& is_kept;
    }
    http_request request = m_codec.take();
    request.address = m_address;
    co_return co_await answer(std::move(request));
}

asio::awaitable<bool> connection::answer(http_request request)
{
    const bool is_kept = request.keep_alive;
    const bool is_counted = is_weighed(request.target);
    handler_job job(m_shared.handler, std::move(request));
    m_watch.due = steady_time::max(); // a handler ends by itself: every wait inside it is bounded
    if (is_counted) m_shared.gate.enter();
    const handled done = co_await run_blocking(m_shared.pool, std::move(job));
    if (is_counted) {
        m_was_served = true;
        m_shared.gate.leave(done.service);
        m_shared.counters.set_admission(
            {m_shared.gate.inside(),
             m_shared.gate.service().count(),
             m_shared.gate.wait_outside(now()).count()}
        );
    }
    if (done.response.is_failed_sign_in) m_shared.addresses.count_failure(m_address, now());
    const bool stays_open = is_kept && !m_shared.is_stopping;
    const bool is_sent = co_await write_answer(done.response, stays_open);
    if (is_sent && done.response.listens) {
        feed_subscription who = *done.response.listens;
        co_await serve_listener(m_line, m_watch, std::move(who), m_shared);
        co_return false;
    }
    co_return is_sent&& stays_open;
}

asio::awaitable<read_outcome> connection::read_request()
{
    m_request_due = steady_time::max();
    m_is_weighed = false;
    m_refusal.reset();
    auto state = m_codec.put({});
    while (state == read_state::in_header || state == read_state::in_body) {
        if (!m_is_weighed) weigh();
        if (m_refusal && !is_body_worth_reading()) co_return read_outcome::refused;
        if (m_codec.takes_expectation()) {
            if (m_refusal) co_return read_outcome::refused;
            const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await write_text(go_on);
        }
        set_read_deadline(state);
        auto& buffer = m_shared.just_read;
        std::size_t size = 0;
        line_step step = m_line.read(buffer.data(), buffer.size(), size);
        while (step != line_step::done) {
            const bool is_ready = co_await ready_for(step);
            if (!is_ready) co_return read_outcome::gone;
            step = m_line.read(buffer.data(), buffer.size(), size);
        }
        m_watch.is_between_requests = false;
        state = m_codec.put(std::string_view(buffer.data(), size));
        if (!count_buffered(m_codec.body_bytes())) refuse("refused", refusal_of(503));
    }
    if (state == read_state::refused) refuse("refused", refusal_of(m_codec.refusal_status()));
    if (state == read_state::refused) co_return read_outcome::refused;
    if (!m_is_weighed) weigh();
    co_return read_outcome::whole;
}

/// Whether there is room, as soon as the headers tell what is coming: before the body is read and
/// long before a signature is looked at.
void connection::weigh()
{
    if (!m_codec.has_header()) return;
    m_is_weighed = true;
    if (!is_weighed(m_codec.target())) return;
    if (m_shared.addresses.is_barred(m_address, now()))
        return refuse(
            "barred",
            plain_error(
                429,
                "busy",
                "too many attempts to sign in failed at this address",
                m_shared.gate.appointment(admission_class::bulk, now()) + 60
            )
        );
    const auto size = m_codec.stated_body_bytes();
    const auto kind = m_was_served ? admission_class::bulk : admission_class::first_receipt;
    const auto later = m_shared.gate.ask(kind, size, now());
    if (!later) return;
    const bool is_large = size >= m_shared.limits.admission.large_body_bytes;
    const char* why = m_was_served || is_large ? "bulk_later" : "busy";
    refuse(why, plain_error(503, "busy", "the server is busy, come again later", *later));
}

void connection::refuse(const char* why, http_response refusal)
{
    m_shared.counters.count_refusal(why, refusal.status);
    m_refusal = std::move(refusal);
}

http_response connection::refusal_of(int status)
{
    if (status == 413) return plain_error(413, "invalid_input", "the body is too large", 0);
    if (status == 431) return plain_error(431, "invalid_input", "the headers are too large", 0);
    if (status == 503)
        return plain_error(
            503,
            "busy",
            "the server is full, try again later",
            m_shared.gate.appointment(admission_class::bulk, now())
        );
    return plain_error(400, "invalid_input", "this is no HTTP/1.1 request", 0);
}

bool connection::is_body_worth_reading() const
{
    return m_codec.stated_body_bytes() <= max_swallowed_bytes
        && m_shared.buffered_bytes <= m_shared.limits.max_buffered_bytes;
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

/// What this connection holds now, of a body or of an answer. False where all connections together
/// hold more than the server may.
bool connection::count_buffered(std::size_t bytes)
{
    m_shared.buffered_bytes = m_shared.buffered_bytes - m_counted_bytes + bytes;
    m_counted_bytes = bytes;
    return m_shared.buffered_bytes <= m_shared.limits.max_buffered_bytes;
}

asio::awaitable<bool> connection::write_answer(const http_response& response, bool keep_alive)
{
    auto text = encode_head(response, keep_alive);
    text += response.body;
    count_buffered(text.size());
    const bool is_sent = co_await write_text(text);
    count_buffered(0);
    co_return is_sent;
}

/// Each record has the write timeout for itself.
asio::awaitable<bool> connection::write_text(const std::string& text)
{
    std::size_t at = 0;
    m_watch.due = in(m_shared.limits.write_timeout);
    while (at < text.size()) {
        std::size_t taken = 0;
        const line_step step = m_line.write(std::string_view(text).substr(at), taken);
        if (step == line_step::done) {
            at += taken;
            m_watch.due = in(m_shared.limits.write_timeout);
            continue;
        }
        const bool is_ready = co_await ready_for(step);
        if (!is_ready) co_return false;
    }
    co_return true;
}

/// Closing with unread bytes resets the connection, and the client would not see what was said
/// last: so the end is told, in TLS and in TCP, and what still comes is thrown away until the
/// client ends too.
asio::awaitable<void> connection::say_goodbye()
{
    auto& socket = m_line.socket();
    if (!socket.is_open()) co_return;
    m_watch.due = in(m_shared.limits.shutdown_timeout);
    line_step step = m_line.say_goodbye();
    while (step == line_step::wants_write) {
        const bool is_ready = co_await ready_for(step);
        if (!is_ready) co_return;
        step = m_line.say_goodbye();
    }
    error_code error;
    socket.shutdown(tcp::socket::shutdown_send, error);
    std::size_t drained = 0;
    while (!error && drained < max_drained_bytes) {
        const bool is_ready = co_await ready_for(line_step::wants_read);
        if (!is_ready) co_return;
        drained += socket.read_some(asio::buffer(m_shared.just_read), error);
        if (error == asio::error::would_block) error.clear();
    }
}

} // namespace

asio::awaitable<void> serve_connection(
    tcp::socket socket, std::string address, connection_shared& shared
)
{
    connection here(std::move(socket), std::move(address), shared);
    co_await here.run();
}

} // namespace hotich
