#include "tests/bench/storm_line.h"

#include "common/crypto/crypto.h"
#include "syncserver/services/clock.h"
#include "tests/support/small_world.h"

#include <QFileInfo>
#include <boost/asio/io_context.hpp>
#include <boost/asio/write.hpp>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace hotich::bench {

namespace {

using namespace hotich::test;
namespace asio = boost::asio;
using boost::system::error_code;
using steady = std::chrono::steady_clock;

constexpr auto round_trip = std::chrono::milliseconds(300);
constexpr unsigned source_addresses = 32;
constexpr int start_timeout_ms = 60'000;

/// A value of a header, by its name with the colon; "" where there is none.
std::string header_of(std::string_view head, std::string_view name)
{
    const auto at = head.find(name);
    if (at == std::string_view::npos) return {};
    const auto value = head.substr(at + name.size());
    return std::string(value.substr(0, value.find('\r')));
}

int number_of(const std::string& text) { return text.empty() ? 0 : std::stoi(text); }

} // namespace

storm_server::storm_server(const std::string& folder) : m_path(folder), m_folder(folder)
{
    system_random random;
    const auto identity = must(make_self_signed({}, wall_clock().now()));
    must(m_folder.create(identity, real_definitions().folder(), random));
}

void storm_server::start()
{
    const auto here = QFileInfo(QFileInfo("/proc/self/exe").symLinkTarget()).path();
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(
        here + "/hotich-server",
        {"serve", "--data", QString::fromStdString(m_path), "--listen", "127.0.0.1:0"}
    );
    while (!m_process.canReadLine() && m_process.waitForReadyRead(start_timeout_ms)) {
    }
    const auto line = m_process.readLine().trimmed();
    m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
    if (m_port == 0) qFatal("the server did not start");
}

void storm_server::stop()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    m_process.waitForFinished(start_timeout_ms);
}

std::unique_ptr<sql_connection> storm_server::open_store() const
{
    return must(m_folder.open_store(open_mode::existing));
}

signing_key storm_server::feed_key() const { return must(m_folder.feed_key()); }

double storm_server::cpu_s() const
{
    std::ifstream file("/proc/" + std::to_string(m_process.processId()) + "/stat");
    std::stringstream all;
    all << file.rdbuf();
    std::istringstream fields(all.str().substr(all.str().rfind(')') + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double storm_server::memory_kb() const
{
    std::ifstream file("/proc/" + std::to_string(m_process.processId()) + "/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024;
}

storm_lines::storm_lines(asio::io_context& at, std::uint16_t server_port)
    : io(at), port(server_port), tls(SSL_CTX_new(TLS_client_method()))
{
    // Nobody else listens there, and what a check costs the client is not measured.
    SSL_CTX_set_verify(tls, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS);
}

storm_lines::~storm_lines() { SSL_CTX_free(tls); }

storm_line::storm_line(storm_lines& lines, unsigned number, events told)
    : m_lines(lines),
      m_number(number),
      m_told(std::move(told)),
      m_socket(lines.io),
      m_flight_timer(lines.io),
      m_wait(lines.io)
{}

storm_line::~storm_line() { SSL_free(m_session); }

void storm_line::after(std::chrono::milliseconds time, std::function<void()> act)
{
    m_wait.expires_after(time);
    m_wait.async_wait([act = std::move(act)](const error_code& error) {
        if (!error) act();
    });
}

/// The SYN and its answer are one round trip, then the hello follows.
void storm_line::connect()
{
    SSL_free(m_session);
    m_session = SSL_new(m_lines.tls);
    SSL_set_bio(m_session, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(m_session);
    m_is_secure = false;
    m_ends_after_answer = false;
    m_read.clear();
    m_flights.clear();
    after(round_trip, [this] {
        const auto last = static_cast<unsigned>(2 + m_number % source_addresses);
        const tcp::endpoint from(asio::ip::address_v4(0x7f000000U + last), 0);
        const tcp::endpoint to(asio::ip::address_v4::loopback(), m_lines.port);
        error_code error;
        m_socket.open(tcp::v4(), error);
        m_socket.bind(from, error);
        m_socket.async_connect(to, [this](const error_code& failed) {
            if (failed) return end();
            error_code ignored;
            m_socket.set_option(tcp::no_delay(true), ignored);
            m_socket.non_blocking(true, ignored);
            go_on();
            watch();
        });
    });
}

void storm_line::watch()
{
    m_socket.async_wait(tcp::socket::wait_read, [this](const error_code& error) {
        if (error) return;
        take_bytes();
    });
}

void storm_line::take_bytes()
{
    error_code error;
    const auto size = m_socket.read_some(asio::buffer(m_lines.just_read), error);
    if (error && error != asio::error::would_block) return end();
    if (size > 0)
        BIO_write(SSL_get_rbio(m_session), m_lines.just_read.data(), static_cast<int>(size));
    go_on();
    if (m_socket.is_open()) watch();
}

void storm_line::go_on()
{
    if (!m_is_secure) {
        m_is_secure = SSL_do_handshake(m_session) == 1;
        flush();
        if (m_is_secure) m_told.ready();
    }
    std::array<char, 4096> bytes{};
    std::size_t got = 0;
    while (m_is_secure && SSL_read_ex(m_session, bytes.data(), bytes.size(), &got) == 1)
        m_read.append(bytes.data(), got);
    flush();
    take_answers();
}

void storm_line::send(const std::string& request)
{
    SSL_write(m_session, request.data(), static_cast<int>(request.size()));
    flush();
}

/// What TLS has to say leaves a round trip later, in order.
void storm_line::flush()
{
    auto* const out = SSL_get_wbio(m_session);
    std::string flight(BIO_ctrl_pending(out), '\0');
    if (flight.empty()) return;
    BIO_read(out, flight.data(), static_cast<int>(flight.size()));
    // The end of the handshake and the first request leave together.
    m_flights.emplace_back(steady::now() + round_trip, std::move(flight));
    if (m_flights.size() == 1) release_flight();
}

void storm_line::release_flight()
{
    m_flight_timer.expires_at(m_flights.front().first);
    m_flight_timer.async_wait([this](const error_code& error) {
        if (error || m_flights.empty() || !m_socket.is_open()) return;
        error_code failed;
        asio::write(m_socket, asio::buffer(m_flights.front().second), failed);
        m_flights.pop_front();
        if (failed) return end();
        if (!m_flights.empty()) release_flight();
    });
}

void storm_line::take_answers()
{
    const auto end_of_head = m_read.find("\r\n\r\n");
    if (end_of_head == std::string::npos) return;
    const auto head = m_read.substr(0, end_of_head + 2);
    const auto size = static_cast<std::size_t>(number_of(header_of(head, "Content-Length: ")));
    if (m_read.size() < end_of_head + 4 + size) return;
    storm_answer answer{
        number_of(head.substr(9, 3)),
        std::max(1, number_of(header_of(head, "Retry-After: "))),
        m_read.substr(end_of_head + 4, size)};
    m_read.erase(0, end_of_head + 4 + size);
    if (head.find("Connection: close") != std::string::npos) {
        error_code ignored;
        m_socket.close(ignored);
    }
    m_told.answered(std::move(answer));
}

void storm_line::end()
{
    error_code ignored;
    m_socket.close(ignored);
    m_told.lost();
}

} // namespace hotich::bench
