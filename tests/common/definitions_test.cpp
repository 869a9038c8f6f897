// Definitions and code lists: what is malformed is refused with its place; what holds on which day.
#include "common/base/files.h"
#include "common/definitions/definitions.h"
#include "common/rules/rule.h"
#include "tests/support/boats.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QDir>
#include <QTemporaryDir>

using namespace hotich;
using namespace hotich::test;

namespace {

json::value json_of(std::string_view text) { return must(parse_json(text)); }

/// The boat's definition with one place replaced, or added to its object.
json::object boat_source_with(const std::string& pointer, const json::value& replacement)
{
    json::value source(boat_source());
    const auto slash = pointer.rfind('/');
    auto& parent = source.at_pointer(pointer.substr(0, slash));
    if (parent.is_object())
        parent.get_object()[pointer.substr(slash + 1)] = replacement;
    else
        source.at_pointer(pointer) = replacement;
    return source.get_object();
}

result<event_definition> boat_with(const std::string& pointer, const std::string& replacement)
{
    return parsed_boat(boat_source_with(pointer, json_of(replacement)));
}

/// moc 6.4 loses its way in raw strings with such a text.
std::string reference_to(const std::string& target)
{
    return to_text(json::object{{"$ref", target}});
}

bool holds_for(const char* shape, const char* data)
{
    return must(condition::parse(json_of(shape))).holds(json_of(data).get_object());
}

/// A loader of one document, "chain.json", in which every definition refers to the next.
block_loader chain_of(int length)
{
    json::object definitions;
    for (int i = 0; i < length; ++i)
        definitions["d" + std::to_string(i)] = {{"$ref", "#/d" + std::to_string(i + 1)}};
    definitions["d" + std::to_string(length)] = {{"type", "string"}};
    return [definitions](const std::string&) { return result<json::value>(definitions); };
}

result<event_definition> boat_with_chain(int length)
{
    const auto source = json_of(
        R"({"event":"e","title":{"vi":"v","en":"e"},"book":{"kind":"B","title":{"vi":"s","en":"b"}},"subject":"boat",
            "fields":{"type":"object","properties":{"boat":{"type":"object","properties":{
            "full_name":{"$ref":"chain.json#/d0"}}}}}})"
    );
    return parse_event_definition(source.get_object(), chain_of(length));
}

/// A copy of the project's schemas that a test may spoil.
class schemas_copy
{
public:
    schemas_copy()
    {
        const auto options = std::filesystem::copy_options::recursive;
        std::filesystem::copy(HOTICH_SOURCE "/schemas", file_path(path("schemas")), options);
    }

    void write(const char* file, const char* text) const { must(replace_file(path(file), text)); }

    result<definitions> load() const { return definitions::load(path("schemas")); }

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

} // namespace

class DefinitionsTest : public QObject
{
    Q_OBJECT

private slots:

    void a_malformed_definition_is_refused_with_its_place_data()
    {
        QTest::addColumn<std::string>("pointer");
        QTest::addColumn<std::string>("replacement");
        QTest::addColumn<std::string>("place");
        const auto row =
            [](const std::string& pointer, const std::string& replacement, const char* place) {
                QTest::newRow((pointer + " " + replacement).c_str())
                    << pointer << replacement << std::string(place);
            };
        row("/event", "null", "event: ");
        row("/event", "7", "event: ");
        row("/title", "\"Boats\"", "event: ");
        row("/book", "{}", "book: ");
        row("/subject", "\"ship\"", "subject: ");
        row("/fields", "[]", "fields: ");
        row("/fields/type", "7", "JSON Schema: ");
        row("/fields/properties/boat/properties/crew/minimum", "\"x\"", "JSON Schema: ");
        row("/fields/properties/notes", reference_to("../blocks/none.json#/x"), "none.json");
        row("/fields/properties/notes",
            reference_to("../blocks/types.json#/$defs/none"),
            "points to nothing");
        row("/fields/properties/notes",
            reference_to("../blocks/types.json#none"),
            "points to nothing");
        row("/form", "{}", "form: must be a list");
        row("/form/0", "7", "form: must be a list of objects");
        row("/form/0/blank_when", R"({"known":1})", "form.boat: condition: known takes a path");
        row("/form/0/fields", "null", "form.boat: \"fields\" must be a list");
        row("/form/0/fields/0", "\"boat.full_name\"", "form.boat: a field must be an object");
        row("/form/0/fields/0/field",
            "\"boat.nmae\"",
            "form.boat.boat.nmae: the schema has no such field");
        row("/form/0/fields/0/label",
            R"({"vi":"Tên"})",
            "form.boat.boat.full_name: a label in vi and en");
        row("/form/0/fields/0/required_when", "[]", "form.boat.boat.full_name: condition: ");
        row("/form/0/fields/8/blank_when",
            R"({"sometimes":[]})",
            "form.boat.boat.engine_no: condition: unknown shape");
        row("/form/0/fields/8/blank_when",
            R"({"known":"boat.engin"})",
            "form.boat.boat.engine_no: boat.engin: ");
        row("/form/1/blank_when", R"({"not":{"known":"none"}})", "form.owner: none: ");
        row("/form/1/fields/0/block", "\"none.json\"", "none.json");
        row("/form/1/fields/0/block", "\"types.json\"", "types.json: \"form\" must be a list");
        row("/form/1/fields/0/required_when/full_name",
            "{}",
            "form.owner.owner.full_name: condition: ");
        row("/rules", "{}", "rules: must be a list");
        row("/rules/0/severity", "\"fatal\"", "rules.not_in_future: ");
        row("/rules/0/rule", "null", "rules: ");
        row("/rules/0/when", R"({"equals":["a"]})", "rules.not_in_future: condition: equals");
        row("/rules/0/when", R"({"known":"boat.none"})", "rules.not_in_future: boat.none: ");
        row("/claims/0/id", "null", "claims: a claim needs an id and fields");
        row("/claims/0/fields", "[]", "claims: a claim needs an id and fields");
        row("/claims/0/fields/0", "\"boat.hul\"", "claims.hull: boat.hul: ");
        row("/claims/0/severity", "null", "claims.hull: ");
        row("/search/names/0", "\"boat.nmae\"", "search: boat.nmae: ");
        row("/search/numbers/1", "\"owner.id\"", "search: owner.id: ");
        row("/papers/0/certificate", "null", "papers: ");
    }

    void a_malformed_definition_is_refused_with_its_place()
    {
        QFETCH(std::string, pointer);
        QFETCH(std::string, replacement);
        QFETCH(std::string, place);
        QVERIFY(parsed_boat(boat_source()).has_value());
        const auto parsed = boat_with(pointer, replacement);
        QVERIFY2(!parsed, "it was accepted");
        QVERIFY2(holds(detail_of(parsed), place), detail_of(parsed).c_str());
    }

    void references_are_followed_so_far_and_no_farther()
    {
        QVERIFY(boat_with_chain(11).has_value());
        const auto too_deep = boat_with_chain(12);
        QVERIFY2(holds(detail_of(too_deep), "$ref goes too deep"), detail_of(too_deep).c_str());
    }

    void a_reference_to_itself_ends()
    {
        const auto parsed =
            boat_with("/fields/properties/notes", reference_to("../blocks/types.json"));
        QVERIFY(parsed.has_value()); // the document holds no reference of its own
        const block_loader circle = [](const std::string&) {
            return result<json::value>(json::object{{"a", {{"$ref", "#/a"}}}});
        };
        const auto source = boat_source_with("/fields", json_of(reference_to("circle.json#/a")));
        const auto looped = parse_event_definition(source, circle);
        QVERIFY2(holds(detail_of(looped), "$ref goes too deep"), detail_of(looped).c_str());
    }

    void a_condition_holds_or_not_data()
    {
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("data");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* shape, const char* data, bool expected) {
            QTest::newRow((std::string(shape) + " " + data).c_str()) << shape << data << expected;
        };
        row(R"({"known":"a.b"})", R"({"a":{"b":"x"}})", true);
        row(R"({"known":"a.b"})", R"({"a":{"b":""}})", false);
        row(R"({"known":"a"})", R"({"a":{"b":null}})", false);
        row(R"({"equals":["a","1"]})", R"({"a":"1"})", true);
        row(R"({"equals":["a","1"]})", R"({"a":"2"})", false);
        row(R"({"equals":["a","1"]})", R"({})", false);
        row(R"({"equals":["a",true]})", R"({"a":true})", true);
        row(R"({"equals":["a",5]})", R"({"a":5})", true);
        row(R"({"one_of":["a",["1","3"]]})", R"({"a":"3"})", true);
        row(R"({"one_of":["a",["1","3"]]})", R"({"a":"2"})", false);
        row(R"({"one_of":["a",[]]})", R"({"a":"2"})", false);
        row(R"({"not":{"known":"a"}})", R"({})", true);
        row(R"({"all":[{"known":"a"},{"known":"b"}]})", R"({"a":1})", false);
        row(R"({"all":[{"known":"a"},{"known":"b"}]})", R"({"a":1,"b":1})", true);
        row(R"({"all":[]})", R"({})", true);
        row(R"({"any":[{"known":"a"},{"known":"b"}]})", R"({"b":1})", true);
        row(R"({"any":[]})", R"({})", false);
    }

    void a_condition_holds_or_not()
    {
        QFETCH(QString, shape);
        QFETCH(QString, data);
        QFETCH(bool, expected);
        QCOMPARE(holds_for(qPrintable(shape), qPrintable(data)), expected);
    }

    void a_condition_of_no_known_shape_is_refused()
    {
        for (const auto* shape :
             {"7",
              "[]",
              "{}",
              R"({"known":"a","equals":["a","b"]})",
              R"({"known":[]})",
              R"({"equals":"a"})",
              R"({"equals":["a"]})",
              R"({"equals":[1,"a"]})",
              R"({"one_of":["a","b"]})",
              R"({"all":{}})",
              R"({"any":[7]})",
              R"({"not":[]})",
              R"({"today":"a"})"}) {
            const auto parsed = condition::parse(json_of(shape));
            QVERIFY2(!parsed, shape);
            QVERIFY2(detail_of(parsed).starts_with("condition: "), detail_of(parsed).c_str());
        }
    }

    void a_condition_tells_every_path_it_looks_at()
    {
        const auto parsed = must(condition::parse(json_of(
            R"({"all":[{"known":"a"},{"not":{"equals":["b","1"]}},{"any":[{"one_of":["c",["x"]]}]}]})"
        )));
        QCOMPARE(parsed.paths(), (std::vector<std::string>{"a", "b", "c"}));
        QVERIFY(condition().holds({}) && !condition::never().holds({}));
    }

    void a_spoilt_code_list_names_its_line_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("place");
        const auto head = QStringLiteral("code,label_vi,label_en,valid_from,valid_to,aliases\n");
        QTest::newRow("a column too few") << head + "1,Nam,Male,,,\n2,Nữ\n"
                                          << "line 3: wrong number of columns";
        QTest::newRow("a column too many") << head + "1,Nam,Male,,,,\n"
                                           << "line 2: wrong number of columns";
        QTest::newRow("no such day") << head + "1,Nam,Male,2025-02-30,,\n"
                                     << "line 2: valid_from";
        QTest::newRow("no day") << head + "1,Nam,Male,,now,\n"
                                << "line 2: valid_to";
        QTest::newRow("no code") << head + "\n,Nam,Male,,,\n"
                                 << "line 3: code";
        QTest::newRow("no label") << head + "1,,Male,,,\n"
                                  << "line 2: label_vi";
        QTest::newRow("no column") << "kode,label_vi,label_en,valid_from,valid_to\n1,Nam,Male,,\n"
                                   << "line 2: code";
        QTest::newRow("an open quote") << head + "1,\"Nam,Male,,,\n"
                                       << "line 2: wrong number of columns";
    }

    void a_spoilt_code_list_names_its_line()
    {
        QFETCH(QString, csv);
        QFETCH(QString, place);
        const auto list = parse_code_list(csv.toStdString());
        QVERIFY2(holds(detail_of(list), place.toStdString()), detail_of(list).c_str());
    }

    void a_spoilt_list_of_units_names_its_line()
    {
        const std::string head =
            "code,level,name_vi,unit_type,parent_code,valid_from,valid_to,successor_code\n";
        const auto level = parse_admin_units(head + "01,state,Hà Nội,Thành phố,,,,\n");
        QVERIFY2(holds(detail_of(level), "line 2: unknown level"), detail_of(level).c_str());
        const auto day = parse_admin_units(head + "01,province,Hà Nội,Thành phố,,2025-7-1,,\n");
        QVERIFY2(holds(detail_of(day), "line 2: valid_from"), detail_of(day).c_str());
    }

    void a_code_list_reads_quotes_aliases_and_validity()
    {
        const auto list = must(parse_code_list(
            "code,label_vi,label_en,valid_from,valid_to,aliases\r\n"
            "A,\"Cha, mẹ \"\"nuôi\"\"\",Parent,2016-01-01,2024-06-30,Bố; Ba;;Thầy\r\n"
        ));
        const auto* entry = list.find("A");
        QVERIFY(entry != nullptr && list.find("a") == nullptr && list.find("") == nullptr);
        QCOMPARE(entry->label_vi, std::string("Cha, mẹ \"nuôi\""));
        QCOMPARE(entry->aliases, (std::vector<std::string>{"Bố", "Ba", "Thầy"}));
        QVERIFY(!entry->valid.holds({2015, 12, 31}) && entry->valid.holds({2016, 1, 1}));
        QVERIFY(entry->valid.holds({2024, 6, 30}) && !entry->valid.holds({2024, 7, 1}));
    }

    void a_unit_is_the_one_of_its_day()
    {
        const auto& units = real_definitions().units();
        const civil_date before{2025, 6, 30};
        const civil_date after{2025, 7, 1};
        QVERIFY(units.find(unit_level::province, "02", before) != nullptr); // Hà Giang
        QVERIFY(units.find(unit_level::province, "02", after) == nullptr);
        QCOMPARE(units.find_any(unit_level::province, "02")->successor, std::string("08"));
        QVERIFY(units.find(unit_level::district, "001", before) != nullptr);
        QVERIFY(units.below(unit_level::district, "", after).empty());
        QCOMPARE(units.below(unit_level::province, "", after).size(), std::size_t(34));
        QCOMPARE(units.below(unit_level::province, "", before).size(), std::size_t(63));
        QCOMPARE(units.below(unit_level::commune, "", after).size(), std::size_t(3321));
    }

    void the_failure_to_load_names_the_file_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("messages") << "schemas/messages.json"
                                  << "{\n,}"
                                  << "messages.json: JSON: line 2, column 1";
        QTest::newRow("messages list") << "schemas/messages.json"
                                       << "[]"
                                       << "messages.json: an object";
        QTest::newRow("list") << "schemas/code_lists/gender.csv"
                              << "code,label_vi\n1\n"
                              << "gender.csv: line 2";
        QTest::newRow("units") << "schemas/code_lists/admin_units.csv"
                               << "a,b\n1\n"
                               << "admin_units.csv: line 2";
        QTest::newRow("event") << "schemas/events/birth.json"
                               << "{"
                               << "birth.json: JSON: line 1, column 2";
        QTest::newRow("event list") << "schemas/events/birth.json"
                                    << "[]"
                                    << "birth.json: an object";
        QTest::newRow("block") << "schemas/blocks/person.json"
                               << "{,}"
                               << "person.json: JSON: line 1, column 2";
    }

    void the_failure_to_load_names_the_file()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, place);
        const schemas_copy copy;
        copy.write(qPrintable(file), qPrintable(text));
        const auto loaded = copy.load();
        QVERIFY2(holds(detail_of(loaded), place.toStdString()), detail_of(loaded).c_str());
    }

    void everything_a_definition_names_exists()
    {
        for (const auto* event : real_definitions().events()) {
            for (const auto& use : event->rules)
                QVERIFY2(find_rule(use.rule) != nullptr, use.rule.c_str());
            for (const auto& field : event->fields) {
                const auto list = field.is_code() ? field.list_name() : field.suggest;
                QVERIFY2(
                    list.empty() || !real_definitions().list(list).entries().empty(),
                    field.path.c_str()
                );
            }
            for (const auto& paper : event->papers)
                QVERIFY2(
                    real_definitions().drawing(paper.certificate).has_value(),
                    paper.certificate.c_str()
                );
        }
        QCOMPARE(failure_of(real_definitions().drawing("none")), std::string("not_found"));
    }
};

QTEST_GUILESS_MAIN(DefinitionsTest)
#include "definitions_test.moc"
