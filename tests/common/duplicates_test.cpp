// Registrations that may be of one event: which are proposed and which are not (tests/data/
// duplicates), how many are looked at.
#include "common/base/text.h"
#include "common/register/duplicate_index.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

const event_definition& event_named(const std::string& name)
{
    return *real_definitions().find_event(name);
}

std::string record_id(int n)
{
    const auto digits = std::to_string(n);
    return "01890a5d-ac96-774b-bcce-" + std::string(12 - digits.size(), '0') + digits;
}

/// The tables of a server, nothing in them.
struct nation
{
    seeded_random random{3};
    std::unique_ptr<sql_connection> db =
        must(open_sqlcipher(":memory:", new_secret_key(random), open_mode::create));

    nation() { must(migrate(*db, "log", real_definitions().folder() + "/sql/log")); }

    void keep(
        const event_definition& event,
        const json::object& data,
        int n,
        const json::object& current,
        const std::string& office = "00004"
    )
    {
        record folded;
        folded.id = record_id(n);
        folded.event = event.event;
        folded.data = data;
        must(duplicate_index(*db, office).keep(event, folded, current));
    }

    void keep(const event_definition& event, const json::object& data, int n)
    {
        keep(event, data, n, data);
    }

    probable_duplicates find(
        const event_definition& event, const json::object& data, const std::string& office = "00070"
    ) const
    {
        return duplicate_index(*db, office).find(event, data, record_id(999'999));
    }

    std::int64_t rows(const std::string& table) const
    {
        return must(db->query("SELECT count(*) FROM " + table)).front().integer(0);
    }
};

void change(json::object& data, const json::object* changes)
{
    if (changes == nullptr) return;
    for (const auto& [path, value] : *changes)
        if (value.is_null())
            remove_path(data, path);
        else
            set_path(data, path, value);
}

/// The definition's example without what a claim would settle.
json::object example_of(const event_definition& event)
{
    auto data = event.example;
    data.erase("gcs_code");
    data["reg_date"] = "2026-11-23";
    return data;
}

json::array cases_of(const std::string& event)
{
    return must(read_json_file(HOTICH_SOURCE "/tests/data/duplicates/" + event + ".json"))
        .get_array();
}

} // namespace

class DuplicatesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void only_registrations_of_one_event_are_proposed_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<int>("at");
        for (const auto* event : {"birth", "death", "marriage"}) {
            const auto cases = cases_of(event);
            for (std::size_t n = 0; n < cases.size(); ++n)
                QTest::newRow((std::string(event) + ": "
                               + std::string(text_at(cases[n].get_object(), "name")))
                                  .c_str()
                ) << event
                  << static_cast<int>(n);
        }
    }

    void only_registrations_of_one_event_are_proposed()
    {
        QFETCH(QString, event);
        QFETCH(int, at);
        const auto& definition = event_named(event.toStdString());
        const auto cases = cases_of(event.toStdString());
        const auto& one = cases[static_cast<std::size_t>(at)].get_object();
        nation all;
        auto data = example_of(definition);
        change(data, object_at(one, "first"));
        const auto first = data;
        change(data, object_at(one, "second"));
        all.keep(definition, first, 1, first, "00004");
        const auto found =
            all.find(definition, data, one.contains("same_office") ? "00004" : "00070").found;
        const auto fields = compare_values(
            definition.duplicates,
            compared_values(definition, data, one.contains("same_office") ? "00004" : "00070"),
            compared_values(definition, first, "00004")
        );
        const auto told = std::to_string(sum_of(fields)) + " " + agreements_as_text(fields);
        QVERIFY2(found.empty() != one.at("proposed").as_bool(), told.c_str());
    }

    void names_are_compared_as_people_write_them_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("as");
        const auto row = [](const char* a, const char* b, const char* as) {
            QTest::newRow((std::string(a) + "|" + b).c_str()) << a << b << as;
        };
        row("Đỗ Thị Lý", "ĐỖ THỊ LÝ", "equal");
        row("Đỗ Thị Lý", "Do Thi Li", "unmarked");
        row("Đỗ Thị Hoà", "Đỗ Thị Hòa", "marks");
        row("Đỗ Thị Lan", "Đỗ Thị Lân", "unmarked");
        row("Đỗ Thị Làn", "Đỗ Thị Lân", "marks");
        row("Đỗ Thị Lan", "Lan Đỗ Thị", "swapped");
        row("Đỗ Thị Lan", "Đỗ Thị Loan", "close");
        row("Đỗ Thị Lan", "Đỗ Thị Lna", "close");
        row("Đỗ Thị Lan", "Loan Đỗ Thị", "close");
        row("Đỗ Thị Lan", "Đỗ Thi Loan", "close");
        row("Đỗ Thị Lan", "Đỗ Lan", "partial");
        row("Đỗ Thị Lan", "Lan", "different");
        row("Đỗ Thị Lan", "Đỗ Thị Liên", "different");
        row("Đỗ Thị Lan", "", "missing");
        row("H' Hen Niê", "H'Hen Niê", "equal");
    }

    void names_are_compared_as_people_write_them()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, as);
        const auto one = clean_name(a.toStdString());
        const auto other = clean_name(b.toStdString());
        QCOMPARE(std::string(name_of(compare_names(one, other))), as.toStdString());
        QCOMPARE(std::string(name_of(compare_names(other, one))), as.toStdString());
    }

    void days_and_numbers_are_compared_with_their_slips()
    {
        QCOMPARE(compare_days("2026-11-10", "2026-11-10"), agreement::equal);
        QCOMPARE(compare_days("2026-11-10", "2026-10-11"), agreement::swapped);
        QCOMPARE(compare_days("2026-11-30", "2026-12-03"), agreement::near);
        QCOMPARE(compare_days("2026-11-30", "2026-12-04"), agreement::different);
        QCOMPARE(compare_days("2026-11-10", "2016-11-10"), agreement::near);
        QCOMPARE(compare_days("1970", "1970-11-10"), agreement::partial);
        QCOMPARE(compare_days("1970-11", "1970-11-10"), agreement::partial);
        QCOMPARE(compare_days("1971", "1970-11-10"), agreement::different);
        QCOMPARE(compare_days("", "1970-11-10"), agreement::missing);
        QCOMPARE(compare_numbers("001196012345", "001196012354"), agreement::close);
        QCOMPARE(compare_numbers("001196012345", "001196012399"), agreement::different);
        QCOMPARE(compare_numbers("12345678", "12345679"), agreement::different);
        QCOMPARE(compare_numbers("B1234567", "B1234567"), agreement::equal);
    }

    void a_common_key_is_cut_and_the_answer_says_so()
    {
        nation all;
        const auto& event = birth();
        auto data = example_of(event);
        const int limit = static_cast<int>(max_candidates_of_a_key);
        for (int n = 1; n <= limit; ++n)
            all.keep(event, data, n);
        QCOMPARE(all.find(event, data).found.size(), max_probable_duplicates);
        QVERIFY(!all.find(event, data).is_cut);
        all.keep(event, data, limit + 1);
        QVERIFY(all.find(event, data).is_cut);
        set_path(data, "child.full_name", json::value("Nguyễn Hoàng Long"));
        remove_path(data, "mother");
        remove_path(data, "father");
        QVERIFY(!all.find(event, data).is_cut);
    }

    void the_likest_comes_first_and_the_asking_record_never()
    {
        nation all;
        const auto& event = birth();
        auto data = example_of(event);
        all.keep(event, data, 2);
        all.keep(event, data, 999'999);
        set_path(data, "child.full_name", json::value("Nguyễn Gia Bảoo"));
        all.keep(event, data, 1);
        const auto found = all.find(event, example_of(event)).found;
        QCOMPARE(found[0].holder.record, record_id(2));
        QCOMPARE(found[1].holder.record, record_id(1));
    }

    void an_entry_is_found_under_its_first_name_too()
    {
        nation all;
        const auto& event = birth();
        const auto first = example_of(event);
        auto current = first;
        set_path(current, "child.full_name", json::value("Nguyễn Gia Bảo Long"));
        remove_path(current, "mother");
        remove_path(current, "father");
        all.keep(event, first, 1, current);
        auto asked = first;
        remove_path(asked, "mother");
        remove_path(asked, "father");
        QCOMPARE(all.find(event, current).found.size(), std::size_t(1));
        QVERIFY(all.rows("duplicate_key") > 6);
        must(duplicate_index(*all.db, "00004").remove(record_id(1)));
        QCOMPARE(all.rows("duplicate_key"), std::int64_t(0));
        QCOMPARE(all.rows("duplicate_data"), std::int64_t(0));
    }

    void a_batch_leaves_what_its_records_leave()
    {
        const auto& event = birth();
        nation one_by_one;
        nation batch;
        duplicate_rows rows;
        for (int n = 1; n <= 20; ++n) {
            record folded;
            folded.id = record_id(n);
            folded.data = example_of(event);
            set_path(folded.data, "child.full_name", json::value("An " + std::to_string(n)));
            duplicate_index(*batch.db, "00004").collect(event, folded, folded.data, rows);
            one_by_one.keep(event, folded.data, n);
        }
        must(duplicate_index(*batch.db, "00004").write(rows));
        QCOMPARE(batch.rows("duplicate_data"), std::int64_t(20));
        QCOMPARE(batch.rows("duplicate_key"), one_by_one.rows("duplicate_key"));
    }

    void values_of_another_definition_are_not_compared()
    {
        const auto& how = birth().duplicates;
        const auto mine = compared_values(birth(), example_of(birth()), "00004");
        QVERIFY(sum_of(compare_values(how, mine, mine)) >= how.threshold);
        QVERIFY(compare_values(how, mine, mine + "more\n").empty());
        QVERIFY(compare_values(how, mine, "").empty());
    }

    void the_reasons_come_back_as_they_were_written()
    {
        const std::vector<compared_field> fields{
            {"child.full_name", agreement::close, 25}, {"child.gender", agreement::different, -70}};
        const auto text = agreements_as_text(fields);
        QCOMPARE(text, std::string("child.full_name close 25;child.gender different -70"));
        QCOMPARE(agreements_as_text(parse_agreements(text)), text);
        QCOMPARE(
            agreements_as_text(parse_agreements("a b;child.gender equal x;;c equal 1 ;d equal 2")),
            std::string("d equal 2")
        );
    }

    void a_malformed_definition_is_refused_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* text) { QTest::newRow(text) << text; };
        row(R"({"keys": [[{"name": "a"}]], "compare": []})");
        row(R"({"threshold": 1, "compare": []})");
        row(R"({"threshold": 1, "keys": [[]], "compare": []})");
        row(R"({"threshold": 1, "keys": [[{"shape": "a"}]], "compare": []})");
        row(R"({"threshold": 1, "keys": [[{"name": "a"}]], "compare": []})");
        row(R"({"threshold": 1, "keys": [[{"name": "a"}]], "compare": [{"field": "a"}]})");
        row(R"({"threshold": 1, "keys": [[{"name": "a"}]],
                "compare": [{"field": "a", "by": "name", "weights": {"alike": 1}}]})");
    }

    void a_malformed_definition_is_refused()
    {
        QFETCH(QString, text);
        const auto source = must(parse_json(text.toStdString()));
        const auto parsed = parse_duplicate_definition({{"duplicates", source}});
        QVERIFY(!parsed && parsed.error().detail.starts_with("duplicates: "));
    }
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "duplicates_test.moc"
