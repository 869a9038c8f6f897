// What one client, one desk, one address and all of them together may take of the server, each at
// its limit. The admission by itself: admission_test.
#include "syncserver/http/address_book.h"
#include "tests/syncserver/https_client.h"
#include "tests/syncserver/running_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hotich;
using namespace hotich::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto soon = milliseconds(300);
constexpr auto noon = std::chrono::steady_clock::time_point(std::chrono::hours(12));

http_question empty_exchange(desk_register& desk)
{
    return signed_question(desk, bytes(outbox_text(desk, 0)), new_nonce());
}

} // namespace

class ServerLimitsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void who_is_refused_comes_in_later_over_the_same_connection()
    {
        http_limits limits;
        limits.admission.max_waiting = 1;
        running_server server(limits);
        std::vector<std::unique_ptr<https_client>> clients;
        for (int i = 0; i < 6; ++i) {
            clients.push_back(
                std::make_unique<https_client>(server.port(), server.certificate_pem())
            );
            QVERIFY(clients.back()->connect_securely());
        }
        const auto other = server.enrolled_desk("00070");
        const auto secret = server.new_secret("00004");
        must(server.operators_db().begin_write()); // an enrolment waits for the store
        const auto body = enrol_question(secret, std::string(64, '1')).body;
        clients[0]->send(
            "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body
        );
        QTest::qWait(200);
        QCOMPARE(clients[1]->get("/healthz").status, 200); // who asks for life is not weighed
        int refused = 0;
        for (std::size_t i = 1; i < clients.size(); ++i) {
            const auto answer = clients[i]->ask(empty_exchange(*other));
            QCOMPARE(answer.status, 503);
            QCOMPARE(answer.header("connection"), QByteArray("keep-alive"));
            QVERIFY(answer.header("retry-after").toInt() >= 1);
            ++refused;
        }
        QCOMPARE(refused, 5);
        server.operators_db().rollback();
        QCOMPARE(clients[0]->read_answer()->status, 200);
        for (std::size_t i = 1; i < clients.size(); ++i)
            QCOMPARE(clients[i]->ask(empty_exchange(*other)).status, 200);
        QVERIFY(QByteArray::fromStdString(server.counters().to_text(""))
                    .contains("hotich_requests_total{route=\"busy\",status=\"503\"} 5\n"));
    }

    void a_large_body_is_refused_before_it_is_sent_while_others_wait()
    {
        http_limits limits;
        limits.admission.max_waiting = 1;
        running_server server(limits);
        https_client waiting(server.port(), server.certificate_pem());
        const auto secret = server.new_secret("00004");
        QVERIFY(waiting.connect_securely());
        must(server.operators_db().begin_write());
        const auto body = enrol_question(secret, std::string(64, '1')).body;
        waiting.send(
            "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body
        );
        QTest::qWait(200);
        https_client large(server.port(), server.certificate_pem());
        QVERIFY(large.connect_securely());
        large.send("POST /v1/offices/00004/sync HTTP/1.1\r\nContent-Length: 5000000\r\n\r\n");
        const auto answer = large.read_answer();
        server.operators_db().rollback();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QVERIFY(answer->header("retry-after").toInt() >= 1);
        QVERIFY(large.is_closed_within(5'000));
        QCOMPARE(waiting.read_answer()->status, 200);
    }

    // --- slow clients

    void a_body_that_drips_has_an_end()
    {
        http_limits limits;
        limits.request_timeout = milliseconds(1'000);
        running_server server(limits);
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send("POST /v1/enrol HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 10'000 && !client.is_closed_within(100))
            client.send("x");
        QVERIFY(time.elapsed() < 5'000);
    }

    void who_never_reads_is_cut_off()
    {
        http_limits limits;
        limits.write_timeout = soon;
        running_server server(limits);
        https_client client(server.port(), server.certificate_pem());
        auto& socket = client.socket();
        QVERIFY(client.connect_securely());
        socket.setReadBufferSize(1);
        QByteArray many;
        for (int i = 0; i < 2'000; ++i)
            many += "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
        client.send(many);
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 20'000
               && !QByteArray::fromStdString(server.counters().to_text(""))
                       .contains("hotich_timeouts_total 1\n")) {
            socket.flush();
            std::this_thread::sleep_for(milliseconds(20));
        }
        QVERIFY(time.elapsed() < 20'000);
    }

    void an_address_has_as_many_connections_as_it_may()
    {
        http_limits limits;
        limits.max_connections_per_address = 2;
        running_server server(limits);
        auto first = std::make_unique<https_client>(server.port(), server.certificate_pem());
        https_client second(server.port(), server.certificate_pem());
        QCOMPARE(first->get("/healthz").status, 200);
        QCOMPARE(second.get("/healthz").status, 200);
        https_client third(server.port(), server.certificate_pem());
        QVERIFY(!third.connect_securely());
        first.reset();
        QTRY_VERIFY(https_client(server.port(), server.certificate_pem()).connect_securely());
    }

    void an_address_that_fails_to_sign_in_too_often_is_barred()
    {
        http_limits limits;
        limits.max_failures_per_address = 3;
        running_server server(limits);
        const auto desk = server.enrolled_desk("00004");
        https_client client(server.port(), server.certificate_pem());
        auto wrong = empty_exchange(*desk);
        wrong.headers.clear();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.ask(wrong).status, 401);
        const auto answer = client.ask(empty_exchange(*desk)); // even the right signature
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.header("retry-after").toInt() >= 60);
        QCOMPARE(client.get("/healthz").status, 200);
    }

    void failures_are_forgiven_with_time_and_the_book_does_not_grow()
    {
        address_book book(10, 5);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!book.is_barred("10.0.0.1", noon));
            book.count_failure("10.0.0.1", noon);
        }
        QVERIFY(book.is_barred("10.0.0.1", noon));
        QVERIFY(!book.is_barred("10.0.0.2", noon));
        QVERIFY(!book.is_barred("10.0.0.1", noon + seconds(121)));
        for (std::size_t i = 0; i < 3 * max_remembered_addresses; ++i)
            book.count_failure("a" + std::to_string(i), noon);
        QVERIFY(book.size() <= max_remembered_addresses);
        QVERIFY(book.is_barred("10.0.0.1", noon)); // not by trying from elsewhere
    }

    // --- desks

    void a_desk_sends_as_many_requests_as_it_may()
    {
        running_server server({}, {.requests_per_minute = 3});
        const auto desk = server.enrolled_desk("00004");
        const auto other = server.enrolled_desk("00004");
        https_client client(server.port(), server.certificate_pem());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.ask(empty_exchange(*desk)).status, 200);
        const auto answer = client.ask(empty_exchange(*desk));
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.header("retry-after").toInt() >= 1);
        QCOMPARE(client.ask(empty_exchange(*other)).status, 200);
        // Somebody who only says that he is the desk spends nothing of it.
        auto forged = empty_exchange(*other);
        forged.body += " ";
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.ask(forged).status, 403);
        QCOMPARE(client.ask(empty_exchange(*other)).status, 200);
    }

    void bytes_are_counted_and_come_back_with_time()
    {
        desk_budget budget({.requests_per_minute = 100, .kilobytes_per_minute = 60});
        QVERIFY(!budget.take("d", 60 * 1024, noon));
        const auto wait = budget.take("d", 1, noon);
        QVERIFY(wait && *wait >= 1 && *wait <= 2);
        QVERIFY(!budget.take("e", 1, noon));
        QVERIFY(!budget.take("d", 1, noon + seconds(*wait)));
        // A request larger than a minute's worth is served, and paid for.
        QVERIFY(!budget.take("f", 180 * 1024, noon));
        QVERIFY(budget.take("f", 1, noon + seconds(119)));
        QVERIFY(!budget.take("f", 1, noon + seconds(121)));
    }
};

QTEST_GUILESS_MAIN(ServerLimitsTest)
#include "server_limits_test.moc"
