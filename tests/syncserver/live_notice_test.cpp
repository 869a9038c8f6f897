// Live notices: a desk hears that its office's feed has grown, whoever made it grow; and a listener
// that is slow, silent or wrong costs the server nothing for long.
#include "common/base/ids.h"
#include "common/sync/desk_exchange.h"
#include "desktop/sync/notice_listener.h"
#include "syncserver/http/websocket.h"
#include "tests/support/births.h"
#include "tests/syncserver/websocket_client.h"

#include <QSignalSpy>
#include <QTest>

using namespace hotich;
using namespace hotich::test;
using std::chrono::milliseconds;

namespace {

constexpr int text_frame = 1;
constexpr int close_frame = 8;
constexpr int ping_frame = 9;
constexpr int pong_frame = 10;

/// Sends what the desk has over a line of its own; the feed's revision after it.
std::int64_t push(const running_server& server, desk_register& desk)
{
    https_client client(server.port(), server.certificate_pem());
    const auto answer =
        client.ask(signed_question(desk, QByteArray::fromStdString(outbox_text(desk)), new_nonce())
        );
    if (answer.status != 200) qFatal("not exchanged");
    const auto response = must(decode_response(answer.body.toStdString()));
    must(take_in_answer(desk, response, monday_morning));
    return response.head.revision;
}

QByteArray notice_of(std::int64_t revision)
{
    return "{\"revision\":" + QByteArray::number(static_cast<qlonglong>(revision)) + "}";
}

QByteArray counters_of(running_server& server)
{
    return QByteArray::fromStdString(server.counters().to_text(""));
}

std::unique_ptr<notice_listener> listener_of(
    const running_server& server, const desk_register& desk, const std::string& fingerprint
)
{
    auto identity = desk.identity();
    identity.server_url = "https://127.0.0.1:" + std::to_string(server.port());
    identity.server_fingerprint = fingerprint;
    return std::make_unique<notice_listener>(
        identity, desk.key(), [] { return monday_morning; }, std::make_unique<system_random>()
    );
}

} // namespace

class LiveNoticeTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_clients_key_is_answered_as_the_standard_says()
    {
        // RFC 6455, 1.3
        QCOMPARE(
            websocket_accept("dGhlIHNhbXBsZSBub25jZQ==").value_or(""),
            std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        );
        QVERIFY(!websocket_accept(""));
        QVERIFY(!websocket_accept("dGhlIHNhbXBsZSBub25jZQ=!"));
    }

    void frames_are_read_in_any_pieces()
    {
        // RFC 6455, 5.7: "Hello" in a masked pong
        const std::string pong("\x8a\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58", 11);
        websocket_reader reader;
        for (std::size_t i = 0; i + 1 < pong.size(); ++i)
            QVERIFY(reader.put(pong.substr(i, 1))->empty());
        const auto messages = *reader.put(pong.substr(pong.size() - 1));
        QCOMPARE(messages.size(), std::size_t(1));
        QCOMPARE(messages.front().payload, std::string("Hello"));
        QCOMPARE(reader.put(pong + pong)->size(), std::size_t(2));
    }

    void what_a_listener_may_not_send_is_refused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("not masked") << QByteArray("\x8a\x00", 2);
        QTest::newRow("a text") << QByteArray("\x81\x80\x00\x00\x00\x00", 6);
        QTest::newRow("a fragment") << QByteArray("\x0a\x80\x00\x00\x00\x00", 6);
        QTest::newRow("a large control frame") << QByteArray("\x8a\xfe\x01\x00", 4);
        QTest::newRow("an extension's bit") << QByteArray("\xca\x80\x00\x00\x00\x00", 6);
    }

    void what_a_listener_may_not_send_is_refused()
    {
        QFETCH(QByteArray, sent);
        QVERIFY(!websocket_reader().put(sent.toStdString()));
    }

    void a_desk_hears_at_once_what_a_colleague_registered()
    {
        running_server server;
        const auto listening = server.enrolled_desk("00004");
        const auto colleague = server.enrolled_desk("00004");
        websocket_client client(server);
        const auto answer = client.listen(*listening, new_nonce());
        QCOMPARE(answer.status, 101);
        QCOMPARE(answer.header("sec-websocket-accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        const auto first = client.next();
        QVERIFY(first);
        QCOMPARE(first->kind, text_frame);
        register_birth(*colleague, "Nguyễn Văn An");
        const auto revision = push(server, *colleague);
        QVERIFY(first->payload != notice_of(revision));
        QCOMPARE(client.next()->payload, notice_of(revision));
    }

    void another_office_is_not_told()
    {
        running_server server;
        const auto listening = server.enrolled_desk("00070");
        const auto stranger = server.enrolled_desk("00004");
        websocket_client client(server);
        QCOMPARE(client.listen(*listening, new_nonce()).status, 101);
        QVERIFY(client.next());
        register_birth(*stranger, "Nguyễn Văn An");
        push(server, *stranger);
        QVERIFY(!client.next(500));
    }

    void what_another_server_over_the_same_database_took_in_is_told_too()
    {
        running_server server;
        const auto listening = server.enrolled_desk("00004");
        const auto colleague = server.enrolled_desk("00004");
        websocket_client client(server);
        QCOMPARE(client.listen(*listening, new_nonce()).status, 101);
        QVERIFY(client.next());
        register_birth(*colleague, "Nguyễn Văn An");
        // Past the route that tells of it.
        const auto request = must(load_outbox(*colleague, max_operations_per_batch));
        const auto response = must(server.exchanges().exchange(request));
        QCOMPARE(client.next()->payload, notice_of(response.head.revision));
    }

    void many_revisions_while_nobody_looks_are_one_notice()
    {
        notice_watch watch;
        std::int64_t revision = 5;
        std::vector<std::int64_t> told;
        const auto read = [&](const std::string&) { return result<std::int64_t>(revision); };
        const auto tell = [&](const std::string&, std::int64_t to) { told.push_back(to); };
        watch.feed_grew("00004"); // nobody listens: nobody asks the store
        watch.look_after(notice_watch::look::at_all, read, tell);
        QVERIFY(told.empty());
        watch.listen("00004");
        watch.look_after(notice_watch::look::at_grown, read, tell);
        for (; revision < 20; ++revision)
            watch.feed_grew("00004");
        watch.look_after(notice_watch::look::at_grown, read, tell);
        watch.look_after(notice_watch::look::at_all, read, tell);
        QCOMPARE(told, (std::vector<std::int64_t>{5, 20}));
        watch.leave("00004");
        revision = 21;
        watch.look_after(notice_watch::look::at_all, read, tell);
        QCOMPARE(told.size(), std::size_t(2));
    }

    void a_ping_is_answered_and_a_goodbye_too()
    {
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        websocket_client client(server);
        QCOMPARE(client.listen(*desk, new_nonce()).status, 101);
        QVERIFY(client.next());
        client.send(ping_frame, "still there?");
        const auto pong = client.next();
        QVERIFY(pong);
        QCOMPARE(pong->kind, pong_frame);
        QCOMPARE(pong->payload, QByteArray("still there?"));
        client.send(close_frame, "");
        QCOMPARE(client.next()->kind, close_frame);
        QVERIFY(client.line().is_closed_within(5'000));
    }

    void who_answers_pings_stays_and_who_does_not_is_closed()
    {
        http_limits limits;
        limits.ping_interval = limits.pong_timeout = milliseconds(300);
        running_server server(limits);
        const auto desk = server.enrolled_desk("00004");
        websocket_client client(server);
        QCOMPARE(client.listen(*desk, new_nonce()).status, 101);
        QVERIFY(client.next());
        for (int i = 0; i < 4; ++i) {
            const auto ping = client.next();
            QVERIFY(ping);
            QCOMPARE(ping->kind, ping_frame);
            client.send(pong_frame, ping->payload);
        }
        QVERIFY(client.next()); // a ping that is not answered
        QVERIFY(client.line().is_closed_within(3'000));
        QTRY_VERIFY(counters_of(server).contains("hotich_listeners_open 0\n"));
    }

    void who_does_not_read_holds_one_notice_and_is_closed()
    {
        http_limits limits;
        limits.write_timeout = milliseconds(500);
        running_server server(limits);
        const auto desk = server.enrolled_desk("00004");
        websocket_client client(server);
        auto& socket = client.line().socket();
        socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 2048);
        QCOMPARE(client.listen(*desk, new_nonce()).status, 101);
        // What Qt does not take from the system stays there, until the server cannot write.
        socket.setReadBufferSize(1);
        QTRY_VERIFY(counters_of(server).contains("hotich_listeners_open 1\n"));
        std::int64_t revision = 1'000'000;
        const QDeadlineTimer deadline(20'000);
        while (counters_of(server).contains("hotich_listeners_open 1\n") && !deadline.hasExpired()
        ) {
            for (int i = 0; i < 2'000; ++i)
                server.tell("00004", ++revision);
            std::this_thread::sleep_for(milliseconds(20));
        }
        QVERIFY(counters_of(server).contains("hotich_listeners_open 0\n"));
        QVERIFY(counters_of(server).contains("hotich_timeouts_total 1\n"));
    }

    void a_listener_that_chatters_is_closed()
    {
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        websocket_client client(server);
        QCOMPARE(client.listen(*desk, new_nonce()).status, 101);
        for (int i = 0; i < 50; ++i)
            client.send(pong_frame, QByteArray(120, 'x'));
        QVERIFY(client.line().is_closed_within(5'000));
    }

    void a_desks_newest_line_takes_the_place_of_its_oldest()
    {
        http_limits limits;
        limits.max_listeners_per_desk = 2;
        running_server server(limits);
        const auto desk = server.enrolled_desk("00004");
        std::vector<std::unique_ptr<websocket_client>> lines;
        for (int i = 0; i < 3; ++i) {
            lines.push_back(std::make_unique<websocket_client>(server));
            QCOMPARE(lines.back()->listen(*desk, new_nonce()).status, 101);
            QVERIFY(lines.back()->next());
        }
        QVERIFY(lines[0]->line().is_closed_within(5'000));
        QTRY_VERIFY(counters_of(server).contains("hotich_listeners_open 2\n"));
        lines[1]->send(ping_frame, "1");
        QVERIFY(lines[1]->next());
        lines[2]->send(ping_frame, "2");
        QVERIFY(lines[2]->next());
    }

    void beyond_all_listeners_a_desk_is_left_to_ask()
    {
        http_limits limits;
        limits.max_listeners = 1;
        running_server server(limits);
        const auto first = server.enrolled_desk("00004");
        const auto second = server.enrolled_desk("00004");
        websocket_client one(server);
        QCOMPARE(one.listen(*first, new_nonce()).status, 101);
        QVERIFY(one.next());
        websocket_client two(server);
        two.listen(*second, new_nonce());
        QVERIFY(two.line().is_closed_within(5'000));
        one.send(ping_frame, "1");
        QVERIFY(one.next());
    }

    void a_server_that_stops_says_so()
    {
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        websocket_client client(server);
        QCOMPARE(client.listen(*desk, new_nonce()).status, 101);
        QVERIFY(client.next());
        QVERIFY(server.stops_within(milliseconds(5'000)));
        const auto last = client.next();
        QVERIFY(last);
        QCOMPARE(last->kind, close_frame);
    }

    void the_desktop_listens_and_hears()
    {
        if (!notice_listener::is_possible()) QSKIP("built without QtWebSockets");
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        const auto colleague = server.enrolled_desk("00004");
        const auto listener = listener_of(server, *desk, server.fingerprint());
        QSignalSpy heard(listener.get(), &notice_listener::noticed);
        listener->start();
        QTRY_VERIFY(listener->is_listening());
        QTRY_COMPARE(heard.size(), 1);
        register_birth(*colleague, "Nguyễn Văn An");
        push(server, *colleague);
        QTRY_COMPARE(heard.size(), 2);
    }

    void the_desktop_falls_back_when_it_cannot_listen_and_tries_again()
    {
        if (!notice_listener::is_possible()) QSKIP("built without QtWebSockets");
        auto server = std::make_unique<running_server>();
        const auto desk = server->enrolled_desk("00004");
        const auto listener = listener_of(*server, *desk, server->fingerprint());
        QSignalSpy changed(listener.get(), &notice_listener::listening_changed);
        listener->start();
        QTRY_VERIFY(listener->is_listening());
        server.reset();
        QTRY_VERIFY(!listener->is_listening());
        QCOMPARE(changed.size(), 2);
        QTRY_COMPARE(listener->failures(), 1);
    }

    void a_server_with_another_certificate_is_not_listened_to()
    {
        if (!notice_listener::is_possible()) QSKIP("built without QtWebSockets");
        running_server server;
        const auto desk = server.enrolled_desk("00004");
        for (const auto& wrong : {std::string(), std::string(64, 'a')}) {
            const auto listener = listener_of(server, *desk, wrong);
            listener->start();
            QTRY_COMPARE(listener->failures(), 1);
            QVERIFY(!listener->is_listening());
        }
        QVERIFY(!counters_of(server).contains("notice\",status"));
    }

    void desks_come_back_spread()
    {
        seeded_random chance(1);
        std::set<int> first;
        for (int i = 0; i < 100; ++i) {
            const auto delay = notice_listener::retry_delay_ms(0, chance);
            QVERIFY(delay >= first_listen_retry_ms / 2 && delay <= first_listen_retry_ms);
            first.insert(delay);
        }
        QVERIFY(first.size() > 90);
        QVERIFY(notice_listener::retry_delay_ms(1'000, chance) <= last_listen_retry_ms);
    }
};

QTEST_GUILESS_MAIN(LiveNoticeTest)
#include "live_notice_test.moc"
