// The server on a bad line, under many desks at once, and when it is told to stop.
#include "common/sync/desk_exchange.h"
#include "tests/syncserver/https_client.h"
#include "tests/syncserver/running_server.h"

#include <QElapsedTimer>
#include <QSslCipher>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace hotich;
using namespace hotich::test;
using std::chrono::milliseconds;

namespace {

constexpr auto soon = milliseconds(300);

const event_definition& birth() { return *real_definitions().find_event("birth"); }

void register_birth(desk_register& desk, const std::string& name)
{
    auto data = lawful_birth();
    data.erase("gcs_code"); // one birth notice is one child
    data.erase("gcs_date");
    set_path(data, "child.full_name", json::value(name));
    if (!must(desk.register_event(birth(), {data, {}, "", ""}, monday_morning)).is_stored())
        qFatal("not stored");
}

/// One exchange over the client; what the server has to say is taken in.
int exchange(https_client& client, desk_register& desk, const std::string& nonce)
{
    const auto answer =
        client.ask(signed_question(desk, QByteArray::fromStdString(outbox_text(desk)), nonce));
    if (answer.status == 200)
        must(take_in_answer(desk, must(decode_response(answer.body.toStdString())), monday_morning)
        );
    return answer.status;
}

http_limits impatient()
{
    http_limits limits;
    limits.handshake_timeout = limits.header_timeout = limits.idle_timeout = limits.read_timeout =
        soon;
    limits.shutdown_timeout = soon;
    return limits;
}

} // namespace

class ServerLineTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_connection_serves_many_requests_even_those_sent_together()
    {
        running_server server;
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send(
            "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"
        );
        QCOMPARE(client.read_answer()->body, QByteArray(R"({"status":"ok"})"));
        QCOMPARE(client.read_answer()->body, QByteArray(R"({"status":"ready"})"));
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QCOMPARE(client.read_answer()->header("connection"), QByteArray("close"));
        QVERIFY(client.is_closed_within(5'000));
    }

    /// A desk whose clock is wrong works like every other, and is told how far it is off.
    void every_answer_to_a_desk_tells_how_far_its_clock_is_off()
    {
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        https_client client(server.port(), server.certificate_pem());
        constexpr std::int64_t three_days_ms = 3ll * 24 * 3600 * 1000;
        for (const auto off : {-three_days_ms, std::int64_t(0), three_days_ms}) {
            const auto answer = client.ask(signed_question(
                *desk,
                QByteArray::fromStdString(outbox_text(*desk)),
                new_nonce(),
                {monday_morning.ms + off}
            ));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("hotich-clock-skew").toLongLong(), off);
        }
    }

    void a_request_that_comes_byte_by_byte_is_whole_in_the_end()
    {
        running_server server;
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        for (const char c :
             QByteArray("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"))
            client.send(QByteArray(1, c));
        QCOMPARE(client.read_answer()->status, 400);
    }

    void a_client_that_waits_to_continue_is_told_to()
    {
        running_server server;
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
                    "2\r\n\r\n");
        QCOMPARE(client.read_answer()->status, 100);
        client.send("{}");
        QCOMPARE(client.read_answer()->status, 400);
    }

    void what_is_no_request_is_refused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("expected");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe\r\n\r\n", 8) << 400;
        QTest::newRow("another version") << QByteArray("GET / HTTP/9.9\r\n\r\n") << 400;
        QTest::newRow("two lengths"
        ) << QByteArray("POST /v1/enrol HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")
          << 400;
        QTest::newRow("a negative length")
            << QByteArray("POST /v1/enrol HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
        QTest::newRow("a bad chunk")
            << QByteArray("POST /v1/enrol HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
            << 400;
        QTest::newRow("large headers") << "GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'a')
                + "\r\n\r\n" << 431;
        QTest::newRow("large headers without an end")
            << "GET / HTTP/1.1\r\nX: " + QByteArray(200'000, 'a') << 431;
        QTest::newRow("a chunked body, however well formed")
            << "POST /v1/enrol HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5000\r\n"
                + QByteArray(0x5000, 'a') + "\r\n"
            << 400;
    }

    void what_is_no_request_is_refused()
    {
        QFETCH(QByteArray, sent);
        QFETCH(int, expected);
        http_limits limits;
        limits.max_body_bytes = 16 * 1024;
        running_server server(limits);
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send(sent);
        const auto answer = client.read_answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, expected);
        QVERIFY(client.is_closed_within(10'000));
    }

    void who_is_too_slow_is_cut_off_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("silent after the handshake") << QByteArray();
        QTest::newRow("half a header") << QByteArray("GET /healthz HTTP/1.1\r\nHo");
        QTest::newRow("half a body")
            << QByteArray("POST /v1/enrol HTTP/1.1\r\nContent-Length: 10\r\n\r\n{");
    }

    void who_is_too_slow_is_cut_off()
    {
        QFETCH(QByteArray, sent);
        running_server server(impatient());
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send(sent);
        QVERIFY(client.is_closed_within(10'000));
        // The client may see the end of the line before the server has counted it.
        QTRY_VERIFY(QByteArray::fromStdString(server.counters().to_text(""))
                        .contains("hotich_timeouts_total 1\n"));
    }

    void a_header_that_drips_does_not_hold_a_connection()
    {
        running_server server(impatient());
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send("GET / HTTP/1.1\r\n");
        int drops = 0;
        for (; drops < 100 && !client.is_closed_within(100); ++drops)
            client.send("X: y\r\n");
        QVERIFY(drops < 100);
    }

    void who_does_not_speak_TLS_is_cut_off_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("plain HTTP") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("garbage") << QByteArray(3000, '\x16');
        QTest::newRow("nothing") << QByteArray();
    }

    void who_does_not_speak_TLS_is_cut_off()
    {
        QFETCH(QByteArray, sent);
        running_server server(impatient());
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", server.port());
        QVERIFY(socket.waitForConnected());
        socket.write(sent);
        socket.flush();
        QVERIFY(
            socket.state() != QAbstractSocket::ConnectedState || socket.waitForDisconnected(10'000)
        );
        https_client client(server.port(), server.certificate_pem());
        QCOMPARE(client.get("/healthz").status, 200);
    }

    void TLS_1_2_is_spoken_with_authenticated_encryption_only()
    {
        running_server server;
        https_client modern(server.port(), server.certificate_pem());
        QVERIFY(modern.connect_securely(QSsl::TlsV1_2));
        QCOMPARE(modern.get("/healthz").status, 200);
        https_client cbc(server.port(), server.certificate_pem());
        auto tls = cbc.socket().sslConfiguration();
        tls.setCiphers("ECDHE-ECDSA-AES128-SHA256");
        QCOMPARE(tls.ciphers().size(), 1);
        cbc.socket().setSslConfiguration(tls);
        QVERIFY(!cbc.connect_securely(QSsl::TlsV1_2));
    }

    void a_full_server_says_so()
    {
        http_limits limits;
        limits.max_connections = 2;
        running_server server(limits);
        https_client first(server.port(), server.certificate_pem());
        https_client second(server.port(), server.certificate_pem());
        https_client third(server.port(), server.certificate_pem());
        QCOMPARE(first.get("/healthz").status, 200);
        QCOMPARE(second.get("/healthz").status, 200);
        const auto answer = third.get("/healthz");
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.header("retry-after").isEmpty());
        QVERIFY(third.is_closed_within(10'000));
        QCOMPARE(first.get("/healthz").status, 200);
    }

    void bodies_in_memory_have_a_limit_together()
    {
        http_limits limits;
        limits.max_buffered_bytes = 64 * 1024;
        running_server server(limits);
        https_client client(server.port(), server.certificate_pem());
        QVERIFY(client.connect_securely());
        client.send(
            "POST /v1/enrol HTTP/1.1\r\nContent-Length: 200000\r\n\r\n" + QByteArray(100'000, 'a')
        );
        QCOMPARE(client.read_answer()->status, 503);
        https_client other(server.port(), server.certificate_pem());
        QCOMPARE(other.ask({"POST", "/v1/enrol", {}, QByteArray(4'000, ' ')}).status, 400);
    }

    void desks_that_speak_at_once_get_every_number_once()
    {
        static const std::vector<std::string> families{
            "Nguyễn Văn", "Nguyễn Đức", "Nguyễn Hữu", "Nguyễn Minh"};
        static const std::vector<std::string> names{
            "An", "Bình", "Cường", "Dũng", "Giang", "Hòa", "Khánh", "Long"};
        running_server server;
        std::vector<std::unique_ptr<desk_register>> desks;
        for (std::size_t i = 0; i < families.size(); ++i)
            desks.push_back(server.enrolled_desk("00004"));
        std::atomic<int> failed = 0;
        const auto work = [&](std::size_t i) {
            https_client client(server.port(), server.certificate_pem());
            for (const auto& name : names) {
                register_birth(*desks[i], families[i] + " " + name);
                if (exchange(client, *desks[i], "nonce-" + name.substr(0, 1) + "-12345") != 200)
                    ++failed;
            }
        };
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < desks.size(); ++i)
            threads.emplace_back(work, i);
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(failed.load(), 0);
        https_client client(server.port(), server.certificate_pem());
        QCOMPARE(exchange(client, *desks[0], "nonce-at-the-end"), 200);
        const auto lines = must(desks[0]->book("BIRTH", 2026));
        QCOMPARE(lines.size(), families.size() * names.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            QCOMPARE(lines[i].number->reg_no, static_cast<int>(i) + 1);
    }

    void stopping_answers_what_runs_and_takes_nothing_new()
    {
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        register_birth(*desk, "Nguyễn Văn An");
        https_client idle(server.port(), server.certificate_pem());
        QVERIFY(idle.connect_securely());
        must(server.operators_db().begin_write()); // the exchange waits for the store
        int answered = 0;
        std::jthread running([&] {
            https_client client(server.port(), server.certificate_pem());
            answered = exchange(client, *desk, "nonce-12345");
        });
        while (QByteArray::fromStdString(server.counters().to_text(""))
                   .contains("hotich_connections_open 1\n"))
            std::this_thread::sleep_for(milliseconds(5));
        std::this_thread::sleep_for(soon);
        QVERIFY(!server.stops_within(soon));
        QVERIFY(idle.is_closed_within(5'000));
        QTcpSocket late;
        late.connectToHost("127.0.0.1", server.port());
        QVERIFY(!late.waitForConnected(1'000));
        server.operators_db().rollback();
        running.join();
        QCOMPARE(answered, 200);
        QVERIFY(server.stops_within(milliseconds(10'000)));
    }

    void a_client_that_never_says_goodbye_does_not_hold_a_stop()
    {
        http_limits limits;
        limits.stop_timeout = soon;
        running_server server(limits);
        https_client half(server.port(), server.certificate_pem());
        QVERIFY(half.connect_securely());
        half.send("POST /v1/enrol HTTP/1.1\r\nContent-Length: 10\r\n\r\n{");
        QTest::qWait(100);
        QVERIFY(server.stops_within(milliseconds(5'000)));
    }
};

QTEST_GUILESS_MAIN(ServerLineTest)
#include "server_line_test.moc"
