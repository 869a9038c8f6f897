// People who sign in to a running server, for the tests of what they may: hired at the console,
// with a password of their own and the code of their second factor; their questions held against
// the contract.
#pragma once

#include "tests/syncserver/authenticator.h"
#include "tests/syncserver/contract.h"
#include "tests/syncserver/running_server.h"

namespace hotich::test {

inline const std::string good_password = "cau tre giang muoi";

inline http_question post(
    const QByteArray& path, const json::object& body, const QByteArray& token = {}
)
{
    http_question out{"POST", path, {}, bytes(to_text(body))};
    if (!token.isEmpty()) out.headers.push_back({"Authorization", "Bearer " + token});
    return out;
}

inline http_question ask_with(
    const QByteArray& method, const QByteArray& path, const QByteArray& token
)
{
    return {method, path, {{"Authorization", "Bearer " + token}}, {}};
}

inline json::object body_of(const http_answer& answer)
{
    return must(parse_json_object(answer.body.toStdString()));
}

inline std::string text_in(const http_answer& answer, const char* path)
{
    return std::string(text_at(body_of(answer), path));
}

/// The code of the step after the one that was used last; "" for who has no second factor.
inline std::string code_of(const handed_over& who, int later = 0)
{
    return code_at(who.second_factor_uri, monday_morning, later);
}

/// Made at the console; with its own password already.
inline handed_over hire(
    account_service& accounts, const char* name, const char* role, const char* unit
)
{
    const auto wanted = must(accounts.read_new(
        {{"name", name}, {"full_name", "Nguyễn Văn Thử"}, {"role", role}, {"unit", unit}}
    ));
    auto made = must(accounts.create_by_operator(wanted));
    made.made.who =
        must(accounts.change_own_password({name, made.made.password, "", "console"}, good_password)
        );
    return made;
}

/// A server, a client, and the contract that outlives both.
class people_at_server
{
public:
    explicit people_at_server(contract& rules)
        : m_rules(rules), m_client(m_server.port(), m_server.certificate_pem())
    {}

    running_server& server() { return m_server; }

    handed_over hire(const char* name, const char* role, const char* unit)
    {
        return test::hire(m_server.accounts(), name, role, unit);
    }

    QByteArray sign_in(const handed_over& who)
    {
        const auto answer = ask(post(
            "/v1/session",
            {{"name", who.made.who.name}, {"password", good_password}, {"code", code_of(who)}}
        ));
        if (m_rules.checked("POST", "/v1/session", answer) != 200)
            qFatal("%s", answer.body.constData());
        return bytes(text_in(answer, "token"));
    }

    QByteArray token(const char* name, const char* role, const char* unit)
    {
        return sign_in(hire(name, role, unit));
    }

    http_answer ask(const http_question& question) { return m_client.ask(question); }

    /// The answer's status, held against the contract.
    int status_of(const QByteArray& pattern, const http_question& question)
    {
        return m_rules.checked(question.method, pattern, ask(question));
    }

private:
    contract& m_rules;
    running_server m_server;
    https_client m_client;
};

} // namespace hotich::test
