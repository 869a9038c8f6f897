#include "syncserver/http/tls_line.h"

#include <openssl/bio.h>
#include <openssl/err.h>

#include <algorithm>
#include <new>

namespace hotich {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::size_t max_record_bytes = 16u * 1024u;

// A BIO over Asio's socket. OpenSSL's own would raise SIGPIPE, and would go on using a descriptor
// that was closed and has become another connection's.

tcp::socket& socket_of(BIO* bio) { return *static_cast<tcp::socket*>(BIO_get_data(bio)); }

bool is_to_wait(const error_code& error)
{
    return error == asio::error::would_block || error == asio::error::try_again;
}

int bio_write(BIO* bio, const char* bytes, int count)
{
    BIO_clear_retry_flags(bio);
    error_code error;
    const auto size = static_cast<std::size_t>(count);
    const auto written = socket_of(bio).write_some(asio::buffer(bytes, size), error);
    if (is_to_wait(error)) BIO_set_retry_write(bio);
    return error ? -1 : static_cast<int>(written);
}

int bio_read(BIO* bio, char* bytes, int count)
{
    BIO_clear_retry_flags(bio);
    error_code error;
    const auto size = static_cast<std::size_t>(count);
    const auto got = socket_of(bio).read_some(asio::buffer(bytes, size), error);
    if (error == asio::error::eof) return 0;
    if (is_to_wait(error)) BIO_set_retry_read(bio);
    return error ? -1 : static_cast<int>(got);
}

long bio_control(BIO* /*bio*/, int command, long /*number*/, void* /*pointer*/)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

BIO_METHOD* new_socket_method()
{
    auto* const made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket");
    if (made == nullptr) throw std::bad_alloc();
    BIO_meth_set_write(made, bio_write);
    BIO_meth_set_read(made, bio_read);
    BIO_meth_set_ctrl(made, bio_control);
    return made;
}

BIO* new_bio(tcp::socket& socket)
{
    static const auto* const method = new_socket_method();
    auto* const bio = BIO_new(method);
    if (bio == nullptr) throw std::bad_alloc();
    BIO_set_data(bio, &socket);
    BIO_set_init(bio, 1);
    return bio;
}

} // namespace

tls_line::tls_line(tcp::socket socket, asio::ssl::context& context)
    : m_socket(std::move(socket)), m_session(SSL_new(context.native_handle()))
{
    if (!m_session) throw std::bad_alloc();
    error_code ignored; // a socket that is dead already fails at its first step
    m_socket.non_blocking(true, ignored);
    auto* const bio = new_bio(m_socket);
    SSL_set_bio(m_session.get(), bio, bio);
    SSL_set_accept_state(m_session.get());
}

tls_line::~tls_line() = default;

line_step tls_line::handshake()
{
    ERR_clear_error();
    return step_of(SSL_do_handshake(m_session.get()));
}

line_step tls_line::read(char* into, std::size_t most, std::size_t& got)
{
    ERR_clear_error();
    return step_of(SSL_read_ex(m_session.get(), into, most, &got));
}

line_step tls_line::write(std::string_view bytes, std::size_t& taken)
{
    ERR_clear_error();
    const auto size = std::min(bytes.size(), max_record_bytes);
    return step_of(SSL_write_ex(m_session.get(), bytes.data(), size, &taken));
}

line_step tls_line::say_goodbye()
{
    ERR_clear_error();
    // As if the client's own goodbye had come: OpenSSL then sends ours and does not wait for it.
    SSL_set_shutdown(m_session.get(), SSL_RECEIVED_SHUTDOWN);
    return step_of(SSL_shutdown(m_session.get()));
}

line_step tls_line::step_of(int outcome) const
{
    if (outcome > 0) return line_step::done;
    switch (SSL_get_error(m_session.get(), outcome)) {
    case SSL_ERROR_WANT_READ:
        return line_step::wants_read;
    case SSL_ERROR_WANT_WRITE:
        return line_step::wants_write;
    default:
        return line_step::closed;
    }
}

} // namespace hotich
