// What the register says of a person: the rules that ask it, one by one.
#include "tests/support/readable.h"
#include "tests/support/small_world.h"
#include "tests/support/told_register.h"

using namespace hotich;
using namespace hotich::test;

class RegisterRulesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_person_is_asked_about_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("args");
        QTest::addColumn<QString>("say");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* what,
                            const char* rule,
                            const char* args,
                            const char* say,
                            const char* found) {
            QTest::newRow(what) << rule << args << say << found;
        };
        const auto* place = "wife.full_name name=Nguyễn Văn Minh date=23/11/2026 number=12/2026 "
                            "office=UBND Phường Ba Đình, ";
        row("alive", "person_is_alive", R"(["wife"])", "", "");
        row("dead", "person_is_alive", R"(["wife"])", "dead", place);
        row("missing is not dead", "person_is_alive", R"(["wife"])", "missing", "");
        row("capable", "has_capacity", R"(["wife"])", "dead", "");
        row("capacity lost", "has_capacity", R"(["wife"])", "capacity_lost", place);
        row("capacity limited", "has_capacity", R"(["wife"])", "capacity_limited", place);
        row("limited may marry", "has_capacity", R"(["wife","lost"])", "capacity_limited", "");
        row("lost may not marry", "has_capacity", R"(["wife","lost"])", "capacity_lost", place);
    }

    void a_person_is_asked_about()
    {
        QFETCH(QString, rule);
        QFETCH(QString, args);
        QFETCH(QString, say);
        QFETCH(QString, found);
        told_register here;
        here.flags[say.toStdString()] = {fact("death", "deceased")};
        const question what{"marriage", rule.toStdString(), args.toStdString(), object(couple)};
        QCOMPARE(answer(here, what), found.toStdString());
    }

    void the_office_of_another_commune_is_named()
    {
        told_register here;
        auto death = fact("death", "deceased");
        death.office = "00008";
        here.flags["dead"] = {death};
        const auto found =
            answer(here, {"marriage", "person_is_alive", R"(["wife"])", object(couple)});
        QVERIFY2(holds(found, "office=Phường "), found.c_str());
        death.office = "99999";
        here.flags["dead"] = {death};
        QVERIFY(holds(
            answer(here, {"marriage", "person_is_alive", R"(["wife"])", object(couple)}),
            "office=99999"
        ));
    }

    void one_who_may_be_known_is_told()
    {
        told_register here;
        const question what{"marriage", "probably_known", R"(["husband"])", object(couple)};
        QCOMPARE(answer(here, what), std::string());
        here.namesakes = {fact("birth", "child"), fact("marriage", "husband")};
        QVERIFY(holds(answer(here, what), "husband.full_name name=Nguyễn Văn Minh date=23/11/2026")
        );
    }

    void kin_may_not_marry_data()
    {
        QTest::addColumn<QString>("kinship");
        for (const auto* kinship :
             {"direct_line", "siblings", "within_three_generations", "adoption", "in_law"})
            QTest::newRow(kinship) << kinship;
    }

    void kin_may_not_marry()
    {
        QFETCH(QString, kinship);
        told_register here;
        const question what{"marriage", "not_close_kin", R"(["wife","husband"])", object(couple)};
        QCOMPARE(answer(here, what), std::string());
        here.kinship = kinship.toStdString();
        const auto found = answer(here, what);
        QVERIFY2(holds(found, "wife.full_name relation="), found.c_str());
        QVERIFY2(!holds(found, kinship.toStdString()), "every kinship has its words");
    }

    void a_ward_has_one_guardian()
    {
        told_register here;
        const question what{
            "guardianship",
            "no_active_guardian",
            R"(["ward","guardian"])",
            object(R"({"ward":{"full_name":"Nguyễn An","pin":"001215000001"}})")};
        QCOMPARE(answer(here, what), std::string());
        here.relations["guardian"] = {fact("guardianship", "ward")};
        const auto found = answer(here, what);
        QVERIFY2(holds(found, "ward.full_name"), found.c_str());
        QVERIFY2(holds(found, "guardian=Trần Thị Hoa"), found.c_str());
        QVERIFY2(holds(found, "number=12/2026"), found.c_str());
    }

    void what_ends_is_a_guardianship_in_force()
    {
        question what{
            "guardianship_end",
            "guardianship_is_active",
            R"([{"event":"guardianship"},"end.orig_no","end.orig_record","end.orig_office_code"])",
            object(R"({"end":{"orig_no":"12/2026"}})")};
        const std::string missing("end.orig_no number=12/2026, ");
        QCOMPARE(answer(no_lookup(), what), std::string()); // there is no register to ask
        told_register here;
        QCOMPARE(answer(here, what), missing);
        QCOMPARE(here.asked.office, std::string("00004"));
        QCOMPARE(here.asked.event, std::string("guardianship"));
        QCOMPARE(here.asked.number, std::string("12/2026"));
        here.entry = entry("guardianship", object(R"({"ward":{"full_name":"Nguyễn An"}})"));
        QCOMPARE(answer(here, what), std::string());
        here.entry = entry("guardianship", object(R"({"ended":{"date":"2026-10-01"}})"));
        QCOMPARE(answer(here, what), missing);
        here.entry = entry("marriage", {});
        QCOMPARE(answer(here, what), missing);
        what.data = {};
        QCOMPARE(answer(here, what), std::string());
    }

    void a_child_gets_no_second_parent_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("wants_mother");
        QTest::newRow("a father recognises") << "1" << false;
        QTest::newRow("a mother recognises") << "2" << true;
        QTest::newRow("a child recognises a father") << "3" << false;
        QTest::newRow("a child recognises a mother") << "4" << true;
    }

    void a_child_gets_no_second_parent()
    {
        QFETCH(QString, kind);
        QFETCH(bool, wants_mother);
        question what{
            "parent_child",
            "no_other_parent",
            R"(["child","recognition_kind"])",
            object(R"({"child":{"full_name":"Nguyễn An","pin":"001215000001"}})")};
        what.data["recognition_kind"] = kind.toStdString();
        told_register here;
        here.relations["parent"] = {fact("birth", "child")}; // a mother
        const std::string known("child.full_name name=Trần Thị Hoa number=12/2026, ");
        QCOMPARE(answer(here, what), wants_mother ? known : std::string());
        what.args = wants_mother ? R"(["child",{"value":"2"}])" : R"(["child",{"value":"1"}])";
        QCOMPARE(answer(here, what), wants_mother ? known : std::string());
    }

    void the_birth_entry_names_the_other_parent()
    {
        question what{
            "parent_child",
            "no_other_parent",
            R"(["child",{"value":"1"}])",
            object(R"({"child":{"full_name":"Nguyễn An"},
                       "birth_entry":{"doc_kind":"birth","no":"12/2026"}})")};
        told_register here;
        here.entry = entry("birth", object(R"({"mother":{"full_name":"Trần Thị Hoa"}})"));
        QCOMPARE(answer(here, what), std::string());
        here.entry = entry("birth", object(R"({"father":{"full_name":"Lê Văn Tư"}})"));
        QCOMPARE(
            answer(here, what), std::string("child.full_name name=Lê Văn Tư number=12/2026, ")
        );
        what.data.erase("birth_entry");
        QCOMPARE(answer(here, what), std::string());
    }
};

QTEST_GUILESS_MAIN(RegisterRulesTest)
#include "register_rules_test.moc"
