// Days, ages, terms, ticks: the rules that need no register, at their borders.
#include "tests/support/readable.h"
#include "tests/support/small_world.h"
#include "tests/support/told_register.h"

using namespace hotich;
using namespace hotich::test;

class TermRulesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void days_and_ages_are_counted_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("args");
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("found");
        const auto* event = "birth";
        const auto row =
            [&event](const char* rule, const char* args, const char* data, const char* found) {
                QTest::addRow("%s %s", rule, data) << event << rule << args << data << found;
            };

        const auto* twenty = R"(["a","b",20])";
        row("age_at_least", twenty, R"({"a":"2006-11-23","b":"2026-11-23"})", "");
        row("age_at_least", twenty, R"({"a":"2006-11-24","b":"2026-11-23"})", "a age=19 min=20, ");
        row("age_at_least", twenty, R"({"a":"2006-11","b":"2026-11-01"})", ""
        ); // counted from the first
        row("age_at_least", twenty, R"({"a":"2006","b":"2026-01-01"})", ""); // counted from January
        row("age_at_least", twenty, R"({"a":"2007","b":"2026-12-31"})", "a age=19 min=20, ");
        row("age_at_least",
            R"(["a","b",18])",
            R"({"a":"2008-02-29","b":"2026-02-28"})",
            "a age=17 min=18, ");
        row("age_at_least", R"(["a","b",18])", R"({"a":"2008-02-29","b":"2026-03-01"})", "");
        row("age_at_least", twenty, R"({"a":"2006-11-24"})", "");
        row("age_at_least", twenty, R"({"b":"2026-11-23"})", "");

        const auto* sixteen = R"(["a","b",16])";
        row("age_under", sixteen, R"({"a":"2010-11-24","b":"2026-11-23"})", "");
        row("age_under", sixteen, R"({"a":"2010-11-23","b":"2026-11-23"})", "a age=16 max=16, ");
        row("age_under", sixteen, R"({"a":"2010","b":"2026-11-23"})", "a age=16 max=16, ");
        row("age_under", sixteen, R"({})", "");

        row("older_by", twenty, R"({"a":"2004-08-08","b":"2024-08-08"})", "");
        row("older_by", twenty, R"({"a":"2004-08-09","b":"2024-08-08"})", "a difference=19 min=20, "
        );
        row("older_by", twenty, R"({"a":"2004","b":"2024"})", "");
        row("older_by", twenty, R"({"a":"2004-08-09"})", "");

        const auto* fifteen = R"(["a","b",15])";
        row("days_after", fifteen, R"({"a":"2026-11-16","b":"2026-11-01"})", "");
        row("days_after", fifteen, R"({"a":"2026-11-15","b":"2026-11-01"})", "a days=15, ");
        row("days_after", fifteen, R"({"a":"2026-10-15","b":"2026-11-01"})", "a days=15, ");
        row("days_after", fifteen, R"({"a":"2026-11-15","b":"2026-11"})", "");
        row("days_after", fifteen, R"({"a":"2026-11","b":"2026-11-01"})", "");

        const auto* before = R"(["a","1987-01-03"])";
        row("before_day", before, R"({"a":"1987-01-02"})", "");
        row("before_day", before, R"({"a":"1987-01-03"})", "a value=03/01/1987 day=03/01/1987, ");
        row("before_day", before, R"({"a":"1987"})", "");
        row("before_day", before, R"({"a":"1987-02"})", "a value=02/1987 day=03/01/1987, ");
        row("before_day", before, R"({})", "");

        const auto* six_months = R"(["a",6])";
        row("valid_for_months", six_months, R"({"a":"2026-05-23"})", "");
        row("valid_for_months", six_months, R"({"a":"2026-05-22"})", "a until=22/11/2026, ");
        row("valid_for_months", six_months, R"({"a":"2026-05-22","reg_date":"2026-11-22"})", "");
        row("valid_for_months", six_months, R"({"a":"2025-08-31","reg_date":"2026-02-28"})", "");
        row("valid_for_months",
            six_months,
            R"({"a":"2025-08-31","reg_date":"2026-03-01"})",
            "a until=28/02/2026, ");
        row("valid_for_months", six_months, R"({"a":"2025-08"})", "");
    }

    void days_and_ages_are_counted()
    {
        QFETCH(QString, event);
        QFETCH(QString, rule);
        QFETCH(QString, args);
        QFETCH(QString, data);
        QFETCH(QString, found);
        const question what{
            event.toStdString(),
            rule.toStdString(),
            args.toStdString(),
            object(data.toStdString())};
        QCOMPARE(answer(no_lookup(), what), found.toStdString());
    }

    void who_agrees_depends_on_the_age_data()
    {
        QTest::addColumn<QString>("birth_date");
        QTest::addColumn<QString>("found");
        QTest::newRow("nine tomorrow") << "2017-11-24"
                                       << "";
        QTest::newRow("nine today") << "2017-11-23"
                                    << "consent.own age=9, ";
        QTest::newRow("eighteen tomorrow") << "2008-11-24"
                                           << "consent.own age=17, ";
        QTest::newRow("eighteen today") << "2008-11-23"
                                        << "";
        QTest::newRow("only the year") << "2017"
                                       << "consent.own age=9, ";
        QTest::newRow("no birth date") << ""
                                       << "";
    }

    void who_agrees_depends_on_the_age()
    {
        QFETCH(QString, birth_date);
        QFETCH(QString, found);
        question what{
            "change", "consent_by_age", R"(["consent.own","subject.birth_date",9,18])", {}};
        set_path(what.data, "subject.birth_date", json::value(birth_date.toStdString()));
        QCOMPARE(answer(no_lookup(), what), found.toStdString());
        set_path(what.data, "consent.own", json::value(false)); // a tick that is not set
        QCOMPARE(answer(no_lookup(), what), found.toStdString());
        set_path(what.data, "consent.own", json::value("Tờ khai"));
        QCOMPARE(answer(no_lookup(), what), std::string());
    }

    void ticks_and_values_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("args");
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* rule, const char* args, const char* data, const char* found
                         ) {
            QTest::addRow("%s %s %s", rule, args, data) << rule << args << data << found;
        };
        row("must_be_true", R"(["a"])", R"({"a":true})", "");
        row("must_be_true", R"(["a"])", R"({"a":false})", "a, ");
        row("must_be_true", R"(["a"])", R"({"a":"yes"})", "a, ");
        row("must_be_true", R"(["a"])", R"({})", "a, ");
        row("at_least_one", R"(["a","b"])", R"({"b":"x"})", "");
        row("at_least_one", R"(["a","b"])", R"({"a":"","b":false})", "a, ");
        row("at_least_one", R"(["a","b"])", R"({})", "a, ");
        const auto* status = R"(["wife.prior_status","DIVORCED","WIDOWED"])";
        row("must_not_equal", status, R"({"wife":{"prior_status":"NEVER"}})", "");
        row("must_not_equal",
            status,
            R"({"wife":{"prior_status":"WIDOWED"}})",
            "wife.prior_status value=Vợ hoặc chồng đã chết, ");
        row("must_not_equal", status, R"({})", "");
        row("must_not_equal", R"(["a",true])", R"({"a":true})", "a value=Có, ");
        row("must_not_equal", R"(["a",true])", R"({"a":false})", "");
        const auto* pair = R"(["wife","husband"])";
        row("not_same_person", pair, R"({"wife":{"pin":"1"},"husband":{"pin":"2"}})", "");
        row("not_same_person",
            pair,
            R"({"wife":{"pin":"1"},"husband":{"pin":"1"}})",
            "wife.full_name, ");
        row("not_same_person", pair, R"({"wife":{"full_name":"A"},"husband":{"full_name":"A"}})", ""
        );
        row("not_same_person",
            pair,
            R"({"wife":{"id_doc":{"type":"PASSPORT","number":"B1"}},"husband":{"id_doc":{"type":"PASSPORT","number":"B1"}}})",
            "wife.full_name, ");
        row("no_same_sex", R"(["a","b"])", R"({"a":"1","b":"1"})", "a, ");
        row("no_same_sex", R"(["a",{"value":"2"}])", R"({"a":"2"})", "a, ");
        row("no_same_sex", R"(["a","b"])", R"({"a":"1","b":"2"})", "");
        row("no_same_sex", R"(["a","b"])", R"({})", "");
        const auto* places = R"(["a","b"])";
        row("office_is_competent", places, R"({"a":{"commune_code":"00004"}})", "");
        row("office_is_competent", places, R"({"a":{"commune_code":"00008"},"b":"00004"})", "");
        row("office_is_competent",
            places,
            R"({"a":{"commune_code":"00008"}})",
            "a office=UBND Phường Ba Đình, ");
        row("foreign_paper_legalised", R"(["."])", R"({"legalised":"exempt"})", "legalised, ");
        row("foreign_paper_legalised", R"([""])", R"({"legalised":"done"})", "");
        row("foreign_paper_legalised",
            R"(["paper."])",
            R"({"paper":{"legalised":"missing"}})",
            "paper.legalised, ");
        row("foreign_paper_legalised", R"(["paper"])", R"({})", "");
    }

    void ticks_and_values()
    {
        QFETCH(QString, rule);
        QFETCH(QString, args);
        QFETCH(QString, data);
        QFETCH(QString, found);
        const question what{
            "marriage", rule.toStdString(), args.toStdString(), object(data.toStdString())};
        QCOMPARE(answer(no_lookup(), what), found.toStdString());
    }

    void stays_follow_each_other_data()
    {
        QTest::addColumn<QString>("gender");
        QTest::addColumn<QString>("stays");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("gaps");
        const auto row = [](const char* what,
                            const char* gender,
                            const char* stays,
                            const char* order,
                            const char* gaps) {
            QTest::newRow(what) << gender << stays << order << gaps;
        };
        row("a man from twenty", "1", R"([{"from":"2018-04-12","to":"2026-11-23"}])", "", "");
        row("a man a day late",
            "1",
            R"([{"from":"2018-04-13","to":"2026-11-23"}])",
            "",
            "stays from=12/04/2018 to=12/04/2018, ");
        row("a woman from eighteen", "2", R"([{"from":"2016-04-12","to":"2026-11-23"}])", "", "");
        row("a woman from twenty",
            "2",
            R"([{"from":"2018-04-12","to":"2026-11-23"}])",
            "",
            "stays from=12/04/2016 to=11/04/2018, ");
        row("gender not known", "", R"([{"from":"2020-04-12","to":"2026-11-23"}])", "", "");
        row("joined",
            "1",
            R"([{"from":"2018-01","to":"2020-03"},{"from":"2020-04-01","to":"2026"}])",
            "",
            "");
        row("unsorted",
            "1",
            R"([{"from":"2020-04-01","to":"2026-11-23"},{"from":"2018-01-01","to":"2020-04-01"}])",
            "",
            "");
        row("a gap of a day",
            "1",
            R"([{"from":"2018-01-01","to":"2020-03-30"},{"from":"2020-04-01","to":"2026-11-23"}])",
            "",
            "stays from=31/03/2020 to=31/03/2020, ");
        row("overlapping by two days",
            "1",
            R"([{"from":"2018-01-01","to":"2020-04-02"},{"from":"2020-04-01","to":"2026-11-23"}])",
            "stays.1.from from=01/04/2020 to=23/11/2026, ",
            "");
        row("backwards",
            "1",
            R"([{"from":"2018-01-01","to":"2017-12-31"}])",
            "stays.0.to from=01/01/2018 to=31/12/2017, ",
            "");
        row("one day",
            "1",
            R"([{"from":"2018-01-01","to":"2018-01-01"},{"from":"2018-01-02","to":"2026-11-23"}])",
            "",
            "");
        row("open ones are not judged",
            "1",
            R"([{"from":"2018-01-01"},{"to":"2020-01-01"},{}])",
            "",
            "");
        row("none", "1", R"([])", "", "");
    }

    void stays_follow_each_other()
    {
        QFETCH(QString, gender);
        QFETCH(QString, stays);
        QFETCH(QString, order);
        QFETCH(QString, gaps);
        question what{"marital_status_certificate", "stays_in_order", R"(["stays"])", {}};
        what.data["stays"] = must(parse_json(stays.toStdString()));
        what.data["subject"] =
            json::object{{"birth_date", "1998-04-12"}, {"gender", gender.toStdString()}};
        QCOMPARE(answer(no_lookup(), what), order.toStdString());
        what.rule = "stays_have_gaps";
        what.args = R"(["stays","subject.birth_date","subject.gender"])";
        QCOMPARE(answer(no_lookup(), what), gaps.toStdString());
    }

    void one_born_on_29_february_is_of_age_on_1_march()
    {
        const question what{
            "marital_status_certificate",
            "stays_have_gaps",
            R"(["stays","subject.birth_date",{"value":"2"}])",
            object(R"({"subject":{"birth_date":"2000-02-29"},
                       "stays":[{"from":"2018-03-01","to":"2026-11-23"}]})")};
        QCOMPARE(answer(no_lookup(), what), std::string());
    }
};

QTEST_GUILESS_MAIN(TermRulesTest)
#include "term_rules_test.moc"
