// The plain tables beside the JSON Schema library: what they let pass, the library lets pass.
#include "common/definitions/schema_shape.h"
#include "common/definitions/schema_validator.h"
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

/// What may stand where something else is expected, or just within a limit.
std::vector<json::value> odd_values()
{
    return {
        json::value(nullptr),
        json::value(true),
        json::value(0),
        json::value(-1),
        json::value(1'000'000),
        json::value(1.0),
        json::value(""),
        json::value("x"),
        json::value("2026-11-20"),
        json::value("2026-11"),
        json::value("2026"),
        json::value("2026-11-20 "),
        json::value("001196012345"),
        json::value("0011960123456"),
        json::value("07:30"),
        json::value("a@b.vn"),
        json::value("0912345678"),
        json::value(std::string(99, 'a')),
        json::value(std::string(1999, 'a')),
        json::value("Nguyễn Thị Ánh Nguyệt"),
        json::object(),
        json::object{{"unknown", "x"}},
        json::array(),
        json::array{json::object()}};
}

void collect_paths(
    const json::object& object, const std::string& prefix, std::vector<std::string>& out
)
{
    for (const auto& [name, value] : object) {
        const auto path = prefix + std::string(name);
        out.push_back(path);
        if (const auto* inner = value.if_object()) collect_paths(*inner, path + ".", out);
    }
}

/// The tables never say yes where the library says no.
bool agree(const event_definition& event, const json::object& data)
{
    return !event.validator->surely_fits(data) || event.validator->misfits(data).empty();
}

} // namespace

class SchemaShapeTest : public QObject
{
    Q_OBJECT

private slots:

    void the_tables_know_the_example_of_every_event()
    {
        for (const auto* event : real_definitions().events()) {
            const bool fits = event->validator->misfits(event->example).empty();
            QVERIFY2(fits || event->is_joint(), event->event.c_str());
            QVERIFY2(event->validator->surely_fits(event->example) == fits, event->event.c_str());
        }
    }

    void what_they_let_pass_the_library_lets_pass()
    {
        for (const auto* event : real_definitions().events()) {
            std::vector<std::string> paths;
            collect_paths(event->example, "", paths);
            for (const auto& field : event->fields)
                paths.push_back(field.path);
            for (const auto& path : paths) {
                auto data = event->example;
                for (const auto& value : odd_values()) {
                    set_path(data, path, value);
                    QVERIFY2(agree(*event, data), (event->event + " " + path).c_str());
                }
                remove_path(data, path);
                QVERIFY2(agree(*event, data), (event->event + " without " + path).c_str());
                set_path(data, path + ".unknown_member", "x");
                QVERIFY2(agree(*event, data), (event->event + " " + path).c_str());
            }
        }
    }

    void a_limit_is_reached_and_not_passed()
    {
        const auto schema = must(parse_json_object(
            "{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false,"
            "\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":3},"
            "\"n\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":9},"
            "\"e\":{\"enum\":[\"x\",\"y\"]},"
            "\"l\":{\"type\":\"array\",\"maxItems\":2,\"items\":{\"type\":\"boolean\"}}}}"
        ));
        const auto shape = schema_shape::of(schema);
        QVERIFY(shape.has_value());
        const auto fits = [&](const char* text) {
            return shape->fits(must(parse_json_object(text)));
        };
        QVERIFY(fits("{\"a\":\"ááá\"}")); // characters, not bytes
        QVERIFY(!fits("{\"a\":\"áááá\"}"));
        QVERIFY(!fits("{\"a\":\"\"}"));
        QVERIFY(!fits("{}"));
        QVERIFY(fits("{\"a\":\"x\",\"n\":9}"));
        QVERIFY(!fits("{\"a\":\"x\",\"n\":10}"));
        QVERIFY(!fits("{\"a\":\"x\",\"n\":0}"));
        QVERIFY(fits("{\"a\":\"x\",\"e\":\"y\"}"));
        QVERIFY(!fits("{\"a\":\"x\",\"e\":\"z\"}"));
        QVERIFY(!fits("{\"a\":\"x\",\"e\":1}"));
        QVERIFY(fits("{\"a\":\"x\",\"l\":[true,false]}"));
        QVERIFY(!fits("{\"a\":\"x\",\"l\":[true,false,true]}"));
        QVERIFY(!fits("{\"a\":\"x\",\"l\":[1]}"));
        QVERIFY(!fits("{\"a\":\"x\",\"b\":1}"));
    }

    void a_keyword_that_is_not_understood_leaves_it_to_the_library()
    {
        for (const auto* text :
             {"{\"not\":{}}",
              "{\"type\":[\"string\",\"null\"]}",
              "{\"type\":\"number\"}",
              "{\"maxLength\":1.5}",
              "{\"enum\":[1]}",
              "{\"additionalProperties\":{}}",
              "{\"properties\":{\"a\":{\"oneOf\":[]}}}"})
            QVERIFY2(!schema_shape::of(must(parse_json_object(text))), text);
    }

    void a_pattern_has_its_forms()
    {
        using forms = std::vector<std::string>;
        QCOMPARE(forms_of_pattern("^\\d{2}$"), forms{"dd"});
        QCOMPARE(forms_of_pattern("^\\d{4}-\\d{2}-\\d$"), forms{"dddd-dd-d"});
        QCOMPARE(
            forms_of_pattern("^\\d{4}(-\\d{2}(-\\d{2})?)?$"),
            (forms{"dddd", "dddd-dd", "dddd-dd-dd"})
        );
        for (const auto* other :
             {"\\d{2}", "^\\d{2}", "^\\d+$", "^a$", "^(\\d)$", "^\\d{2,3}$", "^\\d{99}$", "^(\\d$"})
            QVERIFY2(forms_of_pattern(other).empty(), other);
        QVERIFY(has_form("2026-11", "dddd-dd"));
        QVERIFY(!has_form("2026-1x", "dddd-dd"));
        QVERIFY(!has_form("2026-11-", "dddd-dd"));
    }
};

QTEST_GUILESS_MAIN(SchemaShapeTest)
#include "schema_shape_test.moc"
