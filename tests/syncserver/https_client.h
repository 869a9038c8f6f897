// A client that can be as wrong as a test wants: it sends the bytes it is given and reads what
// comes. Blocking; one thread at a time. It trusts the server's own certificate and nothing else.
#pragma once

#include "common/register/desk_register.h"
#include "common/sync/messages.h"
#include "tests/support/small_world.h"

#include <QSslSocket>

#include <map>
#include <optional>

namespace hotich::test {

struct http_answer
{
    int status = 0;
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const char* name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

struct http_question
{
    QByteArray method = "GET";
    QByteArray path;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

class https_client
{
public:
    https_client(quint16 port, const QByteArray& certificate_pem);

    /// False where no secure connection came about.
    bool connect_securely(QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater);
    http_answer ask(const http_question& question);

    http_answer get(const QByteArray& path) { return ask({"GET", path, {}, {}}); }

    void send(const QByteArray& bytes);
    /// Nothing where the connection ends before a whole answer.
    std::optional<http_answer> read_answer(int timeout_ms = 20'000);
    /// So many bytes as they come; fewer where the connection ends before.
    QByteArray read_bytes(qsizetype count, int timeout_ms);
    bool is_closed_within(int timeout_ms);

    QSslSocket& socket() { return m_socket; }

private:
    bool wait_for(qsizetype bytes, int timeout_ms);

    QSslSocket m_socket;
    QByteArray m_read;
    quint16 m_port;
};

/// POST of a message in the name of a desk. `nonce` must be new for each.
http_question signed_question(
    const desk_register& desk,
    const QByteArray& body,
    const std::string& nonce,
    instant at = monday_morning
);
/// For each request another; from any thread.
std::string new_nonce();

/// POST of an enrolment code's secret, which nobody signs.
http_question enrol_question(const std::string& secret, const std::string& public_key);

/// Why a refusal says that it is one.
std::string reason_of(const http_answer& answer);

QByteArray bytes(const std::string& text);

/// What a desk has to say: its oldest unsent operations.
std::string outbox_text(
    desk_register& desk, std::int64_t max_operations = max_operations_per_batch
);

} // namespace hotich::test
