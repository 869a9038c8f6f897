#include "syncserver/http/codec.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>

namespace hotich {

namespace {

namespace http = boost::beast::http;
using parser = http::request_parser<http::string_body>;

std::string to_std(boost::beast::string_view text) { return {text.data(), text.size()}; }

std::string to_lower_ascii(std::string text)
{
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

int status_of(const boost::beast::error_code& error)
{
    if (error == http::error::body_limit) return 413;
    if (error == http::error::header_limit) return 431;
    return 400;
}

} // namespace

struct request_codec::state
{
    explicit state(const http_limits& given) : limits(given) { start(); }

    /// A parser reads one message.
    void start()
    {
        reading.emplace();
        reading->header_limit(static_cast<std::uint32_t>(limits.max_header_bytes));
        reading->body_limit(limits.max_body_bytes);
        reading->eager(true);
        expectation_seen = false;
    }

    const http_limits& limits;
    std::optional<parser> reading;
    std::string pending; ///< bytes that the parser has not taken yet
    bool expectation_seen = false;
    int refusal = 0;
};

request_codec::request_codec(const http_limits& limits) : m_state(std::make_unique<state>(limits))
{}

request_codec::~request_codec() = default;

read_state request_codec::put(std::string_view bytes)
{
    auto& s = *m_state;
    s.pending.append(bytes);
    while (!s.pending.empty() && !s.reading->is_done()) {
        boost::beast::error_code error;
        const auto taken = s.reading->put(boost::asio::buffer(s.pending), error);
        s.pending.erase(0, taken);
        if (error == http::error::need_more) break;
        if (error) {
            s.refusal = status_of(error);
            return read_state::refused;
        }
        if (taken == 0) break;
    }
    if (s.reading->is_done()) return read_state::whole;
    return s.reading->is_header_done() ? read_state::in_body : read_state::in_header;
}

bool request_codec::is_inside_request() const
{
    return m_state->reading->got_some() || !m_state->pending.empty();
}

bool request_codec::takes_expectation()
{
    auto& s = *m_state;
    if (s.expectation_seen || !s.reading->is_header_done() || s.reading->is_done()) return false;
    s.expectation_seen = true;
    return boost::beast::iequals(s.reading->get()[http::field::expect], "100-continue");
}

std::size_t request_codec::body_bytes() const
{
    return m_state->reading->get().body().size() + m_state->pending.size();
}

http_request request_codec::take()
{
    auto message = m_state->reading->release();
    http_request out;
    out.method = to_std(message.method_string());
    out.target = to_std(message.target());
    out.keep_alive = message.keep_alive();
    for (const auto& field : message)
        out.headers.push_back({to_lower_ascii(to_std(field.name_string())), to_std(field.value())});
    out.body = std::move(message.body());
    m_state->start();
    return out;
}

int request_codec::refusal_status() const { return m_state->refusal; }

std::string encode_head(const http_response& response, bool keep_alive)
{
    const auto reason =
        http::obsolete_reason(http::int_to_status(static_cast<unsigned>(response.status)));
    auto head = "HTTP/1.1 " + std::to_string(response.status) + " " + to_std(reason) + "\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    head += keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace hotich
