// Every route over TLS, held against schemas/protocol/openapi.yaml: right and wrong input.
#include "common/sync/desk_exchange.h"
#include "tests/support/births.h"
#include "tests/syncserver/contract.h"
#include "tests/syncserver/running_server.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* sync_pattern = "/v1/offices/{office}/sync";

} // namespace

class ServerApiTest : public QObject
{
    Q_OBJECT

private:
    contract m_contract;
    std::unique_ptr<running_server> m_server;
    std::unique_ptr<https_client> m_client;
    std::unique_ptr<desk_register> m_desk;

    http_answer ask_sync(const QByteArray& body)
    {
        return m_client->ask(signed_question(*m_desk, body, new_nonce()));
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_server = std::make_unique<running_server>();
        m_client = std::make_unique<https_client>(m_server->port(), m_server->certificate_pem());
        m_desk = m_server->enrolled_desk("00004");
    }

    void every_route_of_the_table_is_described_and_no_other()
    {
        QStringList routes;
        for (const auto& known : all_routes())
            routes << QString::fromStdString(
                std::string(known.method) + " " + std::string(known.pattern)
            );
        auto described = m_contract.operations();
        routes.sort();
        described.sort();
        QCOMPARE(routes, described);
    }

    void the_examples_of_the_schemas_fit_them()
    {
        const QDir folder(HOTICH_SOURCE "/schemas/protocol");
        for (const auto& file : folder.entryList({"*.json"})) {
            const auto schema = must(read_json_file(folder.filePath(file).toStdString()));
            for (const auto& example : schema.at("examples").as_array())
                QCOMPARE(contract::misfits_of(file.toStdString(), example), QStringList());
        }
    }

    void health_readiness_and_metrics_answer()
    {
        QCOMPARE(m_contract.checked("GET", "/healthz", m_client->get("/healthz")), 200);
        QCOMPARE(m_contract.checked("GET", "/readyz", m_client->get("/readyz")), 200);
        const auto metrics_text = m_client->get("/metrics");
        QCOMPARE(m_contract.checked("GET", "/metrics", metrics_text), 200);
        QVERIFY(metrics_text.body.contains(
            "hotich_requests_total{route=\"/readyz\",status=\"200\"} 1\n"
        ));
        QVERIFY(metrics_text.body.contains("hotich_connections_open 1\n"));
    }

    void a_desk_is_enrolled_once_by_a_code_and_may_ask_again()
    {
        const auto secret = m_server->new_secret("00004");
        const auto key = new_signing_key(*std::make_unique<seeded_random>(1)).public_hex;
        const auto first = m_client->ask(enrol_question(secret, key));
        QCOMPARE(m_contract.checked("POST", "/v1/enrol", first), 200);
        QCOMPARE(m_client->ask(enrol_question(secret, key)).body, first.body);
        const auto other = new_signing_key(*std::make_unique<seeded_random>(2)).public_hex;
        QCOMPARE(
            m_contract.checked("POST", "/v1/enrol", m_client->ask(enrol_question(secret, other))),
            403
        );
    }

    void a_wrong_enrolment_is_refused_with_a_reason_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("expected");
        QTest::newRow("no body") << QByteArray() << 400;
        QTest::newRow("broken JSON") << QByteArray(R"({"secret":"x")") << 400;
        QTest::newRow("not an object") << QByteArray("[1]") << 400;
        QTest::newRow("wrong type") << QByteArray(R"({"secret":5,"public_key":"x"})") << 400;
        QTest::newRow("no key") << QByteArray(R"({"secret":"YG8S225S5YFN6JFK"})") << 400;
        QTest::newRow("misshapen key")
            << QByteArray(R"({"secret":"YG8S225S5YFN6JFK","public_key":"abc"})") << 400;
        QTest::newRow("invalid UTF-8")
            << QByteArray("{\"secret\":\"\xff\xfe\",\"public_key\":\"\"}") << 400;
        QTest::newRow("too deep") << QByteArray(5000, '[') << 400;
        QTest::newRow("unknown code") << bytes(to_text(json::object{
            {"secret", "0000000000000000"}, {"public_key", std::string(64, '1')}}))
                                      << 403;
    }

    void a_wrong_enrolment_is_refused_with_a_reason()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, expected);
        QCOMPARE(
            m_contract.checked("POST", "/v1/enrol", m_client->ask({"POST", "/v1/enrol", {}, body})),
            expected
        );
    }

    void a_birth_is_numbered_over_the_line()
    {
        const auto id = register_birth(*m_desk, "Nguyễn Văn An").record;
        const auto text = outbox_text(*m_desk);
        QCOMPARE(
            m_contract.misfits_of_lines(text, "sync_request_header.json", "operation.json"),
            QStringList()
        );
        const auto answer = ask_sync(bytes(text));
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 200);
        must(take_in_answer(
            *m_desk, must(decode_response(answer.body.toStdString())), monday_morning
        ));
        QCOMPARE(to_display(*must(m_desk->load(id)).number), std::string("01/2026"));
        QVERIFY(m_client->get("/metrics")
                    .body.contains("hotich_operations_total{outcome=\"accepted\"} 1\n"));
    }

    void a_compressed_request_gets_a_compressed_answer()
    {
        auto question =
            signed_question(*m_desk, bytes(compress(outbox_text(*m_desk))), new_nonce());
        question.headers.push_back({"Content-Encoding", "zstd"});
        const auto answer = m_client->ask(question);
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 200);
        QCOMPARE(answer.header("content-encoding"), QByteArray("zstd"));
        QVERIFY(decode_response(must(decompress(answer.body.toStdString()))));
    }

    void an_answer_is_compressed_for_who_accepts_it()
    {
        auto question = signed_question(*m_desk, bytes(outbox_text(*m_desk)), new_nonce());
        question.headers.push_back({"Accept-Encoding", "gzip, zstd"});
        QCOMPARE(m_client->ask(question).header("content-encoding"), QByteArray("zstd"));
    }

    void a_wrong_message_is_refused_and_nothing_of_it_is_kept_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        register_birth(*m_desk, "Nguyễn Văn An");
        const auto whole = bytes(outbox_text(*m_desk));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("broken JSON") << QByteArray("{\"protocol\":1,\n");
        QTest::newRow("a line is cut") << whole.chopped(20);
        QTest::newRow("a line is missing") << whole.left(whole.indexOf('\n') + 1);
        QTest::newRow("a line too many") << whole + "{}\n";
        QTest::newRow("invalid UTF-8") << QByteArray(whole).replace("protocol", "proto\xff\xfe");
        QTest::newRow("too many operations")
            << QByteArray(whole).replace("\"operations\":1", "\"operations\":401");
        QTest::newRow("a negative count")
            << QByteArray(whole).replace("\"operations\":1", "\"operations\":-1");
    }

    void a_wrong_message_is_refused_and_nothing_of_it_is_kept()
    {
        QFETCH(QByteArray, wrong);
        QCOMPARE(m_contract.checked("POST", sync_pattern, ask_sync(wrong)), 400);
        register_birth(*m_desk, "Nguyễn Văn Bình");
        QCOMPARE(
            m_contract.checked("POST", sync_pattern, ask_sync(bytes(outbox_text(*m_desk)))), 200
        );
    }

    void a_damaged_compressed_body_is_refused()
    {
        auto question =
            signed_question(*m_desk, bytes(compress(outbox_text(*m_desk))).chopped(5), new_nonce());
        question.headers.push_back({"Content-Encoding", "zstd"});
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 400);
        question = signed_question(*m_desk, "x", new_nonce());
        question.headers.push_back({"Content-Encoding", "br"});
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 400);
    }

    void a_small_body_that_would_grow_beyond_the_limit_is_refused()
    {
        const std::string zeros(max_message_bytes + 1, '0');
        auto question = signed_question(*m_desk, bytes(compress(zeros)), new_nonce());
        question.headers.push_back({"Content-Encoding", "zstd"});
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 400);
    }

    void an_old_protocol_version_is_told_so()
    {
        auto text = bytes(outbox_text(*m_desk)).replace("\"protocol\":1", "\"protocol\":0");
        const auto answer = ask_sync(text);
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 403);
        QCOMPARE(reason_of(answer), std::string("protocol_version"));
    }

    void a_request_that_is_not_signed_is_refused()
    {
        auto question = signed_question(*m_desk, bytes(outbox_text(*m_desk)), new_nonce());
        question.headers.clear();
        const auto answer = m_client->ask(question);
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 401);
        QCOMPARE(answer.header("www-authenticate"), QByteArray("Hotich"));
        question.headers = {{"Authorization", "Hotich desk=\"x"}};
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 401);
    }

    void a_request_that_was_changed_on_the_way_is_refused()
    {
        auto question = signed_question(*m_desk, bytes(outbox_text(*m_desk)), new_nonce());
        question.body.replace("\"cursor\":", "\"cursor\":1");
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 403);
    }

    void a_desk_cannot_speak_for_another_office()
    {
        const auto stranger = m_server->enrolled_desk("00070");
        auto question = signed_question(*stranger, bytes(outbox_text(*m_desk)), new_nonce());
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 403);
        question = signed_question(*stranger, bytes(outbox_text(*m_desk)), new_nonce());
        question.path = "/v1/offices/00004/sync";
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 403);
    }

    void a_copied_request_is_refused()
    {
        const auto question = signed_question(*m_desk, bytes(outbox_text(*m_desk)), new_nonce());
        QCOMPARE(m_contract.checked("POST", sync_pattern, m_client->ask(question)), 200);
        const auto again = m_client->ask(question);
        QCOMPARE(m_contract.checked("POST", sync_pattern, again), 409);
        QCOMPARE(reason_of(again), std::string("replayed"));
    }

    void another_history_of_the_same_desk_is_a_conflict()
    {
        register_birth(*m_desk, "Nguyễn Văn An");
        const auto request = must(decode_request(outbox_text(*m_desk)));
        QCOMPARE(ask_sync(bytes(encode(request))).status, 200);
        auto source = must(parse_json_object(request.bodies.front()));
        source["at"] = 5;
        sync_request other = request;
        other.bodies = {to_text(source)};
        other.signature =
            sign_hex(head_message(operation_hash(other.bodies.back())), m_desk->key());
        QCOMPARE(m_contract.checked("POST", sync_pattern, ask_sync(bytes(encode(other)))), 409);
    }

    void an_unknown_path_and_an_unknown_method_are_told_so()
    {
        for (const auto* path :
             {"/",
              "/v1",
              "/v1/offices//sync",
              "/v1/offices/a%2Fb/sync",
              "/v1/offices/../sync",
              "/healthz/"}) {
            const auto answer = m_client->get(path);
            QCOMPARE(answer.status, 404);
            QCOMPARE(
                contract::misfits_of("error.json", must(parse_json(answer.body.toStdString()))),
                QStringList()
            );
        }
        const auto answer = m_client->ask({"PUT", "/v1/enrol", {}, {}});
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.header("allow"), QByteArray("POST"));
        QCOMPARE(m_client->get("/healthz?verbose=1").status, 200);
    }

    void a_body_of_100_MB_is_refused_before_it_is_read()
    {
        for (const auto* path : {"/v1/enrol", "/v1/offices/00004/sync"}) {
            https_client client(m_server->port(), m_server->certificate_pem());
            QVERIFY(client.connect_securely());
            client.send(
                QByteArray("POST ") + path
                + " HTTP/1.1\r\nHost: x\r\nContent-Length: 104857600\r\n\r\n"
            );
            const auto answer = client.read_answer();
            QVERIFY(answer);
            QCOMPARE(
                m_contract.checked(
                    "POST", path == QByteArray("/v1/enrol") ? path : sync_pattern, *answer
                ),
                413
            );
            QVERIFY(client.is_closed_within(5'000));
        }
    }

    void a_busy_store_asks_to_come_again()
    {
        const auto secret = m_server->new_secret("00004");
        register_birth(*m_desk, "Nguyễn Văn An");
        const auto question = signed_question(*m_desk, bytes(outbox_text(*m_desk)), new_nonce());
        must(m_server->operators_db().begin_write());
        std::jthread other([&] {
            https_client client(m_server->port(), m_server->certificate_pem());
            const auto answer = client.ask(enrol_question(secret, std::string(64, '1')));
            QCOMPARE(m_contract.checked("POST", "/v1/enrol", answer), 503);
        });
        const auto answer = m_client->ask(question);
        other.join();
        m_server->operators_db().rollback();
        QCOMPARE(m_contract.checked("POST", sync_pattern, answer), 503);
        QCOMPARE(ask_sync(question.body).status, 200);
    }

    void a_store_that_does_not_answer_is_not_ready()
    {
        metrics counters;
        const event_log journal(log_level::off);
        const fixed_clock time;
        nonce_window nonces;
        exchange_service without_tables(
            must(open_in_memory()), real_definitions(), m_desk->key(), time, counters
        );
        seeded_random chance(1);
        account_service accounts(without_tables, real_definitions(), {}, time, chance);
        const wire_dictionary dictionary;
        part_shelf parts;
        desk_budget budget({});
        look_budget looks(usual_looks_per_hour);
        notice_watch notices;
        server_services services{
            without_tables,
            accounts,
            nonces,
            budget,
            looks,
            notices,
            counters,
            journal,
            time,
            dictionary,
            parts};
        const auto status_at = [&](const QByteArray& path, const QByteArray& pattern) {
            const auto response = dispatch({"GET", path.toStdString(), {}, "", true}, services);
            http_answer answer{response.status, {}, bytes(response.body)};
            for (const auto& [name, value] : response.headers)
                answer.headers[bytes(name).toLower()] = bytes(value);
            return m_contract.checked("GET", pattern, answer);
        };
        QCOMPARE(status_at("/readyz", "/readyz"), 503);
        QCOMPARE(status_at("/v1/check/A", "/v1/check/{token}"), 503);
    }

    void anybody_may_ask_whether_a_paper_holds()
    {
        const auto born = register_birth(*m_desk, "Nguyễn Minh Khang");
        must(take_in_answer(
            *m_desk, must(m_server->exchange(must(load_outbox(*m_desk, 100)))), monday_morning
        ));
        const auto paper =
            must(m_desk->issue_paper(born.record, "birth_certificate", monday_morning));
        must(m_server->exchange(must(load_outbox(*m_desk, 100))));
        const QByteArray pattern = "/v1/check/{token}";
        const auto answer = m_client->get("/v1/check/" + bytes(paper.token));
        QCOMPARE(m_contract.checked("GET", pattern, answer), 200);
        QVERIFY(answer.body.contains("\"valid\"") && answer.body.contains("N. M. K."));
        QVERIFY(!answer.body.contains("Khang"));
        QCOMPARE(m_contract.checked("GET", pattern, m_client->get("/v1/check/ABCDEF")), 404);
    }

    void every_answer_that_is_described_was_seen_in_these_tests()
    {
        auto unseen = m_contract.unseen();
        // Parts of bodies, notices and accounts have tests of their own: server_bodies_test,
        // notice_api_test, accounts_api_test, readings_api_test.
        const QRegularExpression elsewhere(
            "/parts |/scans |notice|/session |/password |/accounts|/lookup|/readings | 429$"
        );
        unseen.removeIf([&](const QString& line) {
            return line.contains(elsewhere) || line == "POST /v1/offices/{office}/sync 404";
        });
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(", ")));
    }
};

QTEST_GUILESS_MAIN(ServerApiTest)
#include "server_api_test.moc"
