// Who read what: told by desks, kept at the server, seen by those who may; and looks beyond the own
// office, which want a reason and are written down before they are answered.
#include "common/register/reading_log.h"
#include "tests/support/events.h"
#include "tests/syncserver/signed_in_people.h"

#include <QRegularExpression>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

const std::string reason = "Công văn 123/STP, xác minh hồ sơ";

} // namespace

class ReadingsApiTest : public QObject
{
    Q_OBJECT

private:
    contract m_contract;
    std::unique_ptr<people_at_server> m_people;
    std::unique_ptr<desk_register> m_desk;
    std::string m_record;

    /// One exchange without the network.
    void exchange()
    {
        must(take_in_answer(
            *m_desk,
            must(m_people->server().exchange(must(load_outbox(*m_desk, 100)))),
            monday_morning
        ));
    }

    json::array readings_of(const char* unit, const QByteArray& token)
    {
        const auto path = QByteArray("/v1/readings?unit=") + unit;
        return rows_at(asked("/v1/readings", ask_with("GET", path, token)), "readings");
    }

    /// The body of an answer that must be given.
    json::object asked(const QByteArray& pattern, const http_question& question)
    {
        const auto answer = m_people->ask(question);
        if (m_contract.checked(question.method, pattern, answer) != 200)
            qFatal("%s", answer.body.constData());
        return body_of(answer);
    }

    static bool has(const json::array& rows, const char* act, const std::string& record)
    {
        return std::any_of(rows.begin(), rows.end(), [&](const json::value& row) {
            return text_at(row.get_object(), "act") == act
                && text_at(row.get_object(), "record") == record;
        });
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_people = std::make_unique<people_at_server>(m_contract);
        m_desk = m_people->server().enrolled_desk("00004");
        m_record = register_of(*m_desk, "birth", lawful_birth()).record;
        exchange();
    }

    void what_a_desk_tells_is_seen_by_those_who_may()
    {
        must(note_look(*m_desk, {reading_act::opened, m_record}, monday_morning));
        must(note_look(*m_desk, {reading_act::searched, "", "nguyen"}, monday_morning));
        exchange();
        const auto head = m_people->token("truong.th", "head", "commune:00004");
        const auto rows = readings_of("commune:00004", head);
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(has(rows, reading_act::opened, m_record));
        QCOMPARE(text_at(rows.back().get_object(), "number"), "01/2026");
        QVERIFY(to_text(json::object{{"all", rows}}).find("nguyen") == std::string::npos);
        const auto elsewhere = ask_with("GET", "/v1/readings?unit=commune:00070", head);
        QCOMPARE(m_people->status_of("/v1/readings", elsewhere), 403);
        QCOMPARE(m_people->status_of("/v1/readings", ask_with("GET", "/v1/readings", head)), 400);
    }

    void a_look_beyond_the_office_is_written_down_with_its_reason()
    {
        const auto token = m_people->token("ks.hanoi", "supervisor", "province:01");
        const json::object person{
            {"reason", reason},
            {"full_name", text_at(lawful_birth(), "child.full_name")},
            {"birth_date", text_at(lawful_birth(), "child.birth_date")}};
        const auto found = asked("/v1/lookup", post("/v1/lookup", person, token));
        QCOMPARE(rows_at(found, "lines").size(), std::size_t(1));
        const auto& line = rows_at(found, "lines").front().get_object();
        QCOMPARE(text_at(line, "record"), m_record);
        const auto path = "/v1/lookup/" + bytes(m_record);
        const QByteArray pattern = "/v1/lookup/{record}";
        const json::object wanted{{"office", "00004"}, {"reason", reason}};
        QCOMPARE(m_people->status_of(pattern, post(path, wanted, token)), 200);

        const auto head = m_people->token("truong.th", "head", "commune:00004");
        const auto rows = readings_of("commune:00004", head);
        QVERIFY(has(rows, reading_act::shown, m_record));
        QVERIFY(has(rows, reading_act::seen_whole, m_record));
        QCOMPARE(text_at(rows.front().get_object(), "reason"), reason);
        QCOMPARE(text_at(rows.front().get_object(), "account"), "ks.hanoi");
        // The province's administrator sees who looked and at what, not the reason.
        const auto admin = m_people->token("qt.hanoi", "province_administrator", "province:01");
        const auto told = readings_of("province:01", admin);
        QVERIFY(has(told, reading_act::looked_up, ""));
        QVERIFY(!told.front().get_object().contains("reason"));
    }

    void questions_of_every_kind_are_answered_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("lines");
        const auto row = [](const char* name, const char* asked, int code, int lines) {
            QTest::newRow(name) << QString::fromUtf8(asked) << code << lines;
        };
        row("number", R"("office":"00004","event":"birth","number":"1/2026")", 200, 1);
        row("another number", R"("office":"00004","event":"birth","number":"2/2026")", 200, 0);
        row("another office", R"("office":"25747","event":"birth","number":"1/2026")", 200, 0);
        row("no event", R"("office":"00004","event":"flood","number":"1/2026")", 400, 0);
        row("a name alone", R"("full_name":"Nguyễn Văn An")", 400, 0);
        row("nobody's number", R"("pin":"001000000000")", 200, 0);
        row("document", R"("document":{"type":"PASSPORT","number":"B0000000"})", 200, 0);
    }

    void questions_of_every_kind_are_answered()
    {
        QFETCH(QString, question);
        QFETCH(int, status);
        QFETCH(int, lines);
        const auto token = m_people->token("ks.hanoi", "supervisor", "province:01");
        auto source = must(parse_json_object("{" + question.toStdString() + "}"));
        source["reason"] = reason;
        const auto answer = m_people->ask(post("/v1/lookup", source, token));
        QCOMPARE(m_contract.checked("POST", "/v1/lookup", answer), status);
        if (status == 200) QCOMPARE(int(rows_at(body_of(answer), "lines").size()), lines);
        source["reason"] = "vì sao";
        QCOMPARE(m_people->status_of("/v1/lookup", post("/v1/lookup", source, token)), 400);
    }

    void nobody_looks_beyond_his_unit()
    {
        const auto token = m_people->token("ks.hcm", "supervisor", "province:79");
        const json::object question{
            {"reason", reason}, {"office", "00004"}, {"event", "birth"}, {"number", "1/2026"}};
        const auto answer = asked("/v1/lookup", post("/v1/lookup", question, token));
        QVERIFY(rows_at(answer, "lines").empty());
        const auto path = "/v1/lookup/" + bytes(m_record);
        const json::object wanted{{"office", "00004"}, {"reason", reason}};
        QCOMPARE(m_people->status_of("/v1/lookup/{record}", post(path, wanted, token)), 404);
        const json::object hasty{{"office", "00004"}, {"reason", "vì sao"}};
        QCOMPARE(m_people->status_of("/v1/lookup/{record}", post(path, hasty, token)), 400);
    }

    void who_looks_too_often_waits_and_nobody_else_does()
    {
        const auto busy = m_people->token("ks.hanoi", "supervisor", "province:01");
        const json::object question{
            {"reason", reason}, {"office", "00004"}, {"event", "birth"}, {"number", "1/2026"}};
        const auto status = [&](const QByteArray& token) {
            return m_people->status_of("/v1/lookup", post("/v1/lookup", question, token));
        };
        for (std::size_t i = 0; i < usual_looks_per_hour; ++i)
            QCOMPARE(status(busy), 200);
        QCOMPARE(status(busy), 429);
        const auto path = "/v1/lookup/" + bytes(m_record);
        const json::object wanted{{"office", "00004"}, {"reason", reason}};
        QCOMPARE(m_people->status_of("/v1/lookup/{record}", post(path, wanted, busy)), 429);
        QCOMPARE(status(m_people->token("ks.khac", "supervisor", "province:01")), 200);
    }

    void every_answer_that_is_described_was_seen_in_these_tests()
    {
        const auto clerk = m_people->token("lan.tt", "registrar", "commune:00004");
        for (const auto& [method, path, pattern] : std::vector<std::array<const char*, 3>>{
                 {"POST", "/v1/lookup", "/v1/lookup"},
                 {"POST", "/v1/lookup/00004", "/v1/lookup/{record}"},
                 {"GET", "/v1/readings", "/v1/readings"}}) {
            QCOMPARE(m_people->status_of(pattern, {method, path, {}, {}}), 401);
            QCOMPARE(m_people->status_of(pattern, ask_with(method, path, clerk)), 403);
        }
        auto unseen = m_contract.unseen();
        const QRegularExpression ours("/v1/(lookup|readings)");
        unseen.removeIf([&](const QString& line) {
            return !line.contains(ours) || line.endsWith("503");
        });
        QCOMPARE(unseen, QStringList());
    }
};

QTEST_GUILESS_MAIN(ReadingsApiTest)
#include "readings_api_test.moc"
