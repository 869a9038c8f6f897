// A WebSocket client that can be as wrong as a test wants: it asks for the upgrade over a line of
// its own and sends and reads frames by hand. Used by live_notice_test.
#pragma once

#include "common/sync/request_signature.h"
#include "tests/syncserver/https_client.h"
#include "tests/syncserver/running_server.h"

namespace hotich::test {

struct frame
{
    int kind = 0;
    QByteArray payload;
};

inline http_question notice_question(const desk_register& desk, const std::string& nonce)
{
    const auto path = "/v1/offices/" + desk.identity().office + "/notice";
    const auto header = authorization_header(
        desk.identity().desk, {"GET", path, monday_morning.ms, nonce, ""}, desk.key()
    );
    return {
        "GET",
        QByteArray::fromStdString(path),
        {{"Authorization", QByteArray::fromStdString(header)},
         {"Upgrade", "websocket"},
         {"Connection", "keep-alive, Upgrade"},
         {"Sec-WebSocket-Version", "13"},
         {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}},
        {}};
}

class websocket_client
{
public:
    explicit websocket_client(const running_server& server)
        : m_line(server.port(), server.certificate_pem())
    {}

    /// The status of the answer; 101 where it is a WebSocket now.
    http_answer listen(const desk_register& desk, const std::string& nonce)
    {
        return m_line.ask(notice_question(desk, nonce));
    }

    /// A frame of a client is masked; a mask of zeros is one.
    void send(int kind, const QByteArray& payload)
    {
        QByteArray bytes;
        bytes += static_cast<char>(0x80 | kind);
        bytes += static_cast<char>(0x80 | payload.size());
        m_line.send(bytes + QByteArray(4, '\0') + payload);
    }

    /// Nothing where the connection ends or stays silent.
    std::optional<frame> next(int timeout_ms = 10'000)
    {
        const auto head = m_line.read_bytes(2, timeout_ms);
        if (head.size() < 2) return std::nullopt;
        const auto size = static_cast<unsigned char>(head[1]);
        return frame{head[0] & 0x0f, m_line.read_bytes(size, timeout_ms)};
    }

    https_client& line() { return m_line; }

private:
    https_client m_line;
};

} // namespace hotich::test
