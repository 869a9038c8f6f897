// The line of those who manage accounts: signed in at the server itself, with no register of their
// own, over the same pinned TLS as a desk. Every answer comes later, on the GUI thread. Used by the
// pages of desktop/accounts.
#pragma once

#include "common/accounts/rights.h"
#include "common/definitions/definitions.h"
#include "desktop/sync/server_client.h"

#include <memory>

namespace hotich {

class manager_line final : public QObject
{
    Q_OBJECT

public:
    using answered = std::function<void(const result<json::object>&)>;

    explicit manager_line(const definitions& known) : m_known(known) {}

    struct sign_in_words
    {
        QUrl server;
        std::string fingerprint; ///< of its certificate, or its first 32 digits
        std::string name;
        std::string password;
        std::string code; ///< of the second factor
    };

    /// not_allowed as the server says: "sign_in_refused", "second_factor_needed"; busy:
    /// "sign_in_waits"; offline; wrong_key: another server.
    void sign_in(const sign_in_words& words, std::function<void(const status&)> done);
    void change_password(
        const std::string& old_one,
        const std::string& new_one,
        std::function<void(const status&)> done
    );
    void sign_out();

    /// One request of who is signed in. A failure's detail is the server's reason.
    void ask(
        const char* method, const std::string& target, const json::object& body, answered done
    );

    /// Who is signed in: what the pages may offer follows from it.
    [[nodiscard]] const account& who() const { return m_who; }

    /// Units, as they are today, whose accounts he may read.
    [[nodiscard]] std::vector<unit_ref> reach(const civil_date& today) const;
    /// The province within which he works; "" for the whole country.
    [[nodiscard]] std::string province(const civil_date& today) const;
    /// Roles that he may give to others.
    [[nodiscard]] std::vector<std::string> roles_to_give(const civil_date& today) const;

    [[nodiscard]] const definitions& known() const { return m_known; }

    [[nodiscard]] rights_book book() const { return {m_known.roles(), m_known.units()}; }

    /// Pictures have no line: what is asked is answered by this instead.
    using answerer = std::function<result<json::object>(const line_question&)>;

    void answer_by(answerer answers) { m_answers = std::move(answers); }

signals:
    /// The session is over at the server: sign in again.
    void ended();

private:
    void send(const line_question& question, answered done);

    const definitions& m_known;
    std::unique_ptr<server_client> m_client;
    answerer m_answers;
    std::string m_token;
    account m_who;
};

/// An account as the server tells it, without what it signs in with.
result<account> account_told(const json::object& source, const admin_units& units);

} // namespace hotich
