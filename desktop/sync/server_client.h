// HTTPS to the one server this desk trusts: its certificate is known by its fingerprint, no
// authority is asked. A server with another certificate learns nothing, because the connection ends
// before anything is sent. Used by line_exchange and by enrolment.
#pragma once

#include "common/base/result.h"
#include "common/register/desk_register.h"
#include "common/sync/data_meter.h"
#include "common/sync/server_word.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <string>
#include <vector>

namespace hotich {

inline constexpr int transfer_timeout_ms = 60'000;

/// Signs a desk's requests; each gets a time and a nonce of its own.
struct request_signer
{
    struct stamp
    {
        instant now;
        std::string nonce;
    };

    std::string desk;
    signing_key key;
    std::function<stamp()> next_stamp;
};

struct line_question
{
    std::string method;
    std::string target; ///< path and query, as signed
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// An answer of 200.
struct line_reply
{
    std::string body;
    std::string dictionary; ///< the header of dictionary.h
    std::string part;       ///< SHA-256 of the whole body, where the server keeps it
    bool is_cut = false;    ///< the line went before the whole body was here
};

class server_client : public QObject
{
    Q_OBJECT

public:
    /// `fingerprint_hex` is the SHA-256 of the certificate, or its beginning (of an enrolment
    /// code).
    server_client(const QUrl& server, std::string fingerprint_hex, QObject* parent = nullptr);
    /// The desk's own server, with either of the certificates it knows.
    explicit server_client(const desk_identity& identity, QObject* parent = nullptr);

    /// What the server says of a desk it has enrolled.
    struct enrolled_desk
    {
        desk_identity identity;   ///< with the server's whole fingerprint
        std::string profile_text; ///< of the office; "" from a server that does not tell it yet
    };

    /// Asks to be enrolled with this public key. offline, wrong_key (another server), not_allowed
    /// (the code).
    using enrolled = std::function<void(result<enrolled_desk>)>;
    void enrol(const std::string& secret, const std::string& public_key, enrolled done);

    using replied = std::function<void(result<line_reply>)>;
    void ask(const line_question& question, const request_signer& signer, replied done);
    /// Of a person, who says himself who he is in a header.
    void ask_plainly(const line_question& question, replied done);

    /// What went over the line so far: bodies and headers counted, TLS and TCP estimated.
    [[nodiscard]] const line_traffic& traffic() const { return m_traffic; }

    /// What it said beside its answers so far.
    [[nodiscard]] const server_word& word() const { return m_word; }

    /// When the server wants to be asked again, as its last refusal said; 0 where it did not.
    [[nodiscard]] std::int64_t retry_after_ms() const { return m_retry_after_ms; }

private:
    void hear(const QNetworkReply* reply);
    void run(QNetworkRequest request, const line_question& question, replied done);
    void guard_certificate(QNetworkReply* reply);
    [[nodiscard]] bool is_our_server(const QSslCertificate& certificate);
    result<line_reply> outcome_of(QNetworkReply* reply, std::string body);
    void count(QNetworkReply* reply, const line_question& question, std::size_t received);
    [[nodiscard]] result<enrolled_desk> desk_of(const std::string& answer) const;
    [[nodiscard]] QNetworkRequest request_for(const std::string& target) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    std::string m_fingerprint;
    std::string m_next_fingerprint; ///< of the certificate the server will show next, or ""
    std::string m_seen_fingerprint; ///< of the certificate the server showed
    server_word m_word;
    bool m_refused_certificate = false;
    line_traffic m_traffic;
    std::int64_t m_retry_after_ms = 0;
};

} // namespace hotich
