// What a change to an entry may say: the rules about amendments, one by one.
#include "tests/support/readable.h"
#include "tests/support/small_world.h"
#include "tests/support/told_register.h"

using namespace hotich;
using namespace hotich::test;

class AmendmentRulesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void an_entry_that_is_not_in_the_register_is_told()
    {
        question what{
            "correction",
            "target_is_known",
            R"(["target"])",
            object(R"({"target":{"doc_kind":"birth","no":"45/2012","date":"2012-05-21"}})")};
        QCOMPARE(answer(no_lookup(), what), std::string());
        told_register here;
        QCOMPARE(answer(here, what), std::string("target.no, "));
        QCOMPARE(here.asked.date, std::string("2012-05-21"));
        here.entry = entry("birth", {});
        QCOMPARE(answer(here, what), std::string());
        what.data = {};
        here.entry.reset();
        QCOMPARE(answer(here, what), std::string());
    }

    void the_old_value_is_what_the_book_says_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("old_value");
        QTest::addColumn<QString>("current");
        const auto row = [](const char* field, const char* old_value, const char* current = "") {
            QTest::addRow("%s: %s", field, old_value) << field << old_value << current;
        };
        row("child.full_name", "Nguyễn Gia Bảo");
        row("child.full_name", " Nguyễn  Gia Bảo ");
        row("child.full_name", "Nguyen Gia Bao", "Nguyễn Gia Bảo");
        row("child.full_name", "NGUYỄN GIA BẢO", "Nguyễn Gia Bảo");
        row("child.full_name", "", "Nguyễn Gia Bảo");
        row("child.gender", "1");
        row("child.gender", "Nam");
        row("child.gender", "2", "Nam");
        row("child.birth_date", "2012-05-10");
        row("child.birth_date", "10/05/2012");
        row("child.birth_date", "10.5.2012");
        row("child.birth_date", "10/05/2011", "10/05/2012");
        row("child.birth_date", "05/2012", "10/05/2012");
        row("child.ethnic", "", "");
        row("child.ethnic", "Kinh", "không có");
        row("mother.residence", "Số 5 phố Đội Cấn");
        row("mother.residence", "Số 6 phố Đội Cấn", "Số 5 phố Đội Cấn");
    }

    void the_old_value_is_what_the_book_says()
    {
        QFETCH(QString, field);
        QFETCH(QString, old_value);
        QFETCH(QString, current);
        told_register here;
        here.entry = entry("birth", object(R"({
            "child":{"full_name":"Nguyễn Gia Bảo","gender":"1","birth_date":"2012-05-10"},
            "mother":{"residence":{"as_written":"Số 5 phố Đội Cấn"}}})"));
        question what{
            "correction",
            "old_value_is_current",
            R"(["items"])",
            object(R"({"target":{"doc_kind":"birth","no":"45/2012"}})")};
        what.data["items"] = json::array{
            json::object{{"field_id", "child.full_name"}, {"old_value", "Nguyễn Gia Bảo"}},
            json::object{
                {"field_id", field.toStdString()}, {"old_value", old_value.toStdString()}}};
        const auto found = answer(here, what);
        if (current.isEmpty()) {
            QCOMPARE(found, std::string());
            return;
        }
        QVERIFY2(holds(found, "items.1.old_value label="), found.c_str());
        QVERIFY2(holds(found, "current=" + current.toStdString()), found.c_str());
    }

    void a_field_that_the_entry_cannot_have_is_told()
    {
        told_register here;
        here.entry = entry("birth", {});
        question what{
            "correction",
            "old_value_is_current",
            R"(["items"])",
            object(R"({"target":{"doc_kind":"birth","no":"45/2012"},
                       "items":[{"field_id":"wife.full_name","old_value":""}]})")};
        QCOMPARE(
            answer(here, what),
            std::string("items.0.old_value label=wife.full_name current=không có, ")
        );
        here.entry.reset();
        QCOMPARE(answer(here, what), std::string());
    }

    void the_list_of_a_court_looks_at_the_courts_entry()
    {
        told_register here;
        here.entry = entry("birth", object(R"({"child":{"nationality":"VN"}})"));
        const question what{
            "court_decision_note",
            "old_value_is_current",
            R"(["items"])",
            object(R"({"decision_kind":"nationality",
                       "subject_entry":{"doc_kind":"birth","no":"45/2012"},
                       "items":[{"field_id":"child.nationality","old_value":"LA"}]})")};
        QVERIFY(holds(answer(here, what), "items.0.old_value"));
        QCOMPARE(here.asked.number, std::string("45/2012"));
    }

    void what_may_be_changed_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("args");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("old_value");
        QTest::addColumn<QString>("new_value");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* rule,
                            const char* args,
                            const char* field,
                            const char* old_value,
                            const char* new_value,
                            const char* found) {
            QTest::addRow("%s %s: %s, %s", rule, field, old_value, new_value)
                << rule << args << field << old_value << new_value << found;
        };
        const auto* names = R"(["items",["full_name","nationality"]])";
        const auto* label = "items.0.field_id label=Họ, chữ đệm, tên, ";
        row("items_may_touch", names, "child.full_name", "A", "B", "");
        row("items_may_touch", names, "mother.nationality", "A", "B", "");
        row("items_may_touch", R"(["items",["child.pin"]])", "child.full_name", "A", "B", label);
        row("items_may_touch",
            names,
            "full_name_of",
            "A",
            "B",
            "items.0.field_id label=full_name_of, ");
        row("fix_changes_nothing",
            R"(["items"])",
            "child.full_name",
            "A",
            "A",
            "items.0.new_value label=Họ, chữ đệm, tên, ");
        row("fix_changes_nothing",
            R"(["items"])",
            "child.full_name",
            "A",
            "A ",
            "items.0.new_value label=Họ, chữ đệm, tên, ");
        row("fix_changes_nothing", R"(["items"])", "child.full_name", "A", "B", "");
        row("fix_changes_nothing", R"(["items"])", "child.full_name", "A", "", "");
        const auto* gender = R"(["items"])";
        const auto* changed = "items.0.new_value, ";
        row("gender_or_year_changed", gender, "child.gender", "1", "2", changed);
        row("gender_or_year_changed", gender, "mother.gender", "1", "2", "");
        row("gender_or_year_changed",
            gender,
            "child.birth_date",
            "2012-05-10",
            "2011-05-10",
            changed);
        row("gender_or_year_changed", gender, "child.birth_date", "10/05/2012", "2011", changed);
        row("gender_or_year_changed", gender, "child.birth_date", "2012-05-10", "11/06/2012", "");
        row("gender_or_year_changed", gender, "mother.birth_date", "1990", "1991", "");
    }

    void what_may_be_changed()
    {
        QFETCH(QString, rule);
        QFETCH(QString, args);
        QFETCH(QString, field);
        QFETCH(QString, old_value);
        QFETCH(QString, new_value);
        QFETCH(QString, found);
        auto data = object(R"({"target":{"doc_kind":"birth","no":"45/2012"}})");
        data["items"] = json::array{json::object{
            {"field_id", field.toStdString()},
            {"old_value", old_value.toStdString()},
            {"new_value", new_value.toStdString()}}};
        const question what{"correction", rule.toStdString(), args.toStdString(), data};
        QCOMPARE(answer(no_lookup(), what), found.toStdString());
    }

    void a_nationality_is_supplemented_on_papers_since_2016_data()
    {
        QTest::addColumn<QString>("issued");
        QTest::addColumn<bool>("is_refused");
        QTest::newRow("the last day") << "2015-12-31" << true;
        QTest::newRow("the first day") << "2016-01-01" << false;
        QTest::newRow("a month before") << "2015-12" << true;
        QTest::newRow("the year") << "2016" << false;
        QTest::newRow("no day") << "" << false;
    }

    void a_nationality_is_supplemented_on_papers_since_2016()
    {
        QFETCH(QString, issued);
        QFETCH(bool, is_refused);
        auto data = object(R"({"target":{"doc_kind":"birth"},"items":[
            {"field_id":"child.full_name"},{"field_id":"child.nationality","new_value":"VN"}]})");
        set_path(data, "target.date", json::value(issued.toStdString()));
        const question what{
            "supplement",
            "items_only_since",
            R"(["items",["nationality"],"target.date","2016-01-01"])",
            data};
        QCOMPARE(
            answer(no_lookup(), what),
            std::string(is_refused ? "items.1.field_id label=Quốc tịch date=01/01/2016, " : "")
        );
    }
};

QTEST_GUILESS_MAIN(AmendmentRulesTest)
#include "amendment_rules_test.moc"
