#include "tests/syncserver/bad_line.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace hotich::test {

namespace {

constexpr qsizetype segment_bytes = 1400;
constexpr std::int64_t header_bytes = 40;
constexpr double first_window = 10 * segment_bytes;
constexpr double least_window = 2 * segment_bytes;
constexpr int tick_ms = 2;

double now_ms()
{
    static const auto clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

/// One direction of one connection.
class bad_line::way
{
public:
    way(bad_line& line, int direction, QTcpSocket& from, QTcpSocket& to)
        : m_line(line), m_direction(direction), m_from(from), m_to(to)
    {
        // On a real line the connection itself takes a round trip.
        if (direction == 0) m_last_at = now_ms() + static_cast<double>(line.m_faults.round_trip_ms);
    }

    /// False where the connection is to be cut now.
    bool move()
    {
        const auto now = now_ms();
        while (!m_acknowledged.empty() && m_acknowledged.front().at_ms <= now) {
            const auto bytes = m_acknowledged.front().bytes;
            m_under_way -= bytes;
            m_window += m_is_starting ? bytes : segment_bytes * bytes / m_window;
            m_acknowledged.pop_front();
        }
        take(now);
        while (!m_arriving.empty() && m_arriving.front().at_ms <= now) {
            m_to.write(m_arriving.front().bytes);
            m_carried += m_arriving.front().bytes.size();
            m_arriving.pop_front();
            if (is_cut()) return false;
        }
        return true;
    }

    [[nodiscard]] bool is_empty() const
    {
        return m_arriving.empty() && m_from.bytesAvailable() == 0;
    }

private:
    struct segment
    {
        double at_ms;
        QByteArray bytes;
    };

    struct acknowledgement
    {
        double at_ms;
        double bytes;
    };

    void take(double now)
    {
        const auto& faults = m_line.m_faults;
        while (m_from.bytesAvailable() > 0 && (faults.round_trip_ms == 0 || m_under_way < m_window)
        ) {
            auto bytes = m_from.read(segment_bytes);
            const auto size = static_cast<double>(bytes.size() + header_bytes);
            m_line.m_bytes[m_direction] += bytes.size() + header_bytes;
            m_line.m_bytes[1 - m_direction] += header_bytes / 2;
            auto& free_at = m_line.m_free_at_ms[m_direction];
            free_at = std::max(free_at, now);
            if (faults.bytes_per_second > 0)
                free_at += size * 1000 / static_cast<double>(faults.bytes_per_second);
            const auto trip = static_cast<double>(faults.round_trip_ms);
            auto arrives = free_at + trip / 2;
            if (int(m_line.m_chance() % 1000) < faults.lost_of_thousand) {
                arrives += trip * 1.5; // three later segments tell, and it is sent again
                m_line.m_bytes[m_direction] += bytes.size() + header_bytes;
                m_is_starting = false;
                if (now > m_halved_at + trip) {
                    m_window = std::max(m_window / 2, least_window);
                    m_halved_at = now;
                }
            }
            m_last_at = std::max(m_last_at, arrives);
            m_under_way += static_cast<double>(bytes.size());
            m_acknowledged.push_back({m_last_at + trip / 2, static_cast<double>(bytes.size())});
            m_arriving.push_back({m_last_at, std::move(bytes)});
        }
    }

    bool is_cut()
    {
        auto& faults = m_line.m_faults;
        const auto after = m_direction == 0 ? faults.cut_up_after : faults.cut_down_after;
        if (faults.cuts <= 0 || after == 0 || m_carried < after) return false;
        --faults.cuts;
        return true;
    }

    bad_line& m_line;
    int m_direction;
    QTcpSocket& m_from;
    QTcpSocket& m_to;
    std::deque<segment> m_arriving;
    std::deque<acknowledgement> m_acknowledged;
    double m_last_at = 0;
    double m_under_way = 0;
    double m_window = first_window;
    double m_halved_at = -1e9;
    bool m_is_starting = true;
    std::int64_t m_carried = 0;
};

struct bad_line::pair
{
    pair(bad_line& line, QTcpSocket* from_client)
        : client(from_client), up(line, 0, *client, server), down(line, 1, server, *client)
    {
        client->setParent(nullptr);
        server.connectToHost(QHostAddress::LocalHost, line.m_server_port);
        QObject::connect(&timer, &QTimer::timeout, [this] { tick(); });
        timer.start(tick_ms);
    }

    void tick()
    {
        if (is_gone) return;
        if (server.state() != QAbstractSocket::ConnectedState
            && server.state() != QAbstractSocket::UnconnectedState)
            return; // not there yet
        const bool goes_on = up.move() && down.move();
        if (!goes_on) {
            client->flush();
            server.flush();
            client->abort();
            server.abort();
        } else if (server.state() == QAbstractSocket::UnconnectedState && down.is_empty()) {
            client->disconnectFromHost();
        } else if (client->state() == QAbstractSocket::UnconnectedState && up.is_empty()) {
            server.disconnectFromHost();
        }
        is_gone = client->state() == QAbstractSocket::UnconnectedState
            && server.state() == QAbstractSocket::UnconnectedState;
        if (is_gone) timer.stop();
    }

    std::unique_ptr<QTcpSocket> client;
    QTcpSocket server;
    way up;
    way down;
    QTimer timer;
    bool is_gone = false;
};

bad_line::bad_line(quint16 server_port, const line_faults& faults)
    : m_server_port(server_port), m_faults(faults)
{
    m_listener.listen(QHostAddress::LocalHost, 0);
    connect(&m_listener, &QTcpServer::newConnection, this, [this] { accept(); });
}

bad_line::~bad_line() = default;

void bad_line::accept()
{
    while (auto* socket = m_listener.nextPendingConnection()) {
        std::erase_if(m_pairs, [](const auto& old) { return old->is_gone; });
        m_pairs.push_back(std::make_unique<pair>(*this, socket));
        ++m_connections;
    }
}

} // namespace hotich::test
