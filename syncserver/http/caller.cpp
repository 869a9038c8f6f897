#include "syncserver/http/caller.h"

#include "syncserver/http/codec.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

namespace hotich {

namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::size_t max_url_bytes = 1000;

bool is_port(std::string_view text)
{
    return !text.empty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })
        && std::stoi(std::string(text)) <= 65535;
}

/// What may stand in a URL of ours: no space, no sign that ends a line, no name and password.
bool is_plain(std::string_view url)
{
    return url.size() <= max_url_bytes && std::all_of(url.begin(), url.end(), [](char c) {
               return c > ' ' && c < 127 && c != '@' && c != '?' && c != '#';
           });
}

} // namespace

bool http_target::is_loopback() const
{
    error_code error;
    const auto address = asio::ip::make_address(host, error);
    return host == "localhost" || (!error && address.is_loopback());
}

result<http_target> parse_http_target(std::string_view url)
{
    const failure misshapen{
        failure_code::invalid_input,
        "not a URL such as https://host:8443/path: " + std::string(url)};
    http_target out;
    out.is_secure = url.starts_with("https://");
    if ((!out.is_secure && !url.starts_with("http://")) || !is_plain(url)) return misshapen;
    url.remove_prefix(out.is_secure ? 8 : 7);
    const auto slash = std::min(url.find('/'), url.size());
    auto place = url.substr(0, slash);
    out.path = std::string(url.substr(slash));
    while (out.path.ends_with('/'))
        out.path.pop_back();
    const auto bracket = place.find(']'); // [::1]:8443
    const auto colon = place.find(':', bracket == std::string_view::npos ? 0 : bracket);
    out.port = out.is_secure ? "443" : "80";
    if (colon != std::string_view::npos) {
        out.port = std::string(place.substr(colon + 1));
        place = place.substr(0, colon);
    }
    if (place.starts_with('[') && place.ends_with(']')) place = place.substr(1, place.size() - 2);
    out.host = std::string(place);
    if (out.host.empty() || !is_port(out.port)) return misshapen;
    return out;
}

struct http_caller::state
{
    using steady = std::chrono::steady_clock;

    /// Starts one step and runs it to its end; the time of the whole call is its time.
    template <class Begin>
    error_code step(Begin begin)
    {
        if (is_cancelled) return asio::error::operation_aborted;
        std::optional<error_code> ended;
        begin([&ended](const error_code& error, const auto&... /*more*/) { ended = error; });
        io.restart();
        while (!ended && steady::now() < due)
            io.run_one_until(due);
        if (ended) return *ended;
        close();
        io.restart();
        while (!ended)
            io.run_one();
        return asio::error::timed_out;
    }

    void close()
    {
        error_code ignored;
        resolver.cancel();
        if (socket != nullptr) socket->close(ignored);
    }

    error_code connect(tcp::socket& to)
    {
        tcp::resolver::results_type found;
        const auto unresolved = step([&](auto done) {
            resolver.async_resolve(
                settings.target.host,
                settings.target.port,
                [&found,
                 done](const error_code& error, tcp::resolver::results_type results) mutable {
                    found = std::move(results);
                    done(error);
                }
            );
        });
        if (unresolved) return unresolved;
        socket = &to;
        return step([&](auto done) { asio::async_connect(to, found, done); });
    }

    template <class Stream>
    result<http_response> talk(Stream& line, const std::string& text)
    {
        const auto unsent =
            step([&](auto done) { asio::async_write(line, asio::buffer(text), done); });
        if (unsent) return silent(unsent);
        response_codec codec(settings.max_header_bytes, settings.max_body_bytes);
        std::array<char, 8192> bytes{};
        auto reading = read_state::in_header;
        while (reading == read_state::in_header || reading == read_state::in_body) {
            std::size_t got = 0;
            const auto error = step([&](auto done) {
                line.async_read_some(
                    asio::buffer(bytes),
                    [&got, done](const error_code& ec, std::size_t count) mutable {
                        got = count;
                        done(ec);
                    }
                );
            });
            reading = codec.put(std::string_view(bytes.data(), got));
            if (!error || reading == read_state::whole) continue;
            const bool is_end = error == asio::error::eof || error == ssl::error::stream_truncated;
            if (!is_end) return silent(error);
            reading = codec.end();
        }
        if (reading == read_state::refused)
            return failure{failure_code::busy, "the answer is cut, too large or no HTTP"};
        return codec.take();
    }

    [[nodiscard]] failure silent(const error_code& error) const
    {
        if (is_cancelled) return {failure_code::cancelled, "the server stops"};
        return {failure_code::busy, error.message()};
    }

    [[nodiscard]] failure unreached(const error_code& error) const
    {
        if (is_cancelled) return {failure_code::cancelled, "the server stops"};
        return {failure_code::offline, error.message()};
    }

    result<http_response> call_plain(const std::string& text)
    {
        tcp::socket line(io);
        if (const auto error = connect(line)) return unreached(error);
        return talk(line, text);
    }

    result<http_response> call_secure(const std::string& text)
    {
        const auto& host = settings.target.host;
        ssl::stream<tcp::socket> line(io, *tls);
        line.set_verify_callback(ssl::host_name_verification(host));
        error_code numeric;
        asio::ip::make_address(host, numeric);
        // What the macro SSL_set_tlsext_host_name says, without its C cast.
        if (numeric)
            SSL_ctrl(
                line.native_handle(),
                SSL_CTRL_SET_TLSEXT_HOSTNAME,
                TLSEXT_NAMETYPE_host_name,
                const_cast<char*>(host.c_str())
            );
        if (const auto error = connect(line.next_layer())) return unreached(error);
        const auto refused =
            step([&](auto done) { line.async_handshake(ssl::stream_base::client, done); });
        if (refused) return unreached(refused);
        return talk(line, text);
    }

    caller_settings settings;
    std::unique_ptr<ssl::context> tls;
    asio::io_context io{1};
    tcp::resolver resolver{io};
    tcp::socket* socket = nullptr; ///< of the call that is running
    steady::time_point due;
    std::atomic<bool> is_cancelled = false;
};

http_caller::http_caller(std::unique_ptr<state> made) : m_state(std::move(made)) {}

http_caller::~http_caller() = default;

result<std::unique_ptr<http_caller>> http_caller::open(caller_settings settings)
{
    auto made = std::make_unique<state>();
    made->settings = std::move(settings);
    if (made->settings.target.is_secure) {
        made->tls = std::make_unique<ssl::context>(ssl::context::tls_client);
        SSL_CTX_set_min_proto_version(made->tls->native_handle(), TLS1_2_VERSION);
        made->tls->set_verify_mode(ssl::verify_peer);
        error_code error;
        if (made->settings.authorities_pem.empty())
            made->tls->set_default_verify_paths(error);
        else
            made->tls->add_certificate_authority(
                asio::buffer(made->settings.authorities_pem), error
            );
        if (error)
            return failure{
                failure_code::invalid_input, "the certificates of authorities: " + error.message()};
    }
    return std::unique_ptr<http_caller>(new http_caller(std::move(made)));
}

result<http_response> http_caller::call(const http_request& request)
{
    auto& s = *m_state;
    s.due = state::steady::now() + s.settings.timeout;
    const auto text =
        encode_request(request, s.settings.target.host + ":" + s.settings.target.port);
    auto answer = s.tls ? s.call_secure(text) : s.call_plain(text);
    s.socket = nullptr;
    return answer;
}

void http_caller::cancel()
{
    m_state->is_cancelled = true;
    asio::post(m_state->io, [s = m_state.get()] { s->close(); });
}

} // namespace hotich
