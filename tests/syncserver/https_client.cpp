#include "tests/syncserver/https_client.h"

#include "common/sync/desk_exchange.h"
#include "common/sync/request_signature.h"
#include "tests/support/small_world.h"

#include <QDeadlineTimer>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <atomic>

namespace hotich::test {

https_client::https_client(quint16 port, const QByteArray& certificate_pem) : m_port(port)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(certificate_pem));
    m_socket.setSslConfiguration(tls);
}

bool https_client::connect_securely(QSsl::SslProtocol protocol)
{
    m_socket.setProtocol(protocol);
    m_socket.connectToHostEncrypted("127.0.0.1", m_port);
    return m_socket.waitForEncrypted(20'000);
}

http_answer https_client::ask(const http_question& question)
{
    if (!m_socket.isEncrypted() && !connect_securely()) return {};
    QByteArray head = question.method + " " + question.path + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : question.headers)
        head += name + ": " + value + "\r\n";
    if (question.method != "GET")
        head += "Content-Length: " + QByteArray::number(question.body.size()) + "\r\n";
    send(head + "\r\n" + question.body);
    return read_answer().value_or(http_answer());
}

void https_client::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

bool https_client::wait_for(qsizetype bytes, int timeout_ms)
{
    const QDeadlineTimer deadline(timeout_ms);
    while (m_read.size() < bytes) {
        if (m_socket.bytesAvailable() == 0
            && !m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return false;
        m_read += m_socket.readAll();
    }
    return true;
}

std::optional<http_answer> https_client::read_answer(int timeout_ms)
{
    while (!m_read.contains("\r\n\r\n"))
        if (!wait_for(m_read.size() + 1, timeout_ms)) return std::nullopt;
    const auto end = m_read.indexOf("\r\n\r\n");
    const auto lines = m_read.left(end).split('\n');
    http_answer answer;
    answer.status = lines.front().split(' ').value(1).toInt();
    for (const auto& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        answer.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    const auto size = answer.header("content-length").toLongLong();
    if (!wait_for(end + 4 + size, timeout_ms)) return std::nullopt;
    answer.body = m_read.mid(end + 4, size);
    m_read.remove(0, end + 4 + size);
    return answer;
}

QByteArray https_client::read_bytes(qsizetype count, int timeout_ms)
{
    wait_for(count, timeout_ms);
    const auto out = m_read.left(count);
    m_read.remove(0, out.size());
    return out;
}

bool https_client::is_closed_within(int timeout_ms)
{
    const QDeadlineTimer deadline(timeout_ms);
    while (m_socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        m_socket.waitForReadyRead(50);
        m_socket.readAll();
    }
    return m_socket.state() != QAbstractSocket::ConnectedState;
}

http_question signed_question(
    const desk_register& desk, const QByteArray& body, const std::string& nonce, instant at
)
{
    const auto path = "/v1/offices/" + desk.identity().office + "/sync";
    const auto text = body.toStdString();
    const auto header =
        authorization_header(desk.identity().desk, {"POST", path, at.ms, nonce, text}, desk.key());
    return {
        "POST",
        QByteArray::fromStdString(path),
        {{"Authorization", QByteArray::fromStdString(header)},
         {"Content-Type", "application/x-ndjson"}},
        body};
}

std::string new_nonce()
{
    static std::atomic<int> count = 0;
    return "nonce-" + std::to_string(100'000 + ++count);
}

http_question enrol_question(const std::string& secret, const std::string& public_key)
{
    const auto body = to_text(json::object{{"secret", secret}, {"public_key", public_key}});
    return {"POST", "/v1/enrol", {{"Content-Type", "application/json"}}, bytes(body)};
}

std::string reason_of(const http_answer& answer)
{
    return std::string(text_at(must(parse_json_object(answer.body.toStdString())), "error.reason"));
}

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

std::string outbox_text(desk_register& desk, std::int64_t max_operations)
{
    return encode(must(load_outbox(desk, max_operations)));
}

} // namespace hotich::test
