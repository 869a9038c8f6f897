// TLS over a socket that never blocks. Nothing waits in here: each act says what the socket must be
// ready for before it is tried again. So an idle connection holds no buffer at all: OpenSSL gives
// its own back between records, and the bytes it reads go through one buffer that all connections
// share. Used by http/connection.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string_view>

namespace hotich {

enum class line_step { done, wants_read, wants_write, closed };

class tls_line
{
public:
    tls_line(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& context);
    tls_line(const tls_line&) = delete;
    tls_line& operator=(const tls_line&) = delete;
    ~tls_line();

    [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return m_socket; }

    line_step handshake();
    /// At least one byte where it is done.
    line_step read(char* into, std::size_t most, std::size_t& got);
    /// At least one byte, at most one TLS record. What was not taken must be offered again.
    line_step write(std::string_view bytes, std::size_t& taken);
    /// Says goodbye and does not wait for the other's.
    line_step say_goodbye();

private:
    struct end_session
    {
        void operator()(SSL* session) const { SSL_free(session); }
    };

    [[nodiscard]] line_step step_of(int outcome) const;

    boost::asio::ip::tcp::socket m_socket;
    std::unique_ptr<SSL, end_session> m_session;
};

} // namespace hotich
