// The line to the population database: what is no answer, silence, TLS, and the simulator's
// program.
#include "syncserver/app/certificate.h"
#include "syncserver/app/population_line.h"
#include "syncserver/http/server.h"
#include "syncserver/services/clock.h"
#include "tests/syncserver/population_world.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <future>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr int program_timeout_ms = 30'000;

/// Says the same to everyone, whatever he asks; nothing where there is nothing to say.
class canned_server
{
public:
    explicit canned_server(QByteArray reply) : m_reply(std::move(reply))
    {
        std::promise<quint16> port;
        auto known = port.get_future();
        m_thread = std::thread([this, &port] { serve(port); });
        m_port = known.get();
    }

    ~canned_server()
    {
        m_is_over = true;
        m_thread.join();
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    void serve(std::promise<quint16>& port)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port.set_value(server.serverPort());
        while (!m_is_over) {
            if (!server.waitForNewConnection(50)) continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            socket->waitForReadyRead(5'000);
            while (m_reply.isEmpty() && !m_is_over && socket->state() == QTcpSocket::ConnectedState)
                socket->waitForDisconnected(50);
            socket->write(m_reply);
            socket->disconnectFromHost();
            if (socket->state() != QTcpSocket::UnconnectedState) socket->waitForDisconnected(5'000);
        }
    }

    QByteArray m_reply;
    std::atomic<bool> m_is_over = false;
    quint16 m_port = 0;
    std::thread m_thread;
};

QByteArray reply(int status, const QByteArray& body, const QByteArray& more = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + more
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

std::unique_ptr<population_database> line_to(
    const std::string& url, std::chrono::milliseconds timeout = std::chrono::seconds(10)
)
{
    return must(open_population_http({.url = url, .timeout = timeout}));
}

std::string code_of(const result<pin_answer>& answer)
{
    return answer ? name_of(answer->kind) : name_of(answer.error().code);
}

} // namespace

class PopulationLineTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void what_is_no_answer_leaves_a_doubt_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<std::string>("code");
        const auto row = [](const char* name, const QByteArray& said, const char* code) {
            QTest::newRow(name) << said << std::string(code);
        };
        const QByteArray waiting = "{\"request\":\"r\",\"state\":\"waiting\"}";
        const QByteArray unknown = "{\"request\":\"r\",\"state\":\"unknown\"}";
        row("an answer", reply(200, waiting), "waiting");
        row("it does not have it", reply(404, unknown), "unknown");
        row("a proxy's 404", reply(404, "<h1>not found</h1>"), "corrupt_data");
        row("404 with another state", reply(404, waiting), "corrupt_data");
        row("unknown with 200", reply(200, unknown), "corrupt_data");
        row("500", reply(500, waiting), "busy");
        row("503", reply(503, ""), "busy");
        row("401", reply(401, ""), "busy");
        row("a redirect", reply(302, waiting, "Location: http://127.0.0.1:1/\r\n"), "busy");
        row("no JSON", reply(200, "<html>"), "corrupt_data");
        row("another request",
            reply(200, "{\"request\":\"q\",\"state\":\"waiting\"}"),
            "corrupt_data");
        row("cut", reply(200, waiting).chopped(5), "busy");
        row("huge", reply(200, QByteArray(1'000'000, ' ')), "busy");
        row("huge headers", reply(200, waiting, "X: " + QByteArray(100'000, 'a') + "\r\n"), "busy");
        row("no HTTP", "hello\r\n\r\n", "busy");
        row("binary", QByteArray("\x16\x03\x01\x00\xff", 5), "busy");
        row("only a line", "HTTP/1.1 200 OK\r\n", "busy");
    }

    void what_is_no_answer_leaves_a_doubt()
    {
        QFETCH(QByteArray, said);
        QFETCH(std::string, code);
        const canned_server server(said);
        QCOMPARE(code_of(line_to(server.url())->question("r")), code);
    }

    void silence_ends_with_its_time()
    {
        const canned_server server({});
        QElapsedTimer taken;
        taken.start();
        const auto line = line_to(server.url(), std::chrono::milliseconds(300));
        QCOMPARE(code_of(line->ask({{"request", "r"}})), std::string("busy"));
        QVERIFY(taken.elapsed() >= 300 && taken.elapsed() < 5'000);
    }

    void nobody_there_is_offline()
    {
        const auto line = line_to("http://127.0.0.1:1");
        QCOMPARE(code_of(line->ask({{"request", "r"}})), std::string("offline"));
        line->cancel();
        QCOMPARE(code_of(line->ask({{"request", "r"}})), std::string("cancelled"));
    }

    void stopping_cuts_a_call_and_leaves_a_question()
    {
        population_world here;
        here.born("Nguyễn Văn An");
        const canned_server silent({});
        here.use(line_to(silent.url(), std::chrono::seconds(60)));
        auto worker = here.new_worker();
        worker->start();
        QTRY_VERIFY_WITH_TIMEOUT(must(here.exchanges->pins_due(1)).empty(), 10'000);
        QElapsedTimer taken;
        taken.start();
        worker->stop();
        QVERIFY(taken.elapsed() < 5'000);
        worker.reset();
        here.connect_to({"http://" + here.line->address()});
        here.work(4);
        QCOMPARE(here.simulator.numbers_given(), std::size_t(1));
        QCOMPARE(here.simulator.calls(), 2); // asked whether it has it, then asked for it
    }

    void a_line_with_TLS_is_trusted_by_its_authority_and_name_only()
    {
        population_simulator simulator({});
        notice_watch notices;
        metrics counters;
        const event_log journal(log_level::off);
        const auto identity = must(make_self_signed({}, wall_clock().now()));
        const auto server = must(https_server::open(
            {"127.0.0.1:0", 1, identity.certificate_pem, identity.key_pem, {}},
            [&](const http_request& request) { return simulator.on(request).response; },
            notices,
            counters,
            journal
        ));
        std::thread serving([&] { server->run(); });
        const auto url = "https://" + server->address();
        const auto trusted =
            must(open_population_http({.url = url, .authorities_pem = identity.certificate_pem}));
        const auto known = code_of(trusted->question("r"));
        const auto stranger = code_of(line_to(url)->question("r"));
        server->stop();
        serving.join();
        QCOMPARE(known, std::string("unknown"));
        QCOMPARE(stranger, std::string("offline"));
    }

    void a_url_is_read_or_refused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "http://127.0.0.1:80/v1/"
                               << "127.0.0.1|80|/v1";
        QTest::newRow("secure") << "https://dan-cu.example"
                                << "dan-cu.example|443|";
        QTest::newRow("version 6") << "https://[::1]:8443/a/b"
                                   << "::1|8443|/a/b";
        for (const auto* wrong :
             {"",
              "dan-cu.example",
              "ftp://a",
              "https://",
              "https://a:99999",
              "https://a:b",
              "https://a b",
              "https://user:secret@a",
              "https://a\r\nX: y",
              "https://a/?q"})
            QTest::newRow(QByteArray(wrong).simplified().constData()) << wrong << "";
    }

    void a_url_is_read_or_refused()
    {
        QFETCH(QString, url);
        QFETCH(QString, expected);
        const auto read = parse_http_target(url.toStdString());
        const auto text = read
            ? QString::fromStdString(read->host + "|" + read->port + "|" + read->path)
            : QString();
        QCOMPARE(text, expected);
    }

    void settings_without_a_url_make_no_line_and_wrong_ones_are_named()
    {
        server_config config;
        QVERIFY(must(open_population_line(config, "")) == nullptr);
        config.population_url = "nowhere";
        QVERIFY(open_population_line(config, "").error().detail.starts_with("exchange.population"));
        config.population_url = "http://127.0.0.1:1";
        config.population_token_file = "no-such-file";
        QVERIFY(!open_population_line(config, HOTICH_SOURCE));
        config.population_token_file = "LICENSE"; // of many words: no token
        QVERIFY(!open_population_line(config, HOTICH_SOURCE));
    }

    void settings_name_the_table_of_the_exchange()
    {
        const auto read =
            must(parse_config("[exchange.population]\nurl = \"http://127.0.0.1:1\"\n"));
        QCOMPARE(read.population_url, std::string("http://127.0.0.1:1"));
        const auto wrong = parse_config("[exchange.population]\nuri = \"x\"\n");
        QCOMPARE(wrong.error().detail, std::string("line 2: unknown key \"uri\""));
        QVERIFY(!parse_config("[exchange]\nurl = \"x\"\n"));
    }

    void the_program_answers_and_says_what_it_is()
    {
        QProcess program;
        program.start(
            QDir(QCoreApplication::applicationDirPath()).filePath("../hotich-population-simulator"),
            {"--refuse", "Nguyễn Văn An=date_wrong"}
        );
        while (!program.canReadLine() && program.waitForReadyRead(program_timeout_ms)) {
        }
        const auto said = program.readLine().trimmed();
        QVERIFY(said.startsWith("listening on 127.0.0.1:"));
        const auto address = said.mid(int(qstrlen("listening on "))).toStdString();
        population_world here;
        here.connect_to({"http://" + address});
        const auto refused = here.born("Nguyễn Văn An");
        const auto given = here.born("Trần Thị Bình");
        QVERIFY(here.work(1));
        QCOMPARE(here.state_of(refused), std::string("refused"));
        QCOMPARE(here.state_of(given), std::string("issued"));
        const auto caller = must(http_caller::open({must(parse_http_target("http://" + address))}));
        const auto page = must(caller->call({"GET", "/"}));
        QVERIFY(page.body.find("simulator") != std::string::npos);
        QVERIFY(page.body.find("mô phỏng") != std::string::npos);
        program.terminate();
        QVERIFY(program.waitForFinished(program_timeout_ms));
        QCOMPARE(program.exitCode(), 0);
    }

    void the_program_listens_to_this_machine_only()
    {
        QProcess program;
        program.start(
            QDir(QCoreApplication::applicationDirPath()).filePath("../hotich-population-simulator"),
            {"--listen", "0.0.0.0:0"}
        );
        QVERIFY(program.waitForFinished(program_timeout_ms));
        QCOMPARE(program.exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(PopulationLineTest)
#include "population_line_test.moc"
