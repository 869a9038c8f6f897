// What the register says of marriages: the rules that ask it, one by one.
#include "tests/support/readable.h"
#include "tests/support/small_world.h"
#include "tests/support/told_register.h"

using namespace hotich;
using namespace hotich::test;

namespace {

/// A marriage from a day to a day; "" is open.
person_fact marriage(const std::string& from, const std::string& to = {}, bool is_widowed = false)
{
    auto out = fact("marriage", "wife");
    out.date = from;
    out.ended_on = to;
    out.is_widowed = is_widowed;
    return out;
}

} // namespace

class MarriageRulesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_marriage_stands_until_a_paper_ends_it()
    {
        told_register here;
        question what{
            "marriage", "not_married", R"(["husband","husband.prior_end.no"])", object(couple)};
        QCOMPARE(answer(here, what), std::string());
        here.relations["spouse"] = {fact("marriage", "husband")};
        QCOMPARE(
            answer(here, what),
            std::string("husband.full_name name=Nguyễn Văn Minh spouse=Trần Thị Hoa "
                        "number=12/2026 office=UBND Phường Ba Đình, ")
        );
        set_path(what.data, "husband.prior_end.no", json::value("15/2025/QĐST-HNGĐ"));
        QCOMPARE(answer(here, what), std::string());
    }

    void the_spouse_of_the_dead_is_told()
    {
        told_register here;
        const question what{
            "death",
            "spouse_is_told",
            R"(["deceased"])",
            object(R"({"deceased":{"full_name":"Nguyễn Văn Minh","pin":"001090000002"}})")};
        QCOMPARE(answer(here, what), std::string());
        here.relations["spouse"] = {fact("marriage", "husband")};
        QCOMPARE(
            answer(here, what), std::string("deceased.full_name name=Trần Thị Hoa number=12/2026, ")
        );
    }

    void a_status_is_compared_with_the_marriages_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("marriages");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* status, const char* marriages, const char* says) {
            QTest::addRow("%s, %s", status, marriages) << status << marriages << says;
        };
        for (const auto* status : {"NEVER", "MARRIED", "DIVORCED", "WIDOWED", "PERIOD"})
            row(status, "none", "");
        row("NEVER", "active", "MARRIED");
        row("NEVER", "divorced", "DIVORCED");
        row("NEVER", "widowed", "WIDOWED");
        row("MARRIED", "active", "");
        row("MARRIED", "divorced", "DIVORCED");
        row("MARRIED", "divorced active", "");
        row("DIVORCED", "active", "MARRIED");
        row("DIVORCED", "divorced", "");
        row("DIVORCED", "divorced active", "MARRIED");
        row("WIDOWED", "active", "MARRIED");
        row("WIDOWED", "widowed", "");
        row("", "active", "");
    }

    void a_status_is_compared_with_the_marriages()
    {
        QFETCH(QString, status);
        QFETCH(QString, marriages);
        QFETCH(QString, says);
        told_register here;
        auto& known = here.marriages["001190000001"];
        if (marriages.contains("divorced")) known.push_back(marriage("2010-01-01", "2015-01-01"));
        if (marriages.contains("widowed"))
            known.push_back(marriage("2010-01-01", "2015-01-01", true));
        if (marriages.contains("active")) known.push_back(marriage("2016-01-01"));
        auto data = object(couple);
        set_path(data, "wife.prior_status", json::value(status.toStdString()));
        const auto found = answer(
            here, {"marriage", "marital_status_agrees", R"(["wife","wife.prior_status"])", data}
        );
        if (says.isEmpty()) {
            QCOMPARE(found, std::string());
            return;
        }
        const auto label = real_definitions().list("marital_status").find(says.toStdString());
        QVERIFY2(
            holds(found, "wife.prior_status status=" + label->label_vi + " number=12/2026"),
            found.c_str()
        );
    }

    void a_certificate_for_marriage_is_given_back_first_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QString>("valid_to");
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("returned");
        QTest::addColumn<bool>("stands");
        QTest::newRow("valid") << "1"
                               << "2027-01-10"
                               << "subject" << false << true;
        QTest::newRow("abroad") << "4"
                                << "2027-01-10"
                                << "subject" << false << true;
        QTest::newRow("on its last day") << "1"
                                         << "2026-11-23"
                                         << "subject" << false << true;
        QTest::newRow("a day later") << "1"
                                     << "2026-11-22"
                                     << "subject" << false << false;
        QTest::newRow("another purpose") << "5"
                                         << "2027-01-10"
                                         << "subject" << false << false;
        QTest::newRow("the partner's") << "1"
                                       << "2027-01-10"
                                       << "partner" << false << false;
        QTest::newRow("given back") << "1"
                                    << "2027-01-10"
                                    << "subject" << true << false;
    }

    void a_certificate_for_marriage_is_given_back_first()
    {
        QFETCH(QString, purpose);
        QFETCH(QString, valid_to);
        QFETCH(QString, role);
        QFETCH(bool, returned);
        QFETCH(bool, stands);
        told_register here;
        here.entries = {
            fact("birth", "child"), fact("marital_status_certificate", role.toStdString())};
        here.entry = entry(
            "marital_status_certificate",
            {{"purpose_code", purpose.toStdString()}, {"valid_to", valid_to.toStdString()}}
        );
        auto data = object(R"({"subject":{"full_name":"Nguyễn Văn Minh","pin":"001090000002"}})");
        set_path(data, "previous.returned", json::value(returned));
        const auto found = answer(
            here,
            {"marital_status_certificate",
             "no_valid_marital_certificate",
             R"(["subject","purpose_code","previous.returned"])",
             data}
        );
        QCOMPARE(
            found, std::string(stands ? "subject.full_name number=12/2026 date=23/11/2026, " : "")
        );
    }

    void a_child_of_the_marriage_or_of_300_days_is_the_husbands_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("born");
        QTest::addColumn<bool>("is_his");
        QTest::newRow("during") << "2015-01-01"
                                << ""
                                << "2026-11-01" << true;
        QTest::newRow("on the first day") << "2026-11-01"
                                          << ""
                                          << "2026-11-01" << true;
        QTest::newRow("before") << "2026-11-02"
                                << ""
                                << "2026-11-01" << false;
        QTest::newRow("300 days after") << "2015-01-01"
                                        << "2026-01-05"
                                        << "2026-11-01" << true;
        QTest::newRow("301 days after") << "2015-01-01"
                                        << "2026-01-04"
                                        << "2026-11-01" << false;
        QTest::newRow("ended in a month") << "2015-01-01"
                                          << "2026-01"
                                          << "2026-11-01" << true;
        QTest::newRow("start unknown") << ""
                                       << ""
                                       << "2026-11-01" << true;
    }

    void a_child_of_the_marriage_or_of_300_days_is_the_husbands()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, born);
        QFETCH(bool, is_his);
        told_register here;
        auto one = marriage(from.toStdString(), to.toStdString());
        one.other_name = "Lê Văn Chồng";
        here.marriages["001190000001"] = {one};
        question what{
            "birth",
            "common_child_of_marriage",
            R"(["child.birth_date","mother","father"])",
            object(R"({"mother":{"full_name":"Trần Thị Hoa","pin":"001190000001"},
                       "father":{"full_name":"Nguyễn Văn Minh","pin":"001090000002"}})")};
        set_path(what.data, "child.birth_date", json::value(born.toStdString()));
        const std::string his("father.full_name husband=Lê Văn Chồng number=12/2026, ");
        QCOMPARE(answer(here, what), is_his ? his : std::string());
        here.marriages["001090000002"] = {one}; // he is the husband
        QCOMPARE(answer(here, what), std::string());
        here.marriages.erase("001090000002");
        set_path(what.data, "father", json::object{{"full_name", "LÊ VĂN CHỒNG"}});
        QCOMPARE(answer(here, what), std::string());
        what.data.erase("father");
        QCOMPARE(answer(here, what), std::string());
    }

    void the_parents_marriage_is_looked_up()
    {
        question what{
            "birth",
            "parents_marriage_found",
            R"(["parents_marriage.no","mother","father"])",
            object(R"({"parents_marriage":{"no":"12/2015"},
                       "mother":{"full_name":"Trần Thị Hoa","pin":"001190000001"},
                       "father":{"full_name":"Nguyễn Văn Minh","pin":"001090000002"}})")};
        QCOMPARE(answer(no_lookup(), what), std::string());
        told_register here;
        QCOMPARE(answer(here, what), std::string("parents_marriage.no, "));
        here.marriages["001190000001"] = {marriage("2015-01-01")};
        QCOMPARE(answer(here, what), std::string("parents_marriage.no, "));
        here.marriages["001090000002"] = {marriage("2015-01-01")};
        QCOMPARE(answer(here, what), std::string());
        here.marriages["001190000001"] = {marriage("2015-01-01", "2020-01-01")};
        QCOMPARE(answer(here, what), std::string("parents_marriage.no, "));
        remove_path(what.data, "father.pin");
        QCOMPARE(answer(here, what), std::string());
    }
};

QTEST_GUILESS_MAIN(MarriageRulesTest)
#include "marriage_rules_test.moc"
