// HTTPS to the one server this desk trusts: its certificate is known by its fingerprint, no
// authority is asked. A server with another certificate learns nothing, because the connection ends
// before anything is sent.
#pragma once

#include "common/base/result.h"
#include "common/register/desk_register.h"
#include "common/sync/messages.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <optional>

namespace hotich {

inline constexpr int transfer_timeout_ms = 60'000;

class server_client : public QObject
{
    Q_OBJECT

public:
    /// `fingerprint_hex` is the SHA-256 of the certificate, or its beginning (of an enrolment
    /// code).
    server_client(const QUrl& server, std::string fingerprint_hex, QObject* parent = nullptr);

    /// Asks to be enrolled with this public key; gives who the desk is now, with the server's whole
    /// fingerprint. offline, wrong_key (another server), not_allowed (the code).
    using enrolled = std::function<void(result<desk_identity>)>;
    void enrol(const std::string& secret, const std::string& public_key, enrolled done);

    /// One exchange, signed by the desk.
    using answered = std::function<void(result<sync_response>)>;
    void exchange(
        const sync_request& request,
        const signing_key& key,
        instant now,
        const std::string& nonce,
        answered done
    );

    /// Bytes that went over the line so far, bodies only.
    [[nodiscard]] std::int64_t bytes_sent() const { return m_bytes_sent; }

    [[nodiscard]] std::int64_t bytes_received() const { return m_bytes_received; }

private:
    using replied = std::function<void(result<QByteArray>)>;
    void post(QNetworkRequest request, const QByteArray& body, replied done);
    void guard_certificate(QNetworkReply* reply);
    [[nodiscard]] bool is_our_server(const QSslCertificate& certificate);
    result<QByteArray> outcome_of(QNetworkReply* reply);
    [[nodiscard]] result<desk_identity> identity_of(const QByteArray& answer) const;
    [[nodiscard]] QNetworkRequest request_for(const QString& path) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    std::string m_fingerprint;
    std::string m_seen_fingerprint; ///< of the certificate the server showed
    bool m_refused_certificate = false;
    std::int64_t m_bytes_sent = 0;
    std::int64_t m_bytes_received = 0;
};

} // namespace hotich
