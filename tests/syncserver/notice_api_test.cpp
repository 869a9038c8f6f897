// The answers of the server that server_api_test does not see, held against
// schemas/protocol/openapi.yaml: the upgrade to a live notice, and those to who asks too much.
#include "tests/syncserver/contract.h"
#include "tests/syncserver/websocket_client.h"

#include <QRegularExpression>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* notice_pattern = "/v1/offices/{office}/notice";
constexpr const char* sync_pattern = "/v1/offices/{office}/sync";

} // namespace

class NoticeApiTest : public QObject
{
    Q_OBJECT

private:
    contract m_contract;

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_desk_may_listen_and_nobody_else()
    {
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        const auto question = notice_question(*desk, new_nonce());
        const auto answered = [&](const http_question& asked) {
            https_client line(server.port(), server.certificate_pem());
            return m_contract.checked("GET", notice_pattern, line.ask(asked));
        };
        QCOMPARE(answered(question), 101);
        QCOMPARE(answered(question), 409); // copied
        auto without = question;
        without.headers.erase(without.headers.begin());
        QCOMPARE(answered(without), 401);
        auto elsewhere = notice_question(*desk, new_nonce());
        elsewhere.path = "/v1/offices/00070/notice";
        QCOMPARE(answered(elsewhere), 403);
        auto plain = notice_question(*desk, new_nonce());
        plain.headers.resize(1);
        QCOMPARE(answered(plain), 426);
        auto misshapen = notice_question(*desk, new_nonce());
        misshapen.headers.back().second = "short";
        QCOMPARE(answered(misshapen), 426);
    }

    void who_asks_too_often_is_told_when_to_come_again()
    {
        running_server server({}, {.requests_per_minute = 1});
        const auto desk = server.enrolled_desk("00004");
        https_client client(server.port(), server.certificate_pem());
        const auto body = bytes(outbox_text(*desk));
        QCOMPARE(client.ask(signed_question(*desk, body, new_nonce())).status, 200);
        const auto answer = client.ask(signed_question(*desk, body, new_nonce()));
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 429);
        QCOMPARE(reason_of(answer), std::string("too_many"));
        const auto notice = client.ask(notice_question(*desk, new_nonce()));
        QCOMPARE(m_contract.checked("GET", notice_pattern, notice), 429);
    }

    void who_guesses_codes_is_stopped()
    {
        http_limits limits;
        limits.max_failures_per_address = 2;
        running_server server(limits);
        https_client client(server.port(), server.certificate_pem());
        const auto guess = enrol_question("0000000000000000", std::string(64, '1'));
        QCOMPARE(client.ask(guess).status, 403);
        QCOMPARE(client.ask(guess).status, 403);
        QCOMPARE(m_contract.checked("POST", "/v1/enrol", client.ask(guess)), 429);
    }

    void a_busy_server_tells_listeners_too()
    {
        http_limits limits;
        limits.admission.max_waiting = 0;
        running_server server(limits);
        const auto desk = server.enrolled_desk("00004");
        https_client client(server.port(), server.certificate_pem());
        const auto answer = client.ask(notice_question(*desk, new_nonce()));
        QCOMPARE(m_contract.checked("GET", notice_pattern, answer), 503);
    }

    void every_such_answer_was_seen_in_these_tests()
    {
        const QRegularExpression ours("notice|(sync|enrol) 429$");
        QCOMPARE(m_contract.unseen().filter(ours), QStringList());
    }
};

QTEST_GUILESS_MAIN(NoticeApiTest)
#include "notice_api_test.moc"
