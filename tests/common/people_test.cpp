// Who a person is over all entries, and how two people are related: certain by number or document,
// never by name.
#include "common/register/people_index.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

struct role
{
    std::string record;
    std::string path;
};

/// One who is named in entries.
struct person
{
    std::string name;
    std::string birth_date;
    std::string gender;
    std::string pin;
    std::string document;
};

json::object as_data(const person& who)
{
    json::object data{{"full_name", who.name}, {"birth_date", who.birth_date}};
    if (!who.gender.empty()) data["gender"] = who.gender;
    if (!who.pin.empty()) data["pin"] = who.pin;
    if (!who.document.empty())
        data["id_doc"] = json::object{{"type", "PASSPORT"}, {"number", who.document}};
    return data;
}

person_identity identity(const person& who) { return identity_at({{"p", as_data(who)}}, "p"); }

/// People by their given name, each with a number of his or her own.
person man(const std::string& name, const std::string& birth_date = "1990-05-01")
{
    return {"Nguyễn Văn " + name, birth_date, "1", "00109000" + name, ""};
}

person woman(const std::string& name, const std::string& birth_date = "1990-05-01")
{
    return {"Trần Thị " + name, birth_date, "2", "00119000" + name, ""};
}

/// The tables of one office, filled entry by entry as the projection does it.
class books
{
public:
    books() { must(migrate(*db, "log", real_definitions().folder() + "/sql/log")); }

    std::string add(const std::string& event, json::object data, json::array annotations = {})
    {
        record entry;
        entry.id = "record-" + std::to_string(++m_count);
        entry.event = event;
        entry.state = record_state::registered;
        entry.number = {"BOOK", 2026, m_count};
        if (!data.contains("reg_date")) data["reg_date"] = "2026-11-23";
        entry.data = std::move(data);
        entry.annotations = std::move(annotations);
        keep(entry);
        return entry.id;
    }

    void keep(const record& entry)
    {
        must(db->execute(
            "INSERT INTO record (office, record, event, state, book, year, reg_no, reg_date, "
            "title, words, folded) VALUES ('00004', $1, $2, 'registered', '', 2026, $3, $4, '', "
            "'', '')",
            {entry.id,
             entry.event,
             std::int64_t(entry.number ? entry.number->reg_no : 0),
             std::string(text_at(entry.data, "reg_date"))}
        ));
        const auto* event = real_definitions().find_event(entry.event);
        if (event == nullptr) qFatal("no such event");
        must(index.replace(*event, entry, current_data(entry)));
    }

    std::string birth(const person& child, const person& mother, const person& father)
    {
        json::object data{{"child", as_data(child)}};
        if (!mother.name.empty()) data["mother"] = as_data(mother);
        if (!father.name.empty()) data["father"] = as_data(father);
        return add("birth", std::move(data));
    }

    std::string marriage(const person& wife, const person& husband, json::array annotations = {})
    {
        return add(
            "marriage",
            {{"wife", as_data(wife)},
             {"husband", as_data(husband)},
             {"relation_from", "2015-06-01"}},
            std::move(annotations)
        );
    }

    std::string death(const person& who, const std::string& on = "2026-11-20")
    {
        return add("death", {{"deceased", as_data(who)}, {"death_date", on}});
    }

    void judge(const char* kind, const role& a, const role& b, outcome decided = outcome::accepted)
    {
        operation op;
        op.kind = kind;
        op.payload = {
            {"a", json::object{{"record", a.record}, {"role", a.path}}},
            {"b", json::object{{"record", b.record}, {"role", b.path}}}};
        verdict said;
        said.result_kind = decided;
        must(index.apply(op, said));
    }

    /// "record role, record role, " of all entries of a person.
    std::string entries_of(const person& who, const std::string& except = {})
    {
        return as_text(index.entries_of(identity(who), except));
    }

    std::string probably(const person& who, const std::string& except = {})
    {
        return as_text(index.probably_same(identity(who), except));
    }

    std::string related(const person& who, const char* kind, bool as_b = false)
    {
        std::string text;
        for (const auto& fact : index.related(identity(who), kind, as_b, ""))
            text += fact.other_name + ", ";
        return text;
    }

    std::string kinship(const person& a, const person& b)
    {
        const auto there = index.kinship_of(identity(a), identity(b));
        const auto back = index.kinship_of(identity(b), identity(a));
        return there == back ? there : there + " but " + back;
    }

    static std::string as_text(const std::vector<person_fact>& facts)
    {
        std::string text;
        for (const auto& fact : facts)
            text += fact.record + " " + fact.role + ", ";
        return text;
    }

    std::unique_ptr<sql_connection> db = must(open_in_memory());
    people_index index{*db, "00004"};

private:
    int m_count = 0;
};

json::object note(const std::string& field, const std::string& value, json::object basis = {})
{
    return {
        {"kind", "divorce"},
        {"state", "effective"},
        {"on", "2026-03-02"},
        {"changes", json::array{json::object{{"field", field}, {"old", ""}, {"new", value}}}},
        {"basis", std::move(basis)}};
}

/// Four generations: Cụ – Ông, Bà (siblings) – children of each – grandchildren of each.
books four_generations()
{
    books here;
    here.birth(man("Ông"), woman("Cụ"), {});
    here.birth(woman("Bà"), woman("Cụ"), {});
    here.birth(man("Cha"), {}, man("Ông"));
    here.birth(man("Chú"), {}, man("Ông"));
    here.birth(woman("Cô"), woman("Bà"), {});
    here.birth(man("Con"), {}, man("Cha"));
    here.birth(woman("EmHọ"), {}, man("Chú"));
    here.birth(woman("Cháu"), woman("EmHọ"), {});
    return here;
}

} // namespace

class PeopleTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // --- who is who

    void one_number_is_one_person()
    {
        books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.marriage(woman("Hoa"), man("Minh"));
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, record-2 husband, "));
        QCOMPARE(here.entries_of(woman("Hoa")), std::string("record-2 wife, "));
    }

    void a_name_and_a_date_are_never_enough()
    {
        books here;
        here.birth(man("Minh"), {}, {});
        const person nobody{"Nguyễn Văn Minh", "1990-05-01", "1", "", ""};
        QCOMPARE(here.entries_of(nobody), std::string());
        QCOMPARE(here.probably(nobody), std::string("record-1 child, "));
    }

    void a_document_joins_where_the_number_is_missing()
    {
        books here;
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
        books here;
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
        books here;
        person minh = man("Minh");
        minh.pin = "001090001234";
        here.birth(minh, {}, {});
        const json::object card{
            {"id_doc", json::object{{"type", "CCCD"}, {"number", "001090001234"}}}};
        QCOMPARE(here.index.entries_of(identity_at(card, ""), "").size(), std::size_t(1));
    }

    void the_record_that_asks_is_not_looked_at()
    {
        books here;
        here.birth(man("Minh"), {}, {});
        here.marriage(woman("Hoa"), man("Minh"));
        QCOMPARE(here.entries_of(man("Minh"), "record-2"), std::string("record-1 child, "));
        QCOMPARE(here.probably(man("Minh"), "record-1"), std::string());
    }

    void an_entry_says_when_and_under_which_number()
    {
        books here;
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
        books here;
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
        books here;
        const auto old_number = here.birth(man("Minh"), {}, {});
        const auto new_number = here.marriage(woman("Hoa"), man("Bình"));
        here.judge(operation_kind::same_person, {old_number, "child"}, {new_number, "husband"});
        const auto all = std::string("record-1 child, record-2 husband, ");
        QCOMPARE(here.entries_of(man("Minh")), all);
        QCOMPARE(here.entries_of(man("Bình")), all);
    }

    void the_last_judgement_holds_whichever_side_comes_first()
    {
        books here;
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
        books here;
        const auto one = here.birth(man("Minh"), {}, {});
        const auto other = here.birth(man("Bình"), {}, {});
        here.judge(
            operation_kind::same_person, {one, "child"}, {other, "child"}, outcome::rejected
        );
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, "));
    }

    void joined_namings_join_further()
    {
        books here;
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
        books here;
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
        books here;
        here.birth(man("Minh"), {}, {});
        const auto found = here.probably(
            {name.toStdString(), born.toStdString(), gender.toStdString(), pin.toStdString(), ""}
        );
        QCOMPARE(found, std::string(proposed ? "record-1 child, " : ""));
    }

    void one_who_was_judged_somebody_else_is_not_proposed_again()
    {
        books here;
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
        books other_father;
        other_father.birth(man("Minh"), woman("Lan"), man("Nam"));
        other_father.birth(with_passport, woman("Lan"), man("Tư"));
        QCOMPARE(other_father.probably(with_passport), std::string());
        books same_mother;
        same_mother.birth(man("Minh"), woman("Lan"), man("Nam"));
        same_mother.birth(with_passport, woman("Lan"), {});
        QCOMPARE(same_mother.probably(with_passport), std::string("record-1 child, "));
    }

    // --- what is said of a person

    void the_dead_are_known_until_a_court_cancels_it()
    {
        books here;
        here.death(man("Minh"));
        const auto facts = here.index.flagged(identity(man("Minh")), "dead", "");
        QCOMPARE(books::as_text(facts), std::string("record-1 deceased, "));
        QVERIFY(!facts.front().date.empty());
        QVERIFY(here.index.flagged(identity(man("Minh")), "dead", "record-1").empty());
        here.add(
            "death",
            {{"deceased", as_data(man("Nam"))}, {"death_date", "2026-11-20"}},
            {note("declared_dead.state", "cancelled")}
        );
        QVERIFY(here.index.flagged(identity(man("Nam")), "dead", "").empty());
    }

    void a_court_limits_capacity_on_the_birth_entry()
    {
        books here;
        here.add(
            "birth", {{"child", as_data(man("Minh"))}}, {note("court_flags.capacity.state", "lost")}
        );
        QCOMPARE(
            here.index.flagged(identity(man("Minh")), "capacity_lost", "").size(), std::size_t(1)
        );
        QVERIFY(here.index.flagged(identity(man("Minh")), "capacity_limited", "").empty());
        QVERIFY(here.index.flagged(identity(man("Minh")), "dead", "").empty());
    }

    // --- relations

    void spouses_are_each_others()
    {
        books here;
        here.marriage(woman("Hoa"), man("Minh"));
        QCOMPARE(here.related(woman("Hoa"), "spouse"), std::string("Nguyễn Văn Minh, "));
        QCOMPARE(here.related(man("Minh"), "spouse"), std::string("Trần Thị Hoa, "));
        QCOMPARE(here.related(man("Minh"), "spouse", true), std::string("Trần Thị Hoa, "));
        QCOMPARE(here.related(man("Minh"), "guardian"), std::string());
    }

    void a_marriage_ends_by_divorce()
    {
        books here;
        here.marriage(
            woman("Hoa"), man("Minh"), {note("status", "divorced", {{"date", "2026-02-10"}})}
        );
        QCOMPARE(here.related(man("Minh"), "spouse"), std::string());
        const auto facts = here.index.marriages_of(identity(man("Minh")), "");
        QCOMPARE(facts.size(), std::size_t(1));
        QCOMPARE(facts.front().date, std::string("2015-06-01"));
        QCOMPARE(facts.front().ended_on, std::string("2026-02-10"));
    }

    void an_end_without_a_decision_is_dated_by_the_note()
    {
        books here;
        here.marriage(woman("Hoa"), man("Minh"), {note("status", "annulled")});
        const auto facts = here.index.marriages_of(identity(woman("Hoa")), "");
        QCOMPARE(facts.front().ended_on, std::string("2026-03-02"));
    }

    void a_note_that_still_waits_ends_nothing()
    {
        books here;
        auto waiting = note("status", "divorced");
        waiting["state"] = "pending";
        here.marriage(woman("Hoa"), man("Minh"), {waiting});
        QCOMPARE(here.related(man("Minh"), "spouse"), std::string("Trần Thị Hoa, "));
        QCOMPARE(
            here.index.marriages_of(identity(man("Minh")), "").front().ended_on, std::string()
        );
    }

    void a_marriage_ends_with_the_death_of_the_other()
    {
        books here;
        here.marriage(woman("Hoa"), man("Minh"));
        here.death(man("Minh"));
        QCOMPARE(here.related(woman("Hoa"), "spouse"), std::string());
        QVERIFY(!here.index.marriages_of(identity(woman("Hoa")), "").front().ended_on.empty());
        QCOMPARE(
            here.related(man("Minh"), "spouse"), std::string("Trần Thị Hoa, ")
        ); // who is to be told
    }

    void a_guardianship_ends_by_its_end_and_by_death()
    {
        const auto guardianship = [](books& here, json::array annotations = {}) {
            here.add(
                "guardianship",
                {{"ward", as_data(man("Con", "2015-01-01"))}, {"guardian", as_data(woman("Lan"))}},
                std::move(annotations)
            );
        };
        const auto ward = man("Con", "2015-01-01");
        books active;
        guardianship(active);
        QCOMPARE(active.related(ward, "guardian", true), std::string("Trần Thị Lan, "));
        QCOMPARE(active.related(ward, "guardian"), std::string());
        QCOMPARE(active.related(woman("Lan"), "guardian"), std::string("Nguyễn Văn Con, "));
        books ended;
        guardianship(ended, {note("ended.date", "2026-05-01")});
        QCOMPARE(ended.related(ward, "guardian", true), std::string());
        for (const auto& dead : {ward, woman("Lan")}) {
            books bereaved;
            guardianship(bereaved);
            bereaved.death(dead);
            QCOMPARE(bereaved.related(ward, "guardian", true), std::string());
            QCOMPARE(bereaved.related(woman("Lan"), "guardian"), std::string());
        }
    }

    void parents_stay_parents_after_their_death()
    {
        books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.death(man("Nam"));
        QCOMPARE(
            here.related(man("Minh"), "parent", true), std::string("Nguyễn Văn Nam, Trần Thị Lan, ")
        );
    }

    void a_changed_number_leads_to_the_entry()
    {
        books here;
        json::object child = as_data(man("Minh"));
        child.erase("pin");
        here.add("birth", {{"child", child}}, {note("child.pin", "00109000Minh")});
        QCOMPARE(here.entries_of(man("Minh")), std::string("record-1 child, "));
    }

    // --- kinship (LHNGĐ Đ3 k17–18, Đ5 k2 d)

    void blood_is_counted_from_the_common_ancestor()
    {
        auto here = four_generations();
        const auto is = [&](const person& a, const person& b) { return here.kinship(a, b); };
        const std::string direct("direct_line"), near("within_three_generations");
        QCOMPARE(is(man("Cha"), man("Con")), direct);
        QCOMPARE(is(man("Ông"), man("Con")), direct);
        QCOMPARE(is(woman("Cụ"), woman("Cháu")), direct);
        QCOMPARE(is(man("Ông"), woman("Bà")), std::string("siblings"));
        QCOMPARE(is(man("Cha"), man("Chú")), std::string("siblings"));
        QCOMPARE(is(man("Chú"), man("Con")), near);    // uncle and nephew
        QCOMPARE(is(woman("EmHọ"), man("Con")), near); // first cousins
        QCOMPARE(is(man("Cha"), woman("Cô")), near);
        QCOMPARE(is(woman("Bà"), man("Cha")), near);
        QCOMPARE(is(woman("Cháu"), man("Con")), std::string()); // a cousin's child
        QCOMPARE(is(woman("Bà"), man("Con")), std::string());   // a great-aunt
        QCOMPARE(is(woman("Cô"), man("Con")), std::string());   // children of cousins
    }

    void half_siblings_are_siblings()
    {
        books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.birth(woman("Hoa"), woman("Lan"), man("Tư"));
        QCOMPARE(here.kinship(man("Minh"), woman("Hoa")), std::string("siblings"));
    }

    void the_direct_line_reaches_six_generations()
    {
        books here;
        for (int i = 0; i < 7; ++i)
            here.birth(man(std::to_string(i + 1)), {}, man(std::to_string(i)));
        QCOMPARE(here.kinship(man("0"), man("6")), std::string("direct_line"));
        QCOMPARE(here.kinship(man("0"), man("7")), std::string());
    }

    void strangers_and_oneself_are_no_kin()
    {
        books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.birth(woman("Hoa"), woman("Mai"), {});
        QCOMPARE(here.kinship(man("Minh"), woman("Hoa")), std::string());
        QCOMPARE(here.kinship(man("Minh"), man("Minh")), std::string());
        QCOMPARE(here.kinship(man("Minh"), woman("Ai")), std::string());
        QCOMPARE(here.kinship(woman("Lan"), man("Nam")), std::string()); // a child makes no kin
    }

    void an_adoption_counts_after_its_end()
    {
        const auto adoption = [](json::array annotations) {
            books here;
            here.add(
                "adoption",
                {{"adoptee", as_data(man("Con"))},
                 {"adopter_mother", as_data(woman("Lan"))},
                 {"giver_mother", as_data(woman("Mai"))}},
                std::move(annotations)
            );
            return here;
        };
        auto active = adoption({});
        QCOMPARE(active.kinship(man("Con"), woman("Lan")), std::string("adoption"));
        QCOMPARE(active.kinship(man("Con"), woman("Mai")), std::string("direct_line"));
        auto ended = adoption({note("ended.date", "2026-05-01")});
        QCOMPARE(ended.kinship(man("Con"), woman("Lan")), std::string("adoption"));
        QCOMPARE(ended.related(man("Con"), "adoptive_parent", true), std::string());
    }

    void parents_and_spouses_of_each_other_are_in_laws_for_ever()
    {
        books here;
        here.birth(man("Con"), woman("Mẹ"), man("Cha"));
        here.marriage(woman("Dâu"), man("Con"), {note("status", "divorced")});
        here.marriage(woman("Mẹ"), man("Dượng"), {note("status", "divorced")});
        here.birth(woman("Riêng"), {}, man("Dượng"));
        const std::string in_law("in_law");
        QCOMPARE(here.kinship(man("Cha"), woman("Dâu")), in_law); // father and son's wife
        QCOMPARE(here.kinship(woman("Mẹ"), woman("Dâu")), in_law);
        QCOMPARE(here.kinship(man("Dượng"), man("Con")), in_law);    // stepfather
        QCOMPARE(here.kinship(woman("Riêng"), woman("Mẹ")), in_law); // stepmother
        QCOMPARE(
            here.kinship(woman("Riêng"), man("Con")), std::string()
        ); // step-siblings may marry
        QCOMPARE(here.kinship(man("Cha"), man("Dượng")), std::string());
    }

    void a_large_family_is_looked_at_within_limits()
    {
        books here;
        std::vector<person> generation{man("A"), woman("B")};
        for (int depth = 0; depth < 9; ++depth) {
            std::vector<person> parents;
            for (const auto& child : generation) {
                const auto tag = std::to_string(depth) + "-" + std::to_string(parents.size());
                parents.push_back(woman("m" + tag));
                parents.push_back(man("f" + tag));
                here.birth(child, parents[parents.size() - 2], parents.back());
            }
            generation = std::move(parents);
            if (generation.size() > 600) break;
        }
        QCOMPARE(here.kinship(man("A"), woman("B")), std::string());
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
        books here;
        for (const auto* query :
             {"SELECT * FROM person p WHERE p.pin = $1 AND p.pin <> ''",
              "SELECT * FROM person p WHERE p.document = $1 AND p.document <> ''",
              "SELECT * FROM person p WHERE p.record = $1 AND p.role = 'x'",
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
