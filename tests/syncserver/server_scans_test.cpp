// Scans over the wire, held against schemas/protocol/openapi.yaml: whose they are, pieces, limits.
#include "common/register/desk_scans.h"
#include "common/sync/request_signature.h"
#include "tests/support/births.h"
#include "tests/syncserver/contract.h"
#include "tests/syncserver/running_server.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* scans_pattern = "/v1/offices/{office}/scans";
const std::string some_pdf = "%PDF-1.4\n" + std::string(3'000, 'x');

} // namespace

class ServerScansTest : public QObject
{
    Q_OBJECT

private:
    contract m_contract;
    QTemporaryDir m_place;
    std::unique_ptr<running_server> m_server;
    std::unique_ptr<https_client> m_client;
    std::unique_ptr<desk_register> m_desk;
    std::string m_record;
    scan m_paper;
    std::string m_sealed;

    http_question signed_as(
        const desk_register& desk,
        const std::string& method,
        const std::string& target,
        const std::string& body
    ) const
    {
        const auto header = authorization_header(
            desk.identity().desk, {method, target, monday_morning.ms, new_nonce(), body}, desk.key()
        );
        return {bytes(method), bytes(target), {{"Authorization", bytes(header)}}, bytes(body)};
    }

    /// Asked by a desk about the scan of these tests, from an offset.
    http_answer ask(
        const desk_register& desk,
        const std::string& method,
        const std::string& offset,
        const std::string& body = {}
    )
    {
        const auto target = "/v1/offices/" + desk.identity().office + "/scans?record=" + m_record
            + "&sha256=" + m_paper.sealed + offset;
        return m_client->ask(signed_as(desk, method, target, body));
    }

    int checked(const char* method, const http_answer& answer)
    {
        return m_contract.checked(method, scans_pattern, answer);
    }

    void exchange()
    {
        const auto answer = m_server->exchange(must(load_outbox(*m_desk, 100)));
        must(take_in_answer(*m_desk, must(answer), monday_morning));
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_server = std::make_unique<running_server>();
        m_client = std::make_unique<https_client>(m_server->port(), m_server->certificate_pem());
        m_desk = m_server->enrolled_desk("00004");
        m_record = register_birth(*m_desk, "Nguyễn Văn An").record;
        const scan_folder folder(m_place.filePath("desk").toStdString());
        m_paper =
            must(attach_scan(*m_desk, folder, m_record, {"giấy.pdf", some_pdf}, monday_morning));
        m_sealed = must(folder.read(m_paper.sealed, 0, max_scan_bytes));
    }

    void a_scan_is_taken_in_pieces_once_its_operation_is_accepted()
    {
        QCOMPARE(checked("PUT", ask(*m_desk, "PUT", "&offset=0", "x")), 404);
        exchange();
        QCOMPARE(checked("GET", ask(*m_desk, "GET", "&offset=0")), 404); // not here yet
        auto answer = ask(*m_desk, "PUT", "&offset=0", m_sealed.substr(0, 1000));
        QCOMPARE(checked("PUT", answer), 200);
        QCOMPARE(answer.body, QByteArray(R"({"have":1000})"));
        QCOMPARE(checked("GET", ask(*m_desk, "GET", "&offset=0")), 404); // not whole
        answer = ask(*m_desk, "PUT", "&offset=1000", m_sealed.substr(1000));
        QCOMPARE(answer.body, bytes(R"({"have":)" + std::to_string(m_sealed.size()) + "}"));
    }

    void another_desk_of_the_office_fetches_it_and_no_other_office_does()
    {
        exchange();
        QCOMPARE(checked("PUT", ask(*m_desk, "PUT", "&offset=0", m_sealed)), 200);
        const auto colleague = m_server->enrolled_desk("00004");
        const auto answer = ask(*colleague, "GET", "&offset=10&most=20");
        QCOMPARE(checked("GET", answer), 200);
        QCOMPARE(answer.body, bytes(m_sealed.substr(10, 20)));
        const auto stranger = m_server->enrolled_desk("00070");
        QCOMPARE(checked("GET", ask(*stranger, "GET", "&offset=0")), 404);
        const auto target = "/v1/offices/00004/scans?record=" + m_record
            + "&sha256=" + m_paper.sealed + "&offset=0";
        for (const auto* method : {"GET", "PUT"}) {
            QCOMPARE(checked(method, m_client->ask(signed_as(*stranger, method, target, ""))), 403);
            QCOMPARE(checked(method, m_client->ask({method, bytes(target), {}, {}})), 401);
            const auto once = signed_as(*m_desk, method, target, "");
            (void)m_client->ask(once);
            QCOMPARE(checked(method, m_client->ask(once)), 409);
        }
    }

    void what_is_not_the_scan_is_refused()
    {
        exchange();
        QCOMPARE(checked("PUT", ask(*m_desk, "PUT", "", "x")), 400);
        QCOMPARE(checked("GET", ask(*m_desk, "GET", "&offset=-1")), 400);
        QCOMPARE(checked("PUT", ask(*m_desk, "PUT", "&offset=0", m_sealed + "x")), 400);
        auto changed = m_sealed;
        changed.back() = static_cast<char>(changed.back() ^ 1);
        QCOMPARE(checked("PUT", ask(*m_desk, "PUT", "&offset=0", changed)), 400);
        QCOMPARE(ask(*m_desk, "PUT", "&offset=0").body, QByteArray(R"({"have":0})"));
        https_client client(m_server->port(), m_server->certificate_pem());
        QVERIFY(client.connect_securely());
        client.send("PUT /v1/offices/00004/scans HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    "104857600\r\n\r\n");
        const auto answer = client.read_answer();
        QVERIFY(answer);
        QCOMPARE(checked("PUT", *answer), 413);
    }

    void every_answer_about_scans_was_seen_in_these_tests()
    {
        for (const auto& line : m_contract.unseen())
            QVERIFY2(!line.contains("/scans ") || line.endsWith("503"), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(ServerScansTest)
#include "server_scans_test.moc"
