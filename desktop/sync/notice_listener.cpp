#include "desktop/sync/notice_listener.h"

#include "common/base/backoff.h"
#include "common/base/ids.h"
#include "common/base/json.h"
#include "common/sync/request_signature.h"
#include "desktop/sync/pinned_tls.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace hotich {

namespace {

constexpr quint64 max_notice_bytes = 1024;

QUrl address_of(const desk_identity& identity)
{
    QUrl url(QString::fromStdString(identity.server_url));
    url.setScheme("wss");
    url.setPath(QString::fromStdString("/v1/offices/" + identity.office + "/notice"));
    return url;
}

} // namespace

notice_listener::notice_listener(
    desk_identity identity,
    signing_key key,
    std::function<instant()> now,
    std::unique_ptr<random_source> random,
    QObject* parent
)
    : QObject(parent),
      m_identity(std::move(identity)),
      m_key(std::move(key)),
      m_now(std::move(now)),
      m_random(std::move(random))
{
    m_retry.setSingleShot(true);
    m_limit.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &notice_listener::open_line);
    connect(&m_limit, &QTimer::timeout, this, &notice_listener::pulse);
}

notice_listener::~notice_listener()
{
    if (m_socket != nullptr) m_socket->disconnect(this);
}

bool notice_listener::is_possible() { return true; }

void notice_listener::start()
{
    if (m_socket == nullptr && !m_retry.isActive()) open_line();
}

void notice_listener::open_line()
{
    const auto url = address_of(m_identity);
    const auto path = url.path().toStdString();
    const auto now = m_now();
    const auto header = authorization_header(
        m_identity.desk, {"GET", path, now.ms, new_uuid(now, *m_random), ""}, m_key
    );
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", QByteArray::fromStdString(header));
    m_is_our_server = false;
    m_waits_for_pong = false;
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setSslConfiguration(pinned_tls());
    m_socket->setMaxAllowedIncomingFrameSize(max_notice_bytes);
    m_socket->setMaxAllowedIncomingMessageSize(max_notice_bytes);
    guard_certificate();
    connect(m_socket, &QWebSocket::connected, this, &notice_listener::line_stands);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &notice_listener::take);
    connect(m_socket, &QWebSocket::pong, this, [this] { m_waits_for_pong = false; });
    connect(m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) line_ended();
    });
    m_limit.start(listen_handshake_ms);
    m_socket->open(request);
}

/// A self-signed certificate is always an error to Qt; ours is known by its fingerprint. Without
/// that error nobody was checked.
void notice_listener::guard_certificate()
{
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_is_our_server = std::all_of(errors.begin(), errors.end(), [this](const QSslError& error) {
            const auto digest = error.certificate().digest(QCryptographicHash::Sha256);
            const auto shown = digest.toHex().toStdString();
            return shown == m_identity.server_fingerprint || shown == m_identity.next_fingerprint;
        });
        if (m_is_our_server) m_socket->ignoreSslErrors();
    });
}

void notice_listener::line_stands()
{
    if (!m_is_our_server) return m_socket->abort();
    m_failures = 0;
    m_limit.start(listen_pulse_ms);
    set_listening(true);
}

/// The server pings too, but a line that died silently is seen by who sends.
void notice_listener::pulse()
{
    if (!m_is_listening || m_waits_for_pong) return m_socket->abort();
    m_waits_for_pong = true;
    m_socket->ping();
    m_limit.start(listen_pulse_ms);
}

void notice_listener::line_ended()
{
    if (m_socket == nullptr) return;
    m_socket->disconnect(this);
    m_socket->deleteLater(); // it is what calls
    m_socket = nullptr;
    m_limit.stop();
    m_retry.start(retry_delay_ms(m_failures++, *m_random));
    set_listening(false);
}

int notice_listener::retry_delay_ms(int failures, random_source& random)
{
    constexpr backoff retries{first_listen_retry_ms, last_listen_retry_ms};
    return static_cast<int>(retries.delay_ms(failures, random));
}

void notice_listener::take(const QString& text)
{
    const auto document = parse_json_object(text.toStdString());
    if (!document) return;
    if (const auto revision = integer_member(*document, "revision")) emit noticed(*revision);
}

void notice_listener::set_listening(bool is_listening)
{
    if (m_is_listening == is_listening) return;
    m_is_listening = is_listening;
    emit listening_changed(is_listening);
}

} // namespace hotich
