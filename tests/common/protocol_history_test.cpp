// What desks and servers of released versions said to each other is read and answered by today's:
// a desk may lag a year behind. tests/data/protocol/VERSION/conversation.json is what was recorded:
//
// {"office":…,"server_key":hex,"desks":[public hex…],"reader":n,
//  "exchanges":[{"desk":n,"at":ms,"request":text,"answer":text}…],"records":{record:folded text}}
//
// HOTICH_RECORD_PROTOCOL=FOLDER records one of today's program, for a release. What is recorded
// never changes.
#include "common/base/files.h"
#include "common/records/operation.h"
#include "common/records/verdict.h"
#include "common/sql/sqlcipher_connection.h"
#include "common/sync/messages.h"
#include "tests/support/births.h"
#include "tests/support/events.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* office_code = "00004";
constexpr std::size_t max_fixture_bytes = 8u << 20u;

/// What every record of a register is folded to.
json::object folded_records(desk_register& desk)
{
    json::object all;
    const auto rows =
        must(desk.connection().query("SELECT record, folded FROM record ORDER BY record"));
    for (const auto& row : rows)
        all[row.text(0)] = row.text(1);
    return all;
}

/// Two desks that write, and one that only reads.
class recording
{
public:
    recording()
    {
        for (int n = 0; n < 3; ++n)
            m_desks.push_back(new_desk());
    }

    json::object conversation()
    {
        write_at_the_first();
        exchange_all(0, wire_form::full);
        must(m_desks[1]->request_block("BIRTH", 3, monday_morning));
        exchange_all(1, wire_form::short_links);
        register_birth(*m_desks[1], "Trần Thị Số Trong Dải");
        exchange_all(1, wire_form::short_links);
        exchange_all(0, wire_form::short_links);
        exchange_all(reader, wire_form::full);
        json::array keys;
        for (const auto& desk : m_desks)
            keys.emplace_back(desk->key().public_hex);
        return {
            {"office", office_code},
            {"server_key", m_server_key},
            {"desks", std::move(keys)},
            {"reader", reader},
            {"exchanges", m_exchanges},
            {"records", folded_records(*m_desks[reader])}};
    }

private:
    static constexpr std::size_t reader = 2;

    std::unique_ptr<desk_register> new_desk()
    {
        if (!m_at.service.office(office_code))
            must(m_at.service.put_office(office_of(office_code), monday_morning));
        auto desk =
            must(desk_register::over(must(open_in_memory()), "Lê Thị Hộ Tịch", m_at.known, m_random)
            );
        const auto code = must(m_at.service.new_enrol_code(office_code, monday_morning, m_random));
        const auto made = must(m_at.service.enrol(code, desk->key().public_hex, monday_morning));
        must(desk->complete_enrolment(
            {made.office, made.desk, "https://localhost", "", made.server_key}
        ));
        m_server_key = made.server_key;
        return desk;
    }

    /// One of every kind of event that its example alone registers, a rejected one given up, and a
    /// correction.
    void write_at_the_first()
    {
        auto& desk = *m_desks[0];
        exchange_all(0, wire_form::full);
        for (const auto* event : m_at.known.events())
            register_of(desk, event->event, event->example);
        exchange_all(0, wire_form::full);
        const auto birth = register_birth(desk, "Nguyễn Văn Ghi");
        exchange_all(0, wire_form::short_links);
        const auto entry = must(desk.load(birth.record));
        register_of(
            desk,
            "correction",
            amendment_of(
                "correction",
                entry,
                desk.office(),
                {{"child.full_name", "Nguyễn Văn Ghi", "Nguyễn Văn Nghi"}}
            )
        );
    }

    void exchange_all(std::size_t who, wire_form form)
    {
        auto& desk = *m_desks[who];
        bool more = true;
        while (more) {
            const auto request = encode(must(load_outbox(desk, 8)), form);
            const auto answer =
                must(m_at.service.exchange(must(decode_request(request)), monday_morning));
            const auto said = encode(answer);
            m_exchanges.push_back(json::object{
                {"desk", who}, {"at", monday_morning.ms}, {"request", request}, {"answer", said}});
            const auto report =
                must(take_in_answer(desk, must(decode_response(said)), monday_morning));
            more = answer.more || report.unsent_left > 0;
        }
    }

    server m_at;
    seeded_random m_random{2026};
    std::vector<std::unique_ptr<desk_register>> m_desks;
    std::string m_server_key;
    json::array m_exchanges;
};

std::string desk_name(std::int64_t n)
{
    return std::string(office_code) + "-" + std::to_string(n + 1);
}

std::string text_of(const json::object& from, const char* name)
{
    return std::string(from.at(name).as_string());
}

/// Whether nothing of what was told before is lost or another one; what was added since may be
/// there.
bool holds_all(const json::value& today, const json::value& before)
{
    if (!before.is_object()) return today == before;
    if (!today.is_object()) return false;
    return std::ranges::all_of(before.get_object(), [&today](const auto& member) {
        const auto* found = today.get_object().if_contains(member.key());
        return found != nullptr && holds_all(*found, member.value());
    });
}

/// Which operation was decided how, and its number, for each line of an answer.
std::string decisions_of(const std::string& answer)
{
    std::string all;
    for (const auto& entry : must(decode_response(answer)).entries) {
        const auto decided = must(parse_verdict(entry.verdict_text));
        all += entry.desk + " " + std::to_string(entry.seq) + " "
            + std::to_string(int(decided.result_kind)) + " "
            + (decided.number ? std::to_string(decided.number->reg_no) : "") + "\n";
    }
    return all;
}

} // namespace

class ProtocolHistoryTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        if (const auto folder = qEnvironmentVariable("HOTICH_RECORD_PROTOCOL"); !folder.isEmpty()) {
            recording today;
            must(replace_file(
                folder.toStdString() + "/conversation.json", to_text(today.conversation()) + "\n"
            ));
        }
    }

    void todays_desk_reads_what_servers_answered_data() { each_version(); }

    void todays_desk_reads_what_servers_answered()
    {
        const auto kept = fixture();
        seeded_random random(3);
        const auto reader = kept.at("reader").as_int64();
        auto desk = must(
            desk_register::over(must(open_in_memory()), "Người Đọc", real_definitions(), random)
        );
        must(desk->complete_enrolment(
            {text_of(kept, "office"),
             desk_name(reader),
             "https://localhost",
             "",
             text_of(kept, "server_key")}
        ));
        for (const auto& item : kept.at("exchanges").as_array()) {
            const auto& one = item.as_object();
            if (one.at("desk").as_int64() != reader) continue;
            const auto answer = must(decode_response(text_of(one, "answer")));
            must(take_in_answer(*desk, answer, {one.at("at").as_int64()}));
        }
        const auto& expected = kept.at("records").as_object();
        const auto today = folded_records(*desk);
        QVERIFY(!expected.empty());
        for (const auto& record : expected)
            QVERIFY2(
                holds_all(
                    must(parse_json(text_of(today, record.key_c_str()))),
                    must(parse_json(text_of(expected, record.key_c_str())))
                ),
                record.key_c_str()
            );
    }

    void todays_server_answers_what_desks_asked_data() { each_version(); }

    /// Its own key is another one: desks' signatures are proved by the desks' keys.
    void todays_server_answers_what_desks_asked()
    {
        const auto kept = fixture();
        server at;
        must(at.service.put_office(office_of(text_of(kept, "office")), monday_morning));
        for (const auto& key : kept.at("desks").as_array()) {
            const auto code =
                must(at.service.new_enrol_code(text_of(kept, "office"), monday_morning, at.random));
            must(at.service.enrol(code, std::string(key.as_string()), monday_morning));
        }
        for (const auto& item : kept.at("exchanges").as_array()) {
            const auto& one = item.as_object();
            const auto request = must(decode_request(text_of(one, "request")));
            const auto answer = must(at.service.exchange(request, {one.at("at").as_int64()}));
            QCOMPARE(decisions_of(encode(answer)), decisions_of(text_of(one, "answer")));
        }
    }

private:
    static void each_version()
    {
        QTest::addColumn<QString>("file");
        const QDir kept(HOTICH_SOURCE "/tests/data/protocol");
        for (const auto& version : kept.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(version)) << kept.filePath(version + "/conversation.json");
    }

    static json::object fixture()
    {
        QFETCH(QString, file);
        return must(parse_json(must(read_file(file.toStdString(), max_fixture_bytes)))).as_object();
    }
};

QTEST_GUILESS_MAIN(ProtocolHistoryTest)

#include "protocol_history_test.moc"
