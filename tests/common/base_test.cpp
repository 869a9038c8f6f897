// Names, search keys and sorting as tests/data/names_test_cases.json has them; JSON, files and ids.
#include "common/base/files.h"
#include "common/base/ids.h"
#include "common/base/text.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>

using namespace hotich;
using namespace hotich::test;

namespace {

const json::object& name_cases()
{
    static const auto whole =
        must(read_json_file(HOTICH_SOURCE "/tests/data/names_test_cases.json")).get_object();
    return whole;
}

std::string member(const json::object& source, const char* name)
{
    return std::string(text_at(source, name));
}

std::vector<std::string> texts(const json::value& list)
{
    std::vector<std::string> out;
    for (const auto& item : list.get_array())
        out.emplace_back(item.get_string());
    return out;
}

/// Spelling that only a person may judge: capitals in a passport, a macron typed for a breve.
bool needs_a_person(const json::object& name_case)
{
    return member(name_case, "category") == "case"
        || holds(member(name_case, "note"), "person must");
}

void add_name_cases()
{
    QTest::addColumn<int>("index");
    const auto& cases = name_cases().at("cases").get_array();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& name_case = cases[i].get_object();
        const auto title = member(name_case, "id") + " " + member(name_case, "category");
        QTest::newRow(title.c_str()) << int(i);
    }
}

const json::object& name_case_at(int index)
{
    return name_cases().at("cases").get_array()[std::size_t(index)].get_object();
}

void add_pairs(const char* group)
{
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    for (const auto& pair : name_cases().at("tone_placement").get_object().at(group).get_array()) {
        const auto both = texts(pair);
        const auto second = both[1].substr(0, both[1].find(" (")); // a remark follows some
        QTest::newRow((both[0] + " " + second).c_str()) << both[0] << second;
    }
}

/// The list as name_sort_key orders it.
std::vector<std::string> sorted_by_name(std::vector<std::string> names)
{
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        return name_sort_key(a) < name_sort_key(b);
    });
    return names;
}

json::object object(std::string_view text) { return must(parse_json_object(text)); }

} // namespace

class BaseTest : public QObject
{
    Q_OBJECT

private slots:

    void a_name_is_cleaned_data() { add_name_cases(); }

    void a_name_is_cleaned()
    {
        QFETCH(int, index);
        const auto& name_case = name_case_at(index);
        const auto expected = member(name_case, "expected");
        const auto cleaned = clean_name(member(name_case, "input"));
        if (needs_a_person(name_case))
            QCOMPARE(fold(cleaned), fold(expected));
        else
            QCOMPARE(cleaned, expected);
        QCOMPARE(clean_name(cleaned), cleaned);
    }

    void a_name_is_found_by_its_key_data() { add_name_cases(); }

    void a_name_is_found_by_its_key()
    {
        QFETCH(int, index);
        const auto& name_case = name_case_at(index);
        const auto key = member(name_case, "search_key");
        QCOMPARE(fold(member(name_case, "input")), key);
        QCOMPARE(fold(member(name_case, "expected")), key);
        if (name_case.contains("equal_to")) QCOMPARE(fold(member(name_case, "equal_to")), key);
        QCOMPARE(fold(key), key);
    }

    void every_letter_of_a_name_is_allowed_data() { add_name_cases(); }

    void every_letter_of_a_name_is_allowed()
    {
        QFETCH(int, index);
        QCOMPARE(first_foreign_sign(member(name_case_at(index), "expected")), std::string());
    }

    void old_and_new_tone_placement_are_found_alike_data() { add_pairs("new_style_old_style"); }

    void old_and_new_tone_placement_are_found_alike()
    {
        QFETCH(std::string, first);
        QFETCH(std::string, second);
        QCOMPARE(fold(first), fold(second));
        QVERIFY(clean_name(first) != clean_name(second)); // the registered spelling stays
    }

    void a_misplaced_tone_is_found_alike_data() { add_pairs("wrong_but_seen"); }

    void a_misplaced_tone_is_found_alike()
    {
        QFETCH(std::string, first);
        QFETCH(std::string, second);
        QCOMPARE(fold(first), fold(second));
    }

    void both_spellings_of_a_place_are_found_alike_data() { add_pairs("seen_in_official_lists"); }

    void both_spellings_of_a_place_are_found_alike()
    {
        QFETCH(std::string, first);
        QFETCH(std::string, second);
        QCOMPARE(fold(first), fold(second));
    }

    void another_name_stays_another_name_data() { add_pairs("not_the_same_name"); }

    void another_name_stays_another_name()
    {
        QFETCH(std::string, first);
        QFETCH(std::string, second);
        QVERIFY(clean_name(first) != clean_name(second));
        QVERIFY(name_sort_key(first) != name_sort_key(second));
    }

    void a_well_placed_tone_is_not_moved()
    {
        const auto& words = name_cases().at("tone_placement").get_object().at("must_not_change");
        for (const auto& word : texts(words))
            QCOMPARE(clean_name(word), word);
    }

    void names_are_listed_in_the_order_of_the_alphabet_data()
    {
        QTest::addColumn<QString>("list");
        for (const auto* list :
             {"letters_order_sample",
              "given_names_in_order",
              "full_names_in_order_by_given_middle_family"})
            QTest::newRow(list) << list;
    }

    void names_are_listed_in_the_order_of_the_alphabet()
    {
        QFETCH(QString, list);
        const auto expected = texts(name_cases().at("sorting").get_object().at(list.toStdString()));
        auto reversed = expected;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(sorted_by_name(reversed), expected);
    }

    void a_tone_before_its_hat_is_put_right()
    {
        QCOMPARE(clean_text("Tra\u0300\u0302n"), std::string("Trần"));
        QCOMPARE(clean_text("Ha\u0309\u0306ng"), std::string("Hẳng"));
        QCOMPARE(clean_text("Tr\u00e0\u0302n"), std::string("Trần"));
        QCOMPARE(
            clean_text("\u0302a"), std::string("\u0302a")
        ); // a mark without its letter is kept
    }

    void a_text_that_is_no_utf8_gives_nothing()
    {
        for (const std::string_view bad :
             {"\xff", "An\xc3", "\xed\xa0\x80", "\xc0\x80", "\xf5\x80\x80\x80"}) {
            QVERIFY(!is_valid_utf8(bad));
            QCOMPARE(clean_text(bad), std::string());
            QCOMPARE(fold(bad), std::string());
        }
        QCOMPARE(clean_text(std::string("A\0n", 3)), std::string("An"));
    }

    void a_sign_that_is_no_letter_is_named()
    {
        QCOMPARE(first_foreign_sign("Nguyễn Văn 2"), std::string("2"));
        QCOMPARE(first_foreign_sign("Lê @n"), std::string("@"));
        QCOMPARE(first_foreign_sign("Lê ♥ An"), std::string("♥"));
        QCOMPARE(first_foreign_sign("Sean O'Connor-Jr."), std::string());
    }

    void capitals_are_vietnamese()
    {
        QCOMPARE(to_upper("H'Hen Niê đặng ượng"), std::string("H'HEN NIÊ ĐẶNG ƯỢNG"));
        QCOMPARE(capitalised("ữ"), std::string("Ữ"));
        QCOMPARE(lower_first("Đồng Nai"), std::string("đồng Nai"));
        QCOMPARE(character_count("Nguyễn Thị"), std::size_t(10));
    }

    void a_placeholder_is_replaced_wherever_it_stands()
    {
        QCOMPARE(
            replace_placeholders("{a}{b} {a} {c}", {{"a", "{a}x"}, {"b", "y"}}),
            std::string("{a}xy {a}x {c}")
        );
    }

    void broken_json_says_line_and_column_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("place");
        const auto row = [](const char* name, std::string text, std::string place) {
            QTest::newRow(name) << std::move(text) << std::move(place);
        };
        row("a comma too many", "{\"a\":1,}", "line 1, column 8");
        row("second line", "{\n  \"a\": tru\n}", "line 2, column ");
        row("cut", "{\"a\":", "line 1, column 6");
        row("nothing", "", "line 1, column 1");
        row("more behind", "{}\n{}", "line 2, column 1: more text");
        row("a lone surrogate", R"(["\ud800"])", "line 1, column ");
        row("invalid UTF-8", "[\"An\xff\"]", "line 1, column ");
        row("overlong UTF-8", "[\"\xc0\x80\"]", "line 1, column ");
        row("a control character", "[\"a\nb\"]", "line 1, column ");
        row("a number of no size", "[1e999999999999]", "line 1, column ");
        row("33 lists deep", std::string(33, '[') + std::string(33, ']'), "line 1, column 33");
    }

    void broken_json_says_line_and_column()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, place);
        const auto read = parse_json(text);
        QCOMPARE(failure_of(read), std::string("invalid_input"));
        QVERIFY2(holds(detail_of(read), place), detail_of(read).c_str());
    }

    void json_is_read_up_to_its_limits()
    {
        QVERIFY(parse_json(std::string(32, '[') + std::string(32, ']')).has_value());
        const auto just_fits = "\"" + std::string(max_json_bytes - 2, 'a') + "\"";
        QVERIFY(parse_json(just_fits).has_value());
        const auto too_large = parse_json(just_fits + " ");
        QCOMPARE(failure_of(too_large), std::string("invalid_input"));
        QVERIFY2(holds(detail_of(too_large), "4 MiB"), detail_of(too_large).c_str());
        QCOMPARE(detail_of(parse_json_object("[]")), std::string("JSON: an object is expected"));
    }

    void a_missing_or_large_file_is_told_apart()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("Nguyễn Đức.json").toStdString();
        QCOMPARE(failure_of(read_json_file(path)), std::string("not_found"));
        must(replace_file(path, "{\"a\":1}"));
        QVERIFY(read_json_file(path).has_value());
        QCOMPARE(failure_of(read_file(path, 6)), std::string("invalid_input"));
        QCOMPARE(must(read_file(path, 7)), std::string("{\"a\":1}"));
        must(replace_file(path, ""));
        QCOMPARE(must(read_file(path, 7)), std::string());
    }

    void a_file_that_cannot_be_replaced_keeps_its_old_text()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("keys").toStdString();
        must(replace_file(path, "old"));
        std::filesystem::create_directory(file_path(path + ".new")); // where the new text would go
        QCOMPARE(failure_of(replace_file(path, "new")), std::string("storage_unavailable"));
        QCOMPARE(must(read_file(path, 100)), std::string("old"));
    }

    void a_failed_replacement_leaves_no_rest()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("keys").toStdString();
        std::filesystem::create_directories(
            file_path(path) / "full"
        ); // cannot be replaced by a file
        QCOMPARE(failure_of(replace_file(path, "new")), std::string("storage_unavailable"));
        QVERIFY(!std::filesystem::exists(file_path(path + ".new")));
    }

    void known_is_what_a_clerk_would_call_filled_in()
    {
        const auto data = object(
            R"({"n":null,"t":"","o":{"a":"","b":{}},"l":["",null],"z":0,"f":false,"p":{"q":"x"}})"
        );
        for (const auto* path : {"n", "t", "o", "o.a", "o.b", "l", "missing", "t.x", "p.q.r"})
            QVERIFY2(!is_known(data, path), path);
        for (const auto* path : {"z", "f", "p", "p.q"})
            QVERIFY2(is_known(data, path), path);
    }

    void a_path_is_set_and_removed_with_its_objects()
    {
        json::object data;
        set_path(data, "child.id_doc.number", json::value("1"));
        set_path(data, "child.id_doc.type", json::value("CCCD"));
        QCOMPARE(
            to_text(data), std::string(R"({"child":{"id_doc":{"number":"1","type":"CCCD"}}})")
        );
        remove_path(data, "child.id_doc.number");
        remove_path(data, "child.missing.deep");
        QCOMPARE(to_text(data), std::string(R"({"child":{"id_doc":{"type":"CCCD"}}})"));
        remove_path(data, "child.id_doc.type");
        QCOMPARE(to_text(data), std::string("{}"));
        set_path(data, "a", json::value(1));
        set_path(data, "a.b", json::value(2)); // a step that is no object is replaced
        QCOMPARE(to_text(data), std::string(R"({"a":{"b":2}})"));
    }

    void a_member_of_another_type_is_named()
    {
        const auto data = object(R"({"s":1,"i":"1","f":1.5,"big":18446744073709551615,"b":0})");
        QVERIFY(holds(detail_of(string_member(data, "s")), "\"s\""));
        for (const auto* name : {"i", "f", "big", "missing"})
            QVERIFY(holds(detail_of(integer_member(data, name)), name));
        QVERIFY(holds(detail_of(boolean_member(data, "b")), "\"b\""));
    }

    void an_id_carries_its_time_and_its_chance()
    {
        seeded_random random(1);
        const auto early = new_uuid({1'000}, random);
        const auto late = new_uuid({2'000'000'000'000}, random);
        QVERIFY(is_uuid(early) && is_uuid(late));
        QVERIFY(early < late);
        QCOMPARE(early[14], '7');
        QVERIFY(new_uuid({1'000}, random) != early);
    }

    void what_is_no_id_is_told()
    {
        const std::string id = "01890a5d-ac96-774b-bcce-b302099a8057";
        QVERIFY(is_uuid(id));
        QVERIFY(!is_uuid(id + "0") && !is_uuid(id.substr(1)) && !is_uuid(""));
        QVERIFY(!is_uuid("01890A5D-AC96-774B-BCCE-B302099A8057"));
        QVERIFY(!is_uuid("01890a5d-ac96-774b-bcce-b302099a805g"));
        QVERIFY(!is_uuid("01890a5d0ac96-774b-bcce-b302099a8057"));
    }

    void every_failure_has_a_name_and_a_text()
    {
        for (int code = 0; code <= int(failure_code::cancelled); ++code) {
            const std::string name = name_of(failure_code(code));
            QVERIFY(name != "unknown");
            const auto text = real_definitions().message("failures", name);
            QVERIFY2(text.vi != name && !text.vi.empty() && !text.en.empty(), name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "base_test.moc"
