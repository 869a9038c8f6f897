// What entries say of people and how two of them are related.
#include "tests/support/people_books.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

/// Four generations: Cụ – Ông, Bà (siblings) – children of each – grandchildren of each.
people_books four_generations()
{
    people_books here;
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

class KinshipTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // --- what is said of a person

    void the_dead_are_known_until_a_court_cancels_it()
    {
        people_books here;
        here.death(man("Minh"));
        const auto facts = here.index.flagged(identity(man("Minh")), "dead", "");
        QCOMPARE(as_text(facts), std::string("record-1 deceased, "));
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
        people_books here;
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
        people_books here;
        here.marriage(woman("Hoa"), man("Minh"));
        QCOMPARE(here.related(woman("Hoa"), "spouse"), std::string("Nguyễn Văn Minh, "));
        QCOMPARE(here.related(man("Minh"), "spouse"), std::string("Trần Thị Hoa, "));
        QCOMPARE(here.related(man("Minh"), "spouse", true), std::string("Trần Thị Hoa, "));
        QCOMPARE(here.related(man("Minh"), "guardian"), std::string());
    }

    void a_marriage_ends_by_divorce()
    {
        people_books here;
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
        people_books here;
        here.marriage(woman("Hoa"), man("Minh"), {note("status", "annulled")});
        const auto facts = here.index.marriages_of(identity(woman("Hoa")), "");
        QCOMPARE(facts.front().ended_on, std::string("2026-03-02"));
    }

    void a_note_that_still_waits_ends_nothing()
    {
        people_books here;
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
        people_books here;
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
        const auto guardianship = [](people_books& here, json::array annotations = {}) {
            here.add(
                "guardianship",
                {{"ward", as_data(man("Con", "2015-01-01"))}, {"guardian", as_data(woman("Lan"))}},
                std::move(annotations)
            );
        };
        const auto ward = man("Con", "2015-01-01");
        people_books active;
        guardianship(active);
        QCOMPARE(active.related(ward, "guardian", true), std::string("Trần Thị Lan, "));
        QCOMPARE(active.related(ward, "guardian"), std::string());
        QCOMPARE(active.related(woman("Lan"), "guardian"), std::string("Nguyễn Văn Con, "));
        people_books ended;
        guardianship(ended, {note("ended.date", "2026-05-01")});
        QCOMPARE(ended.related(ward, "guardian", true), std::string());
        for (const auto& dead : {ward, woman("Lan")}) {
            people_books bereaved;
            guardianship(bereaved);
            bereaved.death(dead);
            QCOMPARE(bereaved.related(ward, "guardian", true), std::string());
            QCOMPARE(bereaved.related(woman("Lan"), "guardian"), std::string());
        }
    }

    void parents_stay_parents_after_their_death()
    {
        people_books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.death(man("Nam"));
        QCOMPARE(
            here.related(man("Minh"), "parent", true), std::string("Nguyễn Văn Nam, Trần Thị Lan, ")
        );
    }

    void a_changed_number_leads_to_the_entry()
    {
        people_books here;
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
        people_books here;
        here.birth(man("Minh"), woman("Lan"), man("Nam"));
        here.birth(woman("Hoa"), woman("Lan"), man("Tư"));
        QCOMPARE(here.kinship(man("Minh"), woman("Hoa")), std::string("siblings"));
    }

    void the_direct_line_reaches_six_generations()
    {
        people_books here;
        for (int i = 0; i < 7; ++i)
            here.birth(man(std::to_string(i + 1)), {}, man(std::to_string(i)));
        QCOMPARE(here.kinship(man("0"), man("6")), std::string("direct_line"));
        QCOMPARE(here.kinship(man("0"), man("7")), std::string());
    }

    void strangers_and_oneself_are_no_kin()
    {
        people_books here;
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
            people_books here;
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
        people_books here;
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
        people_books here;
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
};

QTEST_GUILESS_MAIN(KinshipTest)
#include "kinship_test.moc"
