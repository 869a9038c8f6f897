// notice  {"revision":n}: the feed of the office goes up to n now. The first comes at once.
#include "syncserver/http/connection_listening.h"

#include "syncserver/http/websocket.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

/// Who listens has nothing to say but pongs.
constexpr std::size_t max_bytes_between_pings = 4096;
/// Notices pile up in the system's buffer, unseen by us: keep it small.
constexpr int send_buffer_bytes = 8 * 1024;

class listening final : public feed_listener
{
public:
    listening(
        tls_line& line, connection_watch& watch, feed_subscription who, connection_shared& shared
    )
        : m_line(line), m_watch(watch), m_who(std::move(who)), m_shared(shared)
    {
        error_code ignored;
        m_line.socket().set_option(asio::socket_base::send_buffer_size(send_buffer_bytes), ignored);
        m_newest = m_who.revision;
        heard();
        m_is_listed = m_shared.hub.add(m_who, *this);
        if (!m_is_listed) dismiss();
    }

    listening(const listening&) = delete;
    listening& operator=(const listening&) = delete;

    ~listening() override
    {
        if (m_is_listed) m_shared.hub.remove(m_who, *this);
        m_shared.counters.set_listeners(m_shared.hub.size());
    }

    asio::awaitable<void> run();

    void tell(std::int64_t revision) override;
    void tick(steady_time now) override;
    void dismiss() override;

private:
    [[nodiscard]] static steady_time now() { return std::chrono::steady_clock::now(); }

    void heard();
    void take(std::string_view bytes);
    void answer(const websocket_message& message);
    void push_frames();
    [[nodiscard]] std::string next_frame();
    void close_socket();

    tls_line& m_line;
    connection_watch& m_watch;
    feed_subscription m_who;
    connection_shared& m_shared;
    websocket_reader m_reader;
    // What is to be written: one frame under way, and of everything else only the newest.
    std::string m_frame;
    std::optional<std::int64_t> m_newest;
    std::int64_t m_told = -1;
    std::optional<std::string> m_pong;
    std::optional<std::uint16_t> m_goodbye;
    bool m_is_ping_due = false;
    bool m_is_leaving = false; ///< nothing is written after the close frame
    bool m_is_listed = false;
    std::size_t m_bytes_heard = 0;
    steady_time m_next_ping;
    steady_time m_silent_until;
    steady_time m_write_due = steady_time::max();
};

asio::awaitable<void> listening::run()
{
    m_shared.counters.set_listeners(m_shared.hub.size());
    push_frames();
    auto& buffer = m_shared.just_read;
    while (m_line.socket().is_open() && !(m_is_leaving && m_frame.empty())) {
        std::size_t size = 0;
        const line_step step = m_line.read(buffer.data(), buffer.size(), size);
        if (step == line_step::closed) co_return;
        if (step == line_step::done) {
            take(std::string_view(buffer.data(), size));
            push_frames();
            continue;
        }
        const auto kind =
            step == line_step::wants_read ? tcp::socket::wait_read : tcp::socket::wait_write;
        error_code error;
        co_await m_line.socket().async_wait(kind, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
    }
}

void listening::heard()
{
    m_next_ping = now() + m_shared.limits.ping_interval;
    m_silent_until = m_next_ping + m_shared.limits.pong_timeout;
    m_watch.due = std::min(m_silent_until, m_write_due);
}

void listening::take(std::string_view bytes)
{
    m_bytes_heard += bytes.size();
    const auto messages = m_reader.put(bytes);
    if (!messages || m_bytes_heard > max_bytes_between_pings) {
        m_goodbye = websocket_not_understood;
        return;
    }
    heard();
    for (const auto& message : *messages)
        answer(message);
}

void listening::answer(const websocket_message& message)
{
    if (message.kind == websocket_kind::ping) m_pong = message.payload;
    if (message.kind == websocket_kind::close) m_goodbye = websocket_going_away;
}

void listening::tell(std::int64_t revision)
{
    if (revision <= m_told) return;
    m_newest = revision;
    push_frames();
}

/// Tries again what a slow reader did not take, and pings who was silent.
void listening::tick(steady_time now)
{
    if (now >= m_next_ping) {
        m_is_ping_due = true;
        m_bytes_heard = 0;
        m_next_ping = steady_time::max(); // until it is answered
    }
    if (m_is_ping_due || !m_frame.empty() || m_goodbye) push_frames();
}

/// The close frame goes if the line takes it at once; the socket is closed in any case.
void listening::dismiss()
{
    m_goodbye = websocket_going_away;
    push_frames();
    close_socket();
}

std::string listening::next_frame()
{
    if (m_is_leaving) return {};
    if (const auto code = std::exchange(m_goodbye, std::nullopt)) {
        m_is_leaving = true;
        return websocket_frame(websocket_kind::close, websocket_goodbye(*code));
    }
    if (const auto payload = std::exchange(m_pong, std::nullopt))
        return websocket_frame(websocket_kind::pong, *payload);
    if (const auto revision = std::exchange(m_newest, std::nullopt)) {
        m_told = *revision;
        m_shared.counters.count_notice();
        const auto text = R"({"revision":)" + std::to_string(*revision) + "}";
        return websocket_frame(websocket_kind::text, text);
    }
    if (std::exchange(m_is_ping_due, false)) return websocket_frame(websocket_kind::ping, "");
    return {};
}

/// Never waits: what the line does not take stays for the next tick, and only so long.
void listening::push_frames()
{
    while (m_line.socket().is_open()) {
        if (m_frame.empty()) m_frame = next_frame();
        if (m_frame.empty()) {
            m_write_due = steady_time::max();
            break;
        }
        std::size_t taken = 0;
        const auto step = m_line.write(m_frame, taken);
        if (step == line_step::closed) return close_socket();
        if (step != line_step::done) {
            if (m_write_due == steady_time::max())
                m_write_due = now() + m_shared.limits.write_timeout;
            break;
        }
        m_frame.erase(0, taken);
        m_write_due = steady_time::max();
    }
    m_watch.due = std::min(m_silent_until, m_write_due);
    // The reader waits for bytes that need not come after the last word.
    if (m_is_leaving && m_frame.empty()) close_socket();
}

void listening::close_socket()
{
    error_code ignored;
    m_line.socket().shutdown(tcp::socket::shutdown_both, ignored);
    m_line.socket().close(ignored);
}

} // namespace

asio::awaitable<void> serve_listener(
    tls_line& line, connection_watch& watch, feed_subscription who, connection_shared& shared
)
{
    listening here(line, watch, std::move(who), shared);
    co_await here.run();
}

} // namespace hotich
