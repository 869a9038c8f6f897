#include "desktop/sync/server_client.h"

#include "common/sync/request_signature.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace hotich {

namespace {

QByteArray bytes_of(const std::string& text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string string_of(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

failure_code code_named(std::string_view name, int http_status)
{
    for (const auto code :
         {failure_code::not_found,
          failure_code::conflict,
          failure_code::invalid_input,
          failure_code::not_allowed,
          failure_code::busy,
          failure_code::corrupt_data})
        if (name == name_of(code)) return code;
    return http_status >= 500 ? failure_code::busy : failure_code::not_allowed;
}

/// What the server says went wrong; an answer that is not ours is a line that does not reach the
/// server.
failure failure_of(int http_status, const QByteArray& body)
{
    const auto document = parse_json_object(string_of(body));
    if (!document || !document->contains("error"))
        return {
            failure_code::offline, "unexpected answer, HTTP status " + std::to_string(http_status)};
    return {
        code_named(text_at(*document, "error.code"), http_status),
        "server: " + std::string(text_at(*document, "error.detail"))};
}

} // namespace

server_client::server_client(const QUrl& server, std::string fingerprint_hex, QObject* parent)
    : QObject(parent), m_server(server), m_fingerprint(std::move(fingerprint_hex))
{
    m_network.setTransferTimeout(transfer_timeout_ms);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxy(QNetworkProxy::NoProxy);
}

QNetworkRequest server_client::request_for(const QString& path) const
{
    auto url = m_server;
    url.setPath(path);
    QNetworkRequest request(url);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({}); // only the fingerprint counts
    request.setSslConfiguration(tls);
    return request;
}

bool server_client::is_our_server(const QSslCertificate& certificate)
{
    const auto shown = string_of(certificate.digest(QCryptographicHash::Sha256).toHex());
    if (m_fingerprint.empty() || certificate.isNull()
        || shown.compare(0, m_fingerprint.size(), m_fingerprint) != 0)
        return false;
    m_seen_fingerprint = shown;
    return true;
}

void server_client::guard_certificate(QNetworkReply* reply)
{
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply](const QList<QSslError>&) {
        // A self-signed certificate is always an error to Qt; ours is known by its fingerprint, an
        // expired one too.
        if (is_our_server(reply->sslConfiguration().peerCertificate()))
            reply->ignoreSslErrors();
        else
            m_refused_certificate = true;
    });
    connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
        if (is_our_server(reply->sslConfiguration().peerCertificate())) return;
        m_refused_certificate = true;
        reply->abort();
    });
}

void server_client::post(QNetworkRequest request, const QByteArray& body, replied done)
{
    if (m_server.scheme() != "https") {
        done(failure{failure_code::invalid_input, "the server's address must begin with https://"});
        return;
    }
    m_refused_certificate = false;
    m_bytes_sent += body.size();
    auto* reply = m_network.post(request, body);
    guard_certificate(reply);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > static_cast<qint64>(max_message_bytes)) reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        reply->deleteLater();
        done(outcome_of(reply));
    });
}

result<QByteArray> server_client::outcome_of(QNetworkReply* reply)
{
    if (m_refused_certificate)
        return failure{failure_code::wrong_key, "the server's certificate is another one"};
    const int http_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto body = reply->readAll();
    m_bytes_received += body.size();
    if (http_status == 0) return failure{failure_code::offline, reply->errorString().toStdString()};
    if (http_status != 200) return failure_of(http_status, body);
    return body;
}

void server_client::enrol(const std::string& secret, const std::string& public_key, enrolled done)
{
    auto request = request_for("/v1/enrol");
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const auto body = to_text(json::object{{"secret", secret}, {"public_key", public_key}});
    post(request, bytes_of(body), [this, done = std::move(done)](result<QByteArray> answer) {
        done(answer ? identity_of(*answer) : result<desk_identity>(answer.error()));
    });
}

result<desk_identity> server_client::identity_of(const QByteArray& answer) const
{
    TRY(const auto document, parse_json_object(string_of(answer)));
    desk_identity identity;
    TRY(identity.office, string_member(document, "office"));
    TRY(identity.desk, string_member(document, "desk"));
    TRY(identity.server_key, string_member(document, "server_key"));
    identity.server_url = m_server.toString().toStdString();
    identity.server_fingerprint = m_seen_fingerprint;
    return identity;
}

void server_client::exchange(
    const sync_request& request,
    const signing_key& key,
    instant now,
    const std::string& nonce,
    answered done
)
{
    const auto path = "/v1/offices/" + request.office + "/sync";
    const auto body = compress(encode(request));
    auto http = request_for(QString::fromStdString(path));
    http.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-ndjson");
    http.setRawHeader("Content-Encoding", "zstd");
    http.setRawHeader("Accept-Encoding", "zstd");
    http.setRawHeader(
        "Authorization",
        bytes_of(authorization_header(request.desk, {"POST", path, now.ms, nonce, body}, key))
    );
    post(http, bytes_of(body), [done = std::move(done)](result<QByteArray> answer) {
        if (!answer) return done(answer.error());
        const auto text = decompress(string_of(*answer));
        if (!text) return done(text.error());
        done(decode_response(*text));
    });
}

} // namespace hotich
