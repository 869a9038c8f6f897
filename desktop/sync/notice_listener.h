// Hears from the server when the office's feed has grown, so that what a colleague registers is
// here a moment later. A convenience, never needed: without it (no WebSocket on this line, an older
// server, a build without QtWebSockets) the line asks every few minutes as before. Trusts the
// server's pinned certificate only. Used by server_line.
#pragma once

#include "common/base/instant.h"
#include "common/base/random_source.h"
#include "common/register/desk_register.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QWebSocket;

namespace hotich {

inline constexpr int first_listen_retry_ms = 10'000; ///< every desk of the country retries at once
inline constexpr int last_listen_retry_ms = 600'000;
inline constexpr int listen_handshake_ms = 60'000;
inline constexpr int listen_pulse_ms = 120'000;

class notice_listener : public QObject
{
    Q_OBJECT

public:
    notice_listener(
        desk_identity identity,
        signing_key key,
        std::function<instant()> now,
        std::unique_ptr<random_source> random,
        QObject* parent = nullptr
    );
    ~notice_listener() override;

    /// Whether this program was built with it.
    static bool is_possible();

    /// Listens until the object goes, coming back after every failure.
    void start();

    [[nodiscard]] bool is_listening() const { return m_is_listening; }

    /// Doubles with every failure, half of it by chance.
    static int retry_delay_ms(int failures, random_source& random);

    /// How many of the tries since the line stood last have failed.
    [[nodiscard]] int failures() const { return m_failures; }

signals:
    void listening_changed(bool is_listening);
    /// The feed goes up to this revision.
    void noticed(std::int64_t revision);

private:
    void open_line();
    void guard_certificate();
    void line_stands();
    void line_ended();
    void pulse();
    void take(const QString& text);
    void set_listening(bool is_listening);

    desk_identity m_identity;
    signing_key m_key;
    std::function<instant()> m_now;
    std::unique_ptr<random_source> m_random;
    QWebSocket* m_socket = nullptr; ///< a child
    QTimer m_retry;
    QTimer m_limit; ///< of the handshake, then between two signs of life
    bool m_is_our_server = false;
    bool m_is_listening = false;
    bool m_waits_for_pong = false;
    int m_failures = 0;
};

} // namespace hotich
