// What the storm is made of: the real server as a process, and TLS clients by the thousand on one
// thread, each on a line whose every flight leaves late. Used by storm_bench.
#pragma once

#include "common/sql/sqlcipher_connection.h"
#include "syncserver/app/data_folder.h"

#include <QProcess>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <openssl/ssl.h>

#include <array>
#include <deque>
#include <functional>
#include <memory>

namespace hotich::bench {

class storm_server
{
public:
    /// Makes the data folder; nothing runs yet.
    explicit storm_server(const std::string& folder);
    storm_server(const storm_server&) = delete;
    storm_server& operator=(const storm_server&) = delete;

    ~storm_server() { stop(); }

    void start();
    void stop();

    void restart()
    {
        stop();
        start();
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    [[nodiscard]] std::unique_ptr<sql_connection> open_store() const;
    [[nodiscard]] signing_key feed_key() const;
    /// Of the process, from /proc.
    [[nodiscard]] double cpu_s() const;
    [[nodiscard]] double memory_kb() const;

private:
    std::string m_path;
    data_folder m_folder;
    QProcess m_process;
    std::uint16_t m_port = 0;
};

/// What all clients share.
struct storm_lines
{
    storm_lines(boost::asio::io_context& at, std::uint16_t server_port);
    storm_lines(const storm_lines&) = delete;
    storm_lines& operator=(const storm_lines&) = delete;
    ~storm_lines();

    boost::asio::io_context& io;
    std::uint16_t port;
    SSL_CTX* tls;
    std::array<char, 64 * 1024> just_read{};
};

struct storm_answer
{
    int status = 0;
    int retry_after_s = 1;
    std::string body;
};

class storm_line
{
public:
    struct events
    {
        std::function<void()> ready; ///< the handshake is done
        std::function<void(storm_answer)> answered;
        std::function<void()> lost;
    };

    storm_line(storm_lines& lines, unsigned number, events told);
    storm_line(const storm_line&) = delete;
    storm_line& operator=(const storm_line&) = delete;
    ~storm_line();

    void connect();
    void send(const std::string& request);
    void after(std::chrono::milliseconds time, std::function<void()> act);

    [[nodiscard]] bool is_open() const { return m_socket.is_open(); }

private:
    using tcp = boost::asio::ip::tcp;

    void watch();
    void take_bytes();
    void go_on();
    void flush();
    void release_flight();
    void take_answers();
    void end();

    storm_lines& m_lines;
    unsigned m_number;
    events m_told;
    tcp::socket m_socket;
    boost::asio::steady_timer m_flight_timer;
    boost::asio::steady_timer m_wait;
    std::deque<std::pair<std::chrono::steady_clock::time_point, std::string>> m_flights;
    SSL* m_session = nullptr;
    bool m_is_secure = false;
    bool m_ends_after_answer = false;
    std::string m_read;
};

} // namespace hotich::bench
