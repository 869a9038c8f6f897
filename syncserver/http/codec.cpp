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
using answer_parser = http::response_parser<http::string_body>;

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

/// Gives the parser what has come; what it does not take yet stays.
template <class Parser>
boost::beast::error_code feed(Parser& reading, std::string& pending)
{
    while (!pending.empty() && !reading.is_done()) {
        boost::beast::error_code error;
        const auto taken = reading.put(boost::asio::buffer(pending), error);
        pending.erase(0, taken);
        // Beast 1.81 ends the program at some ends of a chunked body. Nobody who speaks to this
        // server needs one, and no partner's short answer: refused as soon as the header is read.
        if (reading.is_header_done() && reading.chunked())
            return http::error::bad_transfer_encoding;
        if (error == http::error::need_more) break;
        if (error) return error;
        if (taken == 0) break;
    }
    return {};
}

template <class Parser>
read_state state_of(const Parser& reading)
{
    if (reading.is_done()) return read_state::whole;
    return reading.is_header_done() ? read_state::in_body : read_state::in_header;
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
        reading->eager(false); // the header first, then the question whether the body is taken
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
    if (const auto error = feed(*s.reading, s.pending)) {
        s.refusal = status_of(error);
        return read_state::refused;
    }
    return state_of(*s.reading);
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

bool request_codec::has_header() const { return m_state->reading->is_header_done(); }

std::string_view request_codec::target() const
{
    const auto target = m_state->reading->get().target();
    return {target.data(), target.size()};
}

std::uint64_t request_codec::stated_body_bytes() const
{
    const auto stated = m_state->reading->content_length();
    return stated ? *stated : 0;
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
    if (m_state->pending.empty()) m_state->pending = std::string(); // an idle connection holds none
    return out;
}

int request_codec::refusal_status() const { return m_state->refusal; }

struct response_codec::state
{
    answer_parser reading;
    std::string pending;
};

response_codec::response_codec(std::size_t max_header_bytes, std::size_t max_body_bytes)
    : m_state(std::make_unique<state>())
{
    m_state->reading.header_limit(static_cast<std::uint32_t>(max_header_bytes));
    m_state->reading.body_limit(max_body_bytes);
    m_state->reading.eager(false);
}

response_codec::~response_codec() = default;

read_state response_codec::put(std::string_view bytes)
{
    auto& s = *m_state;
    s.pending.append(bytes);
    return feed(s.reading, s.pending) ? read_state::refused : state_of(s.reading);
}

read_state response_codec::end()
{
    boost::beast::error_code error;
    if (m_state->reading.got_some()) m_state->reading.put_eof(error);
    return !error && m_state->reading.is_done() ? read_state::whole : read_state::refused;
}

http_response response_codec::take()
{
    auto message = m_state->reading.release();
    http_response out;
    out.status = static_cast<int>(message.result_int());
    for (const auto& field : message)
        out.headers.push_back({to_lower_ascii(to_std(field.name_string())), to_std(field.value())});
    out.body = std::move(message.body());
    return out;
}

std::string encode_request(const http_request& request, std::string_view host)
{
    auto text = request.method + " " + request.target + " HTTP/1.1\r\nHost: " + std::string(host)
        + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : request.headers)
        text += name + ": " + value + "\r\n";
    if (!request.body.empty() || request.method == "POST")
        text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    return text + "\r\n" + request.body;
}

std::string encode_head(const http_response& response, bool keep_alive)
{
    const auto reason =
        http::obsolete_reason(http::int_to_status(static_cast<unsigned>(response.status)));
    auto head = "HTTP/1.1 " + std::to_string(response.status) + " " + to_std(reason) + "\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (response.listens) return head + "\r\n"; // a WebSocket begins behind it
    head += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    head += keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace hotich
