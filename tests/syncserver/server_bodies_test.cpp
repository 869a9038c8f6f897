// Large bodies in parts and bodies packed with the dictionary, held against
// schemas/protocol/openapi.yaml.
#include "common/sync/desk_exchange.h"
#include "common/sync/request_signature.h"
#include "tests/support/births.h"
#include "tests/syncserver/contract.h"
#include "tests/syncserver/running_server.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* sync_pattern = "/v1/offices/{office}/sync";
constexpr const char* parts_pattern = "/v1/offices/{office}/parts";

} // namespace

class ServerBodiesTest : public QObject
{
    Q_OBJECT

private:
    contract m_contract;
    std::unique_ptr<running_server> m_server;
    std::unique_ptr<https_client> m_client;
    std::unique_ptr<desk_register> m_desk;

    /// A signed request of another kind than a plain exchange.
    http_question signed_as(
        const std::string& method,
        const std::string& target,
        const std::string& body,
        const std::string& nonce = new_nonce()
    ) const
    {
        const auto header = authorization_header(
            m_desk->identity().desk, {method, target, monday_morning.ms, nonce, body}, m_desk->key()
        );
        return {bytes(method), bytes(target), {{"Authorization", bytes(header)}}, bytes(body)};
    }

    http_answer ask_part(
        const std::string& method, const std::string& query, const std::string& body
    )
    {
        return m_client->ask(signed_as(method, "/v1/offices/00004/parts?" + query, body));
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_server = std::make_unique<running_server>();
        m_client = std::make_unique<https_client>(m_server->port(), m_server->certificate_pem());
        m_desk = m_server->enrolled_desk("00004");
    }

    void a_body_that_came_in_parts_is_taken_like_any_other()
    {
        const auto record = register_birth(*m_desk, "Nguyễn Văn An").record;
        const auto body = outbox_text(*m_desk);
        const auto name = sha256_hex(body);
        const auto query = "sha256=" + name + "&size=" + std::to_string(body.size()) + "&offset=";
        const auto sync = "/v1/offices/00004/sync?body=" + name;
        QCOMPARE(
            m_contract.checked("POST", sync_pattern, m_client->ask(signed_as("POST", sync, ""))),
            404
        );
        auto answer = ask_part("PUT", query + "0", body.substr(0, 100));
        QCOMPARE(m_contract.checked("PUT", parts_pattern, answer), 200);
        QCOMPARE(answer.body, QByteArray(R"({"have":100})"));
        answer = ask_part("PUT", query + "50", body.substr(50));
        QCOMPARE(answer.body, QByteArray(R"({"have":100})")); // not where it ends
        answer = ask_part("PUT", query + "100", body.substr(100));
        QCOMPARE(answer.body, bytes(R"({"have":)" + std::to_string(body.size()) + "}"));
        QCOMPARE(
            m_contract.checked("POST", sync_pattern, m_client->ask(signed_as("POST", sync, ""))),
            200
        );
        QVERIFY(
            m_server->operators_db()
                .query("SELECT 1 FROM record WHERE record = $1", {record})
                .value()
                .size()
            == 1
        );
    }

    void an_answer_that_was_kept_is_given_from_any_offset()
    {
        const std::string body(50'000, 'x');
        const auto name =
            m_server->parts().keep("00004/" + m_desk->identity().desk, body, monday_morning);
        const auto answer = ask_part("GET", "sha256=" + name + "&offset=49000", "");
        QCOMPARE(m_contract.checked("GET", parts_pattern, answer), 200);
        QCOMPARE(answer.body, bytes(body.substr(49'000)));
        const auto neighbour = m_server->parts().keep("00004/other", "theirs", monday_morning);
        QCOMPARE(
            m_contract.checked(
                "GET", parts_pattern, ask_part("GET", "sha256=" + neighbour + "&offset=0", "")
            ),
            404
        );
    }

    void a_wrong_part_is_refused()
    {
        const auto name = sha256_hex("whole");
        for (const auto& query :
             {std::string(),
              "sha256=" + name,
              "sha256=" + name + "&size=5",
              "sha256=" + name + "&size=5&offset=-1",
              "sha256=" + name + "&size=16777217&offset=0",
              std::string("sha256=x&size=5&offset=0"),
              "sha256=" + name + "&size=5&offset=0"}) // its bytes are others
            QCOMPARE(
                m_contract.checked("PUT", parts_pattern, ask_part("PUT", query, "while")), 400
            );
        QCOMPARE(
            m_contract.checked("GET", parts_pattern, ask_part("GET", "sha256=" + name, "")), 400
        );
        for (const auto* method : {"PUT", "GET"}) {
            const std::string target = "/v1/offices/00004/parts?sha256=" + name + "&offset=0";
            QCOMPARE(
                m_contract.checked(
                    method, parts_pattern, m_client->ask({method, bytes(target), {}, {}})
                ),
                401
            );
            auto foreign = signed_as(method, "/v1/offices/00070/parts?offset=0", "");
            QCOMPARE(m_contract.checked(method, parts_pattern, m_client->ask(foreign)), 403);
            const auto once = signed_as(method, target + "&size=5", "");
            (void)m_client->ask(once);
            QCOMPARE(m_contract.checked(method, parts_pattern, m_client->ask(once)), 409);
        }
        https_client client(m_server->port(), m_server->certificate_pem());
        QVERIFY(client.connect_securely());
        client.send("PUT /v1/offices/00004/parts HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    "104857600\r\n\r\n");
        const auto answer = client.read_answer();
        QVERIFY(answer);
        QCOMPARE(m_contract.checked("PUT", parts_pattern, *answer), 413);
    }

    void a_dictionary_is_used_by_who_names_it_and_another_is_refused()
    {
        const auto words = must(wire_dictionary::load(real_definitions().folder()));
        const auto ask = [&](const std::string& body, const char* version) {
            auto question = signed_as("POST", "/v1/offices/00004/sync", body);
            question.headers.push_back({"Content-Encoding", "zstd"});
            question.headers.push_back({"Hotich-Dictionary", version});
            question.headers.push_back({"Hotich-Accept-Dictionary", version});
            return m_client->ask(question);
        };
        const auto body = words.compress(outbox_text(*m_desk));
        const auto answer = ask(body, "1");
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 200);
        QCOMPARE(answer.header("hotich-dictionary"), QByteArray("1"));
        QVERIFY(decode_response(must(words.decompress(answer.body.toStdString()))).has_value());
        QCOMPARE(m_contract.checked("POST", sync_pattern, ask(body, "2")), 400);
    }

    void every_answer_about_parts_was_seen_in_these_tests()
    {
        for (const auto& line : m_contract.unseen())
            QVERIFY2(!line.contains("/parts ") || line.endsWith("503"), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(ServerBodiesTest)
#include "server_bodies_test.moc"
