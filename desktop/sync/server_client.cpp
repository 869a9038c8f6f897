#include "desktop/sync/server_client.h"

#include "common/sync/feed_standing.h"
#include "common/sync/messages.h"
#include "common/sync/request_signature.h"
#include "desktop/sync/pinned_tls.h"

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
    const auto code = code_named(text_at(*document, "error.code"), http_status);
    const auto reason = text_at(*document, "error.reason");
    // What has a sentence of its own in messages.json is told by its name.
    for (const auto* own : {feed_waits, feed_forked})
        if (reason == own) return {code, own};
    return {
        code,
        "server: " + std::string(reason.empty() ? text_at(*document, "error.detail") : reason)};
}

// An estimate where nothing can be counted: 40 bytes of TCP/IP for each segment and as many for
// its acknowledgement, 29 of TLS for each record; a handshake with a small certificate.
constexpr std::int64_t segment_bytes = 1400;
constexpr std::int64_t segment_cost = 40;
constexpr std::int64_t record_cost = 29;
constexpr std::int64_t request_line_bytes = 160; ///< request line, Host, Connection, User-Agent
constexpr line_traffic handshake_traffic{900, 2200};

std::int64_t with_packets(std::int64_t bytes)
{
    return bytes + record_cost + (bytes / segment_bytes + 1) * segment_cost;
}

std::int64_t acknowledgements_of(std::int64_t bytes)
{
    return (bytes / segment_bytes / 2 + 1) * segment_cost;
}

std::string header_of(const QNetworkReply* reply, const char* name)
{
    return string_of(reply->rawHeader(name));
}

} // namespace

server_client::server_client(const QUrl& server, std::string fingerprint_hex, QObject* parent)
    : QObject(parent), m_server(server), m_fingerprint(std::move(fingerprint_hex))
{
    m_network.setTransferTimeout(transfer_timeout_ms);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxy(QNetworkProxy::NoProxy);
}

server_client::server_client(const desk_identity& identity, QObject* parent)
    : server_client(
        QUrl(QString::fromStdString(identity.server_url)), identity.server_fingerprint, parent
    )
{
    m_next_fingerprint = identity.next_fingerprint;
}

QNetworkRequest server_client::request_for(const std::string& target) const
{
    auto url = m_server;
    const auto question = target.find('?');
    url.setPath(QString::fromStdString(target.substr(0, question)));
    if (question != std::string::npos)
        url.setQuery(QString::fromStdString(target.substr(question + 1)));
    QNetworkRequest request(url);
    request.setSslConfiguration(pinned_tls());
    return request;
}

bool server_client::is_our_server(const QSslCertificate& certificate)
{
    const auto shown = string_of(certificate.digest(QCryptographicHash::Sha256).toHex());
    const auto is_known = [&shown](const std::string& pin) {
        return !pin.empty() && shown.starts_with(pin);
    };
    if (certificate.isNull() || (!is_known(m_fingerprint) && !is_known(m_next_fingerprint)))
        return false;
    m_seen_fingerprint = shown;
    m_word.certificate = shown;
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
        m_traffic += handshake_traffic;
        if (is_our_server(reply->sslConfiguration().peerCertificate())) return;
        m_refused_certificate = true;
        reply->abort();
    });
}

void server_client::ask(const line_question& question, const request_signer& signer, replied done)
{
    const auto stamp = signer.next_stamp();
    auto http = request_for(question.target);
    const request_facts facts{
        question.method, question.target, stamp.now.ms, stamp.nonce, question.body};
    http.setRawHeader(
        "Authorization", bytes_of(authorization_header(signer.desk, facts, signer.key))
    );
    if (!m_next_fingerprint.empty())
        http.setRawHeader(known_certificate_header, bytes_of(m_next_fingerprint));
    run(http, question, std::move(done));
}

void server_client::hear(const QNetworkReply* reply)
{
    if (reply->hasRawHeader(clock_skew_header))
        m_word.clock_skew_ms = reply->rawHeader(clock_skew_header).toLongLong();
    if (reply->hasRawHeader(next_certificate_header))
        m_word.next_certificate = header_of(reply, next_certificate_header);
    if (reply->hasRawHeader(shut_out_header)) m_word.shut_out = header_of(reply, shut_out_header);
}

void server_client::ask_plainly(const line_question& question, replied done)
{
    run(request_for(question.target), question, std::move(done));
}

void server_client::run(QNetworkRequest request, const line_question& question, replied done)
{
    if (m_server.scheme() != "https") {
        done(failure{failure_code::invalid_input, "the server's address must begin with https://"});
        return;
    }
    for (const auto& [name, value] : question.headers)
        request.setRawHeader(bytes_of(name), bytes_of(value));
    m_refused_certificate = false;
    m_retry_after_ms = 0;
    auto* reply =
        m_network.sendCustomRequest(request, bytes_of(question.method), bytes_of(question.body));
    guard_certificate(reply);
    // Taken as it comes: of an answer that is cut, what is here counts.
    auto body = std::make_shared<std::string>();
    const auto take = [reply, body] { *body += string_of(reply->readAll()); };
    connect(reply, &QNetworkReply::readyRead, this, [reply, body, take] {
        take();
        if (body->size() > max_message_bytes) reply->abort();
    });
    connect(
        reply,
        &QNetworkReply::finished,
        this,
        [this, reply, body, take, question, done = std::move(done)] {
            reply->deleteLater();
            if (reply->isOpen()) take();
            count(reply, question, body->size());
            if (!m_refused_certificate) hear(reply);
            done(outcome_of(reply, std::move(*body)));
        }
    );
}

void server_client::count(QNetworkReply* reply, const line_question& question, std::size_t received)
{
    const auto header_bytes = [](const QByteArray& name, const QByteArray& value) {
        return static_cast<std::int64_t>(name.size() + value.size() + 4);
    };
    std::int64_t sent = request_line_bytes + static_cast<std::int64_t>(question.body.size());
    for (const auto& name : reply->request().rawHeaderList())
        sent += header_bytes(name, reply->request().rawHeader(name));
    auto taken = static_cast<std::int64_t>(received);
    for (const auto& [name, value] : reply->rawHeaderPairs())
        taken += header_bytes(name, value);
    m_traffic +=
        {with_packets(sent) + acknowledgements_of(taken),
         with_packets(taken) + acknowledgements_of(sent)};
}

result<line_reply> server_client::outcome_of(QNetworkReply* reply, std::string body)
{
    if (m_refused_certificate)
        return failure{failure_code::wrong_key, "server_certificate_changed"};
    const int http_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (http_status == 0) return failure{failure_code::offline, reply->errorString().toStdString()};
    if (http_status != 200) {
        m_retry_after_ms = reply->rawHeader("Retry-After").toLongLong() * 1000;
        return failure_of(http_status, bytes_of(body));
    }
    if (body.size() > max_message_bytes)
        return failure{failure_code::invalid_input, "the answer is too large"};
    return line_reply{
        std::move(body),
        header_of(reply, "Hotich-Dictionary"),
        header_of(reply, "Hotich-Part"),
        reply->error() != QNetworkReply::NoError};
}

void server_client::enrol(const std::string& secret, const std::string& public_key, enrolled done)
{
    const line_question question{
        "POST",
        "/v1/enrol",
        {{"Content-Type", "application/json"}},
        to_text(json::object{{"secret", secret}, {"public_key", public_key}})};
    run(request_for(question.target),
        question,
        [this, done = std::move(done)](const result<line_reply>& answer) {
            if (!answer) return done(answer.error());
            if (answer->is_cut) return done(failure{failure_code::offline, "the answer was cut"});
            done(desk_of(answer->body));
        });
}

result<server_client::enrolled_desk> server_client::desk_of(const std::string& answer) const
{
    TRY(const auto document, parse_json_object(answer));
    enrolled_desk out;
    TRY(out.identity.office, string_member(document, "office"));
    TRY(out.identity.desk, string_member(document, "desk"));
    TRY(out.identity.server_key, string_member(document, "server_key"));
    out.identity.server_url = m_server.toString().toStdString();
    out.identity.server_fingerprint = m_seen_fingerprint;
    if (const auto* profile = document.if_contains("profile"); profile && profile->is_object())
        out.profile_text = to_text(*profile);
    return out;
}

} // namespace hotich
