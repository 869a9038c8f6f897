// For whom a personal number is asked, what the population database is told, how its answer is
// read, and what the clerk and the certificate see of it.
#include "common/records/personal_number.h"
#include "tests/support/pin_office.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

json::object with(json::object data, const std::string& path, json::value value)
{
    set_path(data, path, std::move(value));
    return data;
}

} // namespace

class PinMessageTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // Domain §5.2.
    void who_gets_no_number_is_never_asked_for_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("asked");
        QTest::newRow("a new birth") << "" << 1;
        QTest::newRow("late, thirteen years old") << "13" << 1;
        QTest::newRow("late, fourteen today") << "14" << 0;
        QTest::newRow("late, fourteen tomorrow") << "14 tomorrow" << 1;
        QTest::newRow("a foreign child") << "foreign" << 0;
        QTest::newRow("registered again") << "again" << 0;
        QTest::newRow("recorded from abroad") << "abroad" << 0;
        QTest::newRow("out of an old book") << "historic" << 0;
        QTest::newRow("has a number") << "numbered" << 0;
    }

    void who_gets_no_number_is_never_asked_for()
    {
        QFETCH(QString, what);
        QFETCH(int, asked);
        auto data = birth_of("Nguyễn Văn An");
        set_path(data, "reg_date", json::value("2026-11-23"));
        set_path(data, "reg_type", json::value("1"));
        const auto born = [&](const char* day) { set_path(data, "child.birth_date", day); };
        if (what == "13") born("2013-06-01");
        if (what == "14") born("2012-11-23");
        if (what == "14 tomorrow") born("2012-11-24");
        if (what == "foreign") set_path(data, "child.nationality", "FR");
        if (what == "again") set_path(data, "reg_type", "2");
        if (what == "abroad") set_path(data, "reg_type", "3");
        if (what == "historic") set_path(data, "historic", true);
        if (what == "numbered") set_path(data, "child.pin", json::value(a_number));
        record entry;
        entry.state = record_state::registered;
        entry.data = data;
        QCOMPARE(int(needs_personal_number(birth(), entry)), asked);
    }

    void only_what_stands_is_asked_for()
    {
        record entry;
        entry.data = with(birth_of("Nguyễn Văn An"), "reg_date", "2026-11-23");
        entry.data["reg_type"] = "1";
        for (const auto state :
             {record_state::pending,
              record_state::held,
              record_state::rejected,
              record_state::received}) {
            entry.state = state;
            QVERIFY(!needs_personal_number(birth(), entry));
        }
    }

    void other_events_queue_nothing()
    {
        pin_office here;
        here.registered(with(birth_of("Nguyễn Văn An"), "child.pin", json::value(a_number)));
        QVERIFY(here.due().empty());
        QCOMPARE(here.tray(pin_tray::waiting), QString());
    }

    void the_certificate_waits_for_the_number_and_then_carries_it()
    {
        pin_office here;
        const auto record = here.born("Nguyễn Văn An");
        const auto printed = [&] {
            return here.desk->issue_paper(record, "birth_certificate", here.now);
        };
        QCOMPARE(printed().error().detail, std::string("pin"));
        QCOMPARE(here.tray(pin_tray::waiting), QString("Nguyễn Văn An"));
        here.answer(here.sent(), issued(a_number));
        here.sync();
        QCOMPARE(here.tray(pin_tray::arrived), QString("Nguyễn Văn An"));
        QCOMPARE(printed_number(must(printed()), here.desk->office()), a_number);
        QCOMPARE(here.tray(pin_tray::arrived), QString());
        const auto left = must(pins_waiting_on(*here.desk));
        QCOMPARE(left.waiting + left.refused + left.arrived, std::int64_t(0));
    }

    void the_request_says_what_the_database_needs()
    {
        pin_office here;
        here.born("Nguyễn Văn An");
        const auto message = here.send(here.only_due());
        const auto at = [&](const char* path) { return std::string(text_at(message, path)); };
        QCOMPARE(at("person.family_name"), std::string("Nguyễn"));
        QCOMPARE(at("person.middle_name"), std::string("Văn"));
        QCOMPARE(at("person.given_name"), std::string("An"));
        QCOMPARE(at("person.birth_date"), std::string("2026-11-10"));
        QCOMPARE(at("person.gender"), std::string("1"));
        QCOMPARE(at("person.ethnic"), std::string("01"));
        QCOMPARE(at("person.nationality"), std::string("VN"));
        QCOMPARE(at("person.birth_place.commune_code"), std::string("00025"));
        QVERIFY(at("person.birth_place.text").find("Bệnh viện") == 0);
        QCOMPARE(at("person.home_place.province_code"), std::string("37"));
        QCOMPARE(at("mother.full_name"), std::string("Trần Thị Thu Hà"));
        QCOMPARE(at("mother.personal_number"), std::string("001196012345"));
        QCOMPARE(at("father.nationality"), std::string("VN"));
        QCOMPARE(at("father.identity_document.number"), std::string("037093004567"));
        QCOMPARE(at("registration.office"), std::string("00004"));
        QCOMPARE(at("registration.province"), std::string("01"));
        QCOMPARE(at("registration.number"), std::string("01/2026"));
        QCOMPARE(at("registration.date"), std::string("2026-11-23"));
        QCOMPARE(at("requester.relation"), std::string("FATHER"));
    }

    void an_answer_is_read_strictly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is_read");
        const auto row = [](const char* name, const char* text, bool is_read) {
            QTest::newRow(name) << text << is_read;
        };
        row("issued", R"({"request":"r","state":"issued","personal_number":"001226000123"})", true);
        row("waiting", R"({"request":"r","state":"waiting"})", true);
        row("unknown", R"({"request":"r","state":"unknown"})", true);
        row("refused", R"({"request":"r","state":"refused","code":"date_wrong"})", true);
        row("another request", R"({"request":"q","state":"waiting"})", false);
        row("no request", R"({"state":"waiting"})", false);
        row("another state", R"({"request":"r","state":"lost"})", false);
        row("no number", R"({"request":"r","state":"issued"})", false);
        row("short", R"({"request":"r","state":"issued","personal_number":"1"})", false);
        row("a number of JSON", R"({"request":"r","state":"issued","personal_number":1})", false);
        row("cut", "{\"request\":\"r\",\"sta", false);
        row("no object", "[]", false);
        row("a page", "<html>busy</html>", false);
    }

    void an_answer_is_read_strictly()
    {
        QFETCH(QString, text);
        QFETCH(bool, is_read);
        QCOMPARE(parse_pin_answer(text.toStdString(), "r").has_value(), is_read);
    }

    void an_outside_systems_words_are_cleaned_and_cut()
    {
        const json::object said{
            {"request", "r"},
            {"state", "refused"},
            {"code", "<b>"},
            {"text", "a\n\tb" + QString(1000, QChar(0x1EA1)).toStdString()}};
        const auto read = must(parse_pin_answer(to_text(said), "r"));
        QCOMPARE(read.code, std::string("other"));
        QCOMPARE(QString::fromStdString(read.text).size(), qsizetype(max_refusal_characters));
        QVERIFY(read.text.starts_with("a b"));
        const auto sentence = refusal_text(real_definitions(), "made_up_code");
        QCOMPARE(sentence.vi, real_definitions().message("pin_refusals", "other").vi);
    }
};

QTEST_GUILESS_MAIN(PinMessageTest)
#include "pin_message_test.moc"
