// A make-believe event goes the whole way of the core, though no C++ knows it.
#include "common/base/text.h"
#include "common/papers/compose.h"
#include "common/register/verify.h"
#include "tests/support/boats.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

const event_definition& naming() { return *definitions_with_boats().find_event("boat_naming"); }

json::object boat_called(const std::string& name, const std::string& hull)
{
    auto data = naming().example;
    set_path(data, "boat.full_name", json::value(name));
    set_path(data, "boat.hull_no", json::value(hull));
    return data;
}

struct office
{
    server at{1, definitions_with_boats()};
    seeded_random random{2};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, "00004", random);

    registration_outcome register_boat(const json::object& data)
    {
        return must(desk->register_event(naming(), {data, {}, "", ""}, monday_morning));
    }

    std::string findings_of(const json::object& data) const
    {
        std::string found;
        for (const auto& item : desk->check(naming(), data, monday_morning).findings)
            found += item.rule + " " + item.field + ", ";
        return found;
    }
};

/// 1.5 mm a letter whatever the font.
class fixed_width final : public text_metrics
{
public:
    int width_hmm(const std::string& text, const font_style&) const override
    {
        return 150 * int(character_count(text));
    }
};

} // namespace

class BoatsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void its_form_has_its_pages_fields_and_labels()
    {
        QCOMPARE(naming().pages.size(), std::size_t(2));
        QCOMPARE(naming().pages[1].id, std::string("owner"));
        QCOMPARE(naming().pages[0].fields.size(), std::size_t(9));
        QCOMPARE(naming().find_field("owner.full_name")->label.vi, std::string("Họ tên chủ tàu"));
        QCOMPARE(naming().find_field("boat.launched_on")->kind, std::string("partial_date"));
        QCOMPARE(naming().find_field("boat.flag")->list_name(), std::string("country"));
        QCOMPARE(naming().find_field("boat.home_port")->kind, std::string("address"));
        QCOMPARE(naming().find_field("boat.crew")->kind, std::string("integer"));
        QCOMPARE(naming().find_field("boat.has_engine")->kind, std::string("boolean"));
        QCOMPARE(naming().find_field("owner.id_doc.number")->max_length, std::size_t(40));
        QVERIFY(
            naming().find_field("owner.residence") == nullptr
        ); // in the schema, not in the form
        QVERIFY(naming().find_field("boat.full_name")->always_required);
    }

    void a_new_form_knows_the_office_and_the_day()
    {
        const office here;
        const auto form = here.desk->new_form(naming(), monday_morning);
        QCOMPARE(text_at(form, "boat.home_port.commune_code"), std::string_view("00004"));
        QCOMPARE(text_at(form, "reg_date"), std::string_view("2026-11-23"));
        QCOMPARE(text_at(form, "signer_name"), std::string_view("Trần Thị Người Ký"));
        QCOMPARE(find_path(form, "boat.crew")->get_int64(), 2);
    }

    void its_example_is_clean_and_its_faults_are_found()
    {
        const office here;
        QCOMPARE(here.findings_of(naming().example), std::string());
        auto data = naming().example;
        set_path(data, "boat.launched_on", json::value("2026-12"));
        QCOMPARE(
            here.findings_of(data),
            std::string("not_in_future boat.launched_on, not_before reg_date, ")
        );
        data = naming().example;
        set_path(data, "boat.has_engine", json::value(false));
        QCOMPARE(here.findings_of(data), std::string("must_be_blank boat.engine_no, "));
        data = naming().example;
        set_path(data, "boat.crew", json::value(51));
        set_path(data, "boat.flag", json::value("QQ"));
        set_path(data, "owner.hat", json::value("blue"));
        QCOMPARE(
            here.findings_of(data),
            std::string("wrong_format boat.crew, unknown_field owner.hat, code_known boat.flag, ")
        );
    }

    void it_is_numbered_listed_found_and_shown()
    {
        office here;
        const auto first = here.register_boat(boat_called("Sóng Biển Đông", "QN-0042"));
        const auto second = here.register_boat(boat_called("Hải Âu", "QN-0043"));
        QVERIFY(first.is_stored() && second.is_stored());
        must(synchronise(*here.desk, here.at));
        const auto book = must(here.desk->book("BOAT", 2026));
        QCOMPARE(book.size(), std::size_t(2));
        QCOMPARE(book[0].title, std::string("Sóng Biển Đông"));
        QCOMPARE(to_display(*book[1].number), std::string("02/2026"));
        for (const auto* typed :
             {"song bien", "qn0042", "dong luoi", "1/2026", "001080000042 song"}) {
            const auto found = must(here.desk->search(typed, 10));
            QVERIFY2(found.size() == 1 && found[0].record == first.record, typed);
        }
        QCOMPARE(must(here.desk->search("luoi", 10)).size(), std::size_t(2));
        const auto shown = must(here.desk->load(first.record));
        QVERIFY(shown.state == record_state::registered);
        QCOMPARE(
            text_at(shown.data, "boat.launched_words"),
            std::string_view("tháng năm năm hai nghìn không trăm hai mươi sáu")
        );
        QCOMPARE(
            display_value(definitions_with_boats(), naming(), shown.data, "boat.flag", "vi"),
            std::string("Việt Nam")
        );
        QCOMPARE(
            display_value(definitions_with_boats(), naming(), shown.data, "boat.launched_on", "vi"),
            std::string("05/2026")
        );
    }

    void the_same_hull_is_claimed_once_in_the_nation()
    {
        office here;
        const auto other = enrolled_desk(here.at, "00070", here.random);
        here.register_boat(boat_called("Sóng Biển Đông", "QN-0042"));
        const auto second = must(other->register_event(
            naming(), {boat_called("Hải Âu", "qn 0042"), {}, "", ""}, monday_morning
        ));
        must(synchronise(*here.desk, here.at));
        must(synchronise(*other, here.at));
        QVERIFY(must(other->load(second.record)).state == record_state::held);
    }

    void every_desk_and_the_server_fold_it_alike()
    {
        office here;
        const auto neighbour = enrolled_desk(here.at, "00004", here.random);
        const auto boat = here.register_boat(boat_called("Sóng Biển Đông", "QN-0042"));
        must(synchronise(*here.desk, here.at));
        must(here.desk->issue_paper(boat.record, "boat_paper", monday_morning));
        must(synchronise(*here.desk, here.at));
        must(synchronise(*neighbour, here.at));
        const auto folded = must(here.desk->load(boat.record)).to_text();
        QCOMPARE(must(neighbour->load(boat.record)).to_text(), folded);
        QCOMPARE(
            must(projection(*here.at.db, definitions_with_boats(), "00004").load(boat.record))
                .to_text(),
            folded
        );
        const auto report = must(verify_office(
            here.desk->connection(),
            definitions_with_boats(),
            "00004",
            must(enrolled_desks(here.desk->connection(), "00004"))
        ));
        QVERIFY(report.problems.empty());
        QCOMPARE(report.records, std::int64_t(1));
    }

    void its_paper_is_composed()
    {
        office here;
        const auto boat = here.register_boat(boat_called("Sóng Biển Đông", "QN-0042"));
        must(synchronise(*here.desk, here.at));
        const auto issue = must(here.desk->issue_paper(boat.record, "boat_paper", monday_morning));
        const auto drawn = must(parse_drawing(
            R"(<svg width="100mm" height="50mm"><g id="blank"/><g id="fill">
               <rect x="10" y="10" width="80" height="6" data-field="boat.full_name" data-case="upper"/>
               <rect x="10" y="20" width="80" height="6" data-field="boat.launched_words"/>
               <rect x="10" y="30" width="20" height="6" data-field="boat.launched_on" data-format="year"/>
               <rect x="10" y="40" width="80" height="6" data-field="entry.number"/></g></svg>)"
        ));
        const auto& known = definitions_with_boats();
        const auto words = must(compose_paper(
            drawn,
            *naming().find_paper("boat_paper"),
            {known, issue.content, here.desk->office(), issue.token, {2026, 11, 23}},
            fixed_width()
        ));
        QCOMPARE(
            to_text(words.fill),
            std::string(
                "text 1000 1450 440 left \"SÓNG BIỂN ĐÔNG\"\n"
                "text 1000 2450 440 left \"Tháng năm năm hai nghìn không trăm hai mươi sáu\"\n"
                "text 1000 3450 440 left \"2026\"\n"
                "text 1000 4450 440 left \"01/2026\"\n"
            )
        );
    }
};

QTEST_GUILESS_MAIN(BoatsTest)
#include "boats_test.moc"
