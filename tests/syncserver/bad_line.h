// A line that barely exists, between a client and a server on loopback: so many bytes a second each
// way, a delay, losses that TCP must mend, and connections that are cut after some bytes. It
// carries bytes without reading them. Lives in the event loop of whoever makes it.
//
// Lost segments come later, all behind them wait, and the sender halves what it has under way, as
// TCP does (Reno): the line's own speed is rarely reached.
#pragma once

#include <QObject>
#include <QTcpServer>

#include <cstdint>
#include <memory>
#include <random>

namespace hotich::test {

struct line_faults
{
    std::int64_t bytes_per_second = 0; ///< each way; 0: as fast as it goes
    std::int64_t round_trip_ms = 0;
    int lost_of_thousand = 0;
    std::int64_t cut_up_after = 0; ///< bytes that a connection carries to the server; 0: never cut
    std::int64_t cut_down_after = 0; ///< and from it
    int cuts = 0;                    ///< connections that are cut so, then none
};

class bad_line : public QObject
{
public:
    bad_line(quint16 server_port, const line_faults& faults);
    ~bad_line() override;

    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }

    void set(const line_faults& faults) { m_faults = faults; }

    /// What went through, with 40 bytes for each segment and each acknowledgement.
    [[nodiscard]] std::int64_t bytes_up() const { return m_bytes[0]; }

    [[nodiscard]] std::int64_t bytes_down() const { return m_bytes[1]; }

    [[nodiscard]] int connections() const { return m_connections; }

private:
    class way;
    struct pair;

    void accept();

    QTcpServer m_listener;
    quint16 m_server_port;
    line_faults m_faults;
    std::mt19937 m_chance{20261123};
    double m_free_at_ms[2] = {0, 0}; ///< when the line has room again, each way
    std::int64_t m_bytes[2] = {0, 0};
    int m_connections = 0;
    std::vector<std::unique_ptr<pair>> m_pairs;
};

} // namespace hotich::test
