// Who a person is over all entries: certain by number or document or a clerk's judgement, never by
// name. Who may be the same is proposed.
#include "tests/support/births.h"
#include "tests/support/people_books.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

class PeopleTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // --- who is who

    void one_number_is_one_person()
    {
        people_books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.marriage(woman("Hoa"), man("Minh"));
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, record-2 husband, "));
        QCOMPARE(here.entries_of(woman("Hoa")), std::string("record-2 wife, "));
    }

    void a_name_and_a_date_are_never_enough()
    {
        people_books here;
        here.birth(man("Minh"), {}, {});
        const person nobody{"Nguyễn Văn Minh", "1990-05-01", "1", "", ""};
        QCOMPARE(here.entries_of(nobody), std::string());
        QCOMPARE(here.probably(nobody), std::string("record-1 child, "));
    }

    void a_document_joins_where_the_number_is_missing()
    {
        people_books here;
        person minh = man("Minh");
        minh.document = "B1234567";
        here.birth(minh, {}, {});
        here.marriage(woman("Hoa"), {"Minh Nguyen", "1990-05-01", "1", "", "B1234567"});
        const auto all = std::string("record-1 child, record-2 husband, ");
        QCOMPARE(here.entries_of(minh), all);
        QCOMPARE(here.entries_of({"", "", "", "", "B1234567"}), all);
        QCOMPARE(here.entries_of(man("Minh")), all); // through the entry that knows both
    }

    void a_document_never_joins_two_numbers()
    {
        people_books here;
        person minh = man("Minh");
        person binh = man("Bình");
        minh.document = binh.document = "B1234567";
        here.birth(minh, {}, {});
        here.birth(binh, {}, {});
        QCOMPARE(here.entries_of(minh), std::string("record-1 child, "));
        QCOMPARE(here.entries_of(binh), std::string("record-2 child, "));
        QCOMPARE(here.entries_of({"", "", "", "", "B1234567"}), std::string());
    }

    void a_citizen_card_is_the_personal_number()
    {
        people_books here;
        person minh = man("Minh");
        minh.pin = "001090001234";
        here.birth(minh, {}, {});
        const json::object card{
            {"id_doc", json::object{{"type", "CCCD"}, {"number", "001090001234"}}}};
        QCOMPARE(here.index.entries_of(identity_at(card, ""), "").size(), std::size_t(1));
    }

    void the_record_that_asks_is_not_looked_at()
    {
        people_books here;
        here.birth(man("Minh"), {}, {});
        here.marriage(woman("Hoa"), man("Minh"));
        QCOMPARE(here.entries_of(man("Minh"), "record-2"), std::string("record-1 child, "));
        QCOMPARE(here.probably(man("Minh"), "record-1"), std::string());
    }

    void an_entry_says_when_and_under_which_number()
    {
        people_books here;
        here.birth(man("Minh"), {}, {});
        const auto fact = here.index.entries_of(identity(man("Minh")), "").front();
        QCOMPARE(fact.number, std::string("01/2026"));
        QCOMPARE(fact.registered_on, std::string("23/11/2026"));
        QCOMPARE(fact.office, std::string("00004"));
        QCOMPARE(fact.event, std::string("birth"));
        QCOMPARE(fact.name, std::string("Nguyễn Văn Minh"));
    }

    void what_is_not_registered_names_nobody_data()
    {
        QTest::addColumn<int>("state");
        for (const auto state :
             {record_state::pending,
              record_state::held,
              record_state::rejected,
              record_state::withdrawn,
              record_state::received,
              record_state::refused})
            QTest::newRow(name_of(state)) << int(state);
    }

    void what_is_not_registered_names_nobody()
    {
        QFETCH(int, state);
        people_books here;
        record entry;
        entry.id = "record-x";
        entry.event = "birth";
        entry.state = record_state(state);
        entry.data = {{"child", as_data(man("Minh"))}, {"reg_date", "2026-11-23"}};
        here.keep(entry);
        QCOMPARE(here.entries_of(man("Minh")), std::string());
    }

    // --- what a clerk judges

    void a_judgement_joins_two_numbers()
    {
        people_books here;
        const auto old_number = here.birth(man("Minh"), {}, {});
        const auto new_number = here.marriage(woman("Hoa"), man("Bình"));
        here.judge(operation_kind::same_person, {old_number, "child"}, {new_number, "husband"});
        const auto all = std::string("record-1 child, record-2 husband, ");
        QCOMPARE(here.entries_of(man("Minh")), all);
        QCOMPARE(here.entries_of(man("Bình")), all);
    }

    void the_last_judgement_holds_whichever_side_comes_first()
    {
        people_books here;
        const auto one = here.birth(man("Minh"), {}, {});
        const auto other = here.birth(man("Bình"), {}, {});
        here.judge(operation_kind::same_person, {one, "child"}, {other, "child"});
        here.judge(operation_kind::distinct_person, {other, "child"}, {one, "child"});
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, "));
        here.judge(operation_kind::same_person, {other, "child"}, {one, "child"});
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, record-2 child, "));
    }

    void a_judgement_counts_when_it_is_accepted()
    {
        people_books here;
        const auto one = here.birth(man("Minh"), {}, {});
        const auto other = here.birth(man("Bình"), {}, {});
        here.judge(
            operation_kind::same_person, {one, "child"}, {other, "child"}, outcome::rejected
        );
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, "));
    }

    void joined_namings_join_further()
    {
        people_books here;
        person with_passport{"Minh Nguyen", "1990", "1", "", "B1234567"};
        const auto one = here.birth(man("Minh"), {}, {});
        const auto other = here.marriage(woman("Hoa"), with_passport);
        here.death(with_passport);
        here.judge(operation_kind::same_person, {one, "child"}, {other, "husband"});
        QCOMPARE(
            here.entries_of(man("Minh")),
            std::string("record-1 child, record-2 husband, record-3 deceased, ")
        );
        QCOMPARE(here.index.flagged(identity(man("Minh")), "dead", "").size(), std::size_t(1));
    }

    void nobody_is_looked_at_without_end()
    {
        people_books here;
        for (int i = 0; i < 230; ++i)
            here.birth(man("Con", "2010-01-01"), woman("Lan"), {});
        QCOMPARE(here.index.entries_of(identity(woman("Lan")), "").size(), std::size_t(200));
    }

    // --- who may be the same

    void namesakes_are_proposed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("gender");
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("proposed");
        const auto row = [](const char* what,
                            const char* name,
                            const char* born,
                            const char* gender,
                            const char* pin,
                            bool proposed) {
            QTest::newRow(what) << name << born << gender << pin << proposed;
        };
        row("the same day", "Nguyễn Văn Minh", "1990-05-01", "1", "", true);
        row("no accents", "NGUYEN VAN MINH", "1990-05-01", "1", "", true);
        row("the month that holds it", "Nguyễn Văn Minh", "1990-05", "1", "", true);
        row("the year that holds it", "Nguyễn Văn Minh", "1990", "1", "", true);
        row("another day", "Nguyễn Văn Minh", "1990-05-02", "1", "", false);
        row("another month", "Nguyễn Văn Minh", "1990-04", "1", "", false);
        row("another year", "Nguyễn Văn Minh", "1991", "1", "", false);
        row("no day", "Nguyễn Văn Minh", "", "1", "", false);
        row("another name", "Nguyễn Văn Mình Em", "1990-05-01", "1", "", false);
        row("another gender", "Nguyễn Văn Minh", "1990-05-01", "2", "", false);
        row("no gender", "Nguyễn Văn Minh", "1990-05-01", "", "", true);
        row("another number", "Nguyễn Văn Minh", "1990-05-01", "1", "001090999999", false);
        row("the same number", "Nguyễn Văn Minh", "1990-05-01", "1", "00109000Minh", false);
    }

    void namesakes_are_proposed()
    {
        QFETCH(QString, name);
        QFETCH(QString, born);
        QFETCH(QString, gender);
        QFETCH(QString, pin);
        QFETCH(bool, proposed);
        people_books here;
        here.birth(man("Minh"), {}, {});
        const auto found = here.probably(
            {name.toStdString(), born.toStdString(), gender.toStdString(), pin.toStdString(), ""}
        );
        QCOMPARE(found, std::string(proposed ? "record-1 child, " : ""));
    }

    void one_who_was_judged_somebody_else_is_not_proposed_again()
    {
        people_books here;
        const person with_passport{"Nguyễn Văn Minh", "1990-05-01", "1", "", "B1234567"};
        const auto one = here.birth(man("Minh"), {}, {});
        const auto other = here.marriage(woman("Hoa"), with_passport);
        QCOMPARE(here.probably(with_passport), std::string("record-1 child, "));
        QCOMPARE(here.probably(with_passport, other), std::string("record-1 child, "));
        here.judge(operation_kind::distinct_person, {other, "husband"}, {one, "child"});
        QCOMPARE(here.probably(with_passport), std::string());
        QCOMPARE(here.probably(with_passport, other), std::string());
    }

    void children_of_other_parents_are_not_proposed_for_each_other()
    {
        const person with_passport{"Nguyễn Văn Minh", "1990-05-01", "1", "", "B1234567"};
        people_books other_father;
        other_father.birth(man("Minh"), woman("Lan"), man("Nam"));
        other_father.birth(with_passport, woman("Lan"), man("Tư"));
        QCOMPARE(other_father.probably(with_passport), std::string());
        people_books same_mother;
        same_mother.birth(man("Minh"), woman("Lan"), man("Nam"));
        same_mother.birth(with_passport, woman("Lan"), {});
        QCOMPARE(same_mother.probably(with_passport), std::string("record-1 child, "));
    }

    // --- with the register around it

    void people_follow_the_entry_on_desk_and_server()
    {
        server at;
        seeded_random random{3};
        const auto desk = enrolled_desk(at, "00004", random);
        const auto stored = register_birth(*desk, "Nguyễn Văn An");
        const auto mother = identity_at(stored.data, "mother");
        const auto names_at = [&mother](sql_connection& db) {
            std::string names;
            const projection view(db, real_definitions(), "00004");
            for (const auto& fact : view.related(mother, "parent", false, ""))
                names += fact.other_name + ", ";
            return names;
        };
        QVERIFY(mother.is_certain());
        QCOMPARE(names_at(desk->connection()), std::string()); // it has no number yet
        must(synchronise(*desk, at));
        QCOMPARE(names_at(desk->connection()), std::string("Nguyễn Văn An, "));
        const json::array changes{json::object{
            {"field", "child.full_name"}, {"old", "Nguyễn Văn An"}, {"new", "Nguyễn Văn Ân"}}};
        must(desk->append(
            operation_kind::fix,
            stored.record,
            {{"changes", changes}, {"reason", "ghi nhầm"}},
            monday_morning
        ));
        QCOMPARE(names_at(desk->connection()), std::string("Nguyễn Văn Ân, "));
        must(synchronise(*desk, at));
        QCOMPARE(names_at(desk->connection()), std::string("Nguyễn Văn Ân, "));
        QCOMPARE(names_at(*at.db), std::string("Nguyễn Văn Ân, "));
    }

    void a_question_uses_an_index()
    {
        people_books here;
        for (const auto* query :
             {"SELECT * FROM person p WHERE p.pin = $1 AND p.pin <> ''",
              "SELECT * FROM person p WHERE p.document = $1 AND p.document <> ''",
              "SELECT * FROM person p WHERE p.record = $1 AND p.role = 'x' AND p.office IN (SELECT "
              "office FROM person_judgement WHERE record_a = $1)",
              "SELECT * FROM person p WHERE p.name_key = $1 AND p.birth_date >= '1990'",
              "SELECT * FROM person_judgement WHERE record_a = $1",
              "SELECT * FROM person_judgement WHERE record_b = $1"}) {
            const auto plan =
                must(here.db->query(std::string("EXPLAIN QUERY PLAN ") + query, {"x"}));
            QVERIFY2(holds(plan.front().text(3), "USING INDEX"), plan.front().text(3).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"
