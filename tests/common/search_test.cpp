// Finding a record again: by words, by number, by document, by the beginning of an id.
#include "common/base/text.h"
#include "common/register/register_file.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

/// Six children of one office, the first two numbered.
struct office
{
    server at;
    seeded_random random{3};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, "00004", random);
    std::map<std::string, std::string> child; ///< by record

    office()
    {
        for (const auto* name : {"Nguyễn Văn An", "Nguyễn Thị Bình Đức"})
            add(birth_of(name));
        must(synchronise(*desk, at));
        auto with_pin = birth_of("Nguyễn Đức An");
        set_path(with_pin, "mother.full_name", json::value("Trần H'Hen Niê"));
        set_path(with_pin, "mother.pin", json::value("001196099999"));
        add(with_pin);
        auto foreign = birth_of("Nguyễn Anna-Maria");
        set_path(foreign, "mother.full_name", json::value("Sørensen Åse"));
        add(foreign);
        add(birth_of("Nguyễn Ấn Hoà"));
        auto notice = birth_of("Nguyễn Ưng");
        set_path(notice, "gcs_code", json::value("05555.GCS.00567.26"));
        set_path(notice, "gcs_date", json::value("2026-11-11"));
        add(notice);
    }

    void add(json::object data)
    {
        set_path(data, "father.full_name", json::value("Nguyễn Quốc Minh"));
        set_path(data, "requester.full_name", json::value("Nguyễn Quốc Minh"));
        std::vector<override_reason> reasons;
        for (const auto& item : desk->check(birth(), data, monday_morning).findings)
            reasons.push_back({item.rule, "", "reason", "document"});
        const auto outcome = register_data(*desk, data, reasons);
        if (!outcome.is_stored()) qFatal("not stored: %s", as_text(outcome.findings).c_str());
        child[outcome.record] = std::string(text_at(data, "child.full_name"));
    }

    /// The names found, in the order of the list.
    std::string found(const std::string& typed, std::int64_t limit = 10) const
    {
        std::string names;
        for (const auto& line : must(desk->search(typed, limit)))
            names += line.title + ", ";
        return names;
    }
};

const office& here()
{
    static const office one;
    return one;
}

constexpr const char* everyone =
    "Nguyễn Anna-Maria, Nguyễn Thị Bình Đức, Nguyễn Văn An, Nguyễn Đức An, "
    "Nguyễn Ưng, Nguyễn Ấn Hoà, ";

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void words_are_found_data()
    {
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("names");
        const auto row = [](const char* typed, const char* names) {
            QTest::newRow(*typed == '\0' ? "nothing" : typed)
                << std::string(typed) << std::string(names);
        };
        row("Nguyễn Văn An", "Nguyễn Văn An, ");
        row("an văn nguyễn", "Nguyễn Văn An, ");
        row("NGUYEN VAN AN", "Nguyễn Văn An, ");
        row("nguye\u0302\u0303n va\u0306n", "Nguyễn Văn An, ");
        row("ngu", everyone);
        row("duc", "Nguyễn Thị Bình Đức, Nguyễn Đức An, ");
        row("đuc an", "Nguyễn Đức An, ");
        row("hòa", "Nguyễn Ấn Hoà, ");
        row("ung", "Nguyễn Ưng, ");
        row("nie", "Nguyễn Đức An, "); // the mother
        row("h'hen", "Nguyễn Đức An, ");
        row("H’Hen", "Nguyễn Đức An, ");
        row("h' hen nie", "Nguyễn Đức An, ");
        row("anna maria", "Nguyễn Anna-Maria, ");
        row("maria-anna", "Nguyễn Anna-Maria, ");
        row("s", "Nguyễn Anna-Maria, "); // ø is no letter with a mark
        row("sørensen", "Nguyễn Anna-Maria, ");
        row("ase", "Nguyễn Anna-Maria, ");
        row("nguyenvan", "");
        row("guyen", ""); // words are found from their beginning
        row("lê", "");
        row("", "");
        row("   ", "");
        row("- ' .", "");
        row("minh nguyen van quoc", "Nguyễn Văn An, "); // the father's given name among them
        row("an nguyen duc", "Nguyễn Đức An, ");        // the given name first
        row("duc binh thi ng", "Nguyễn Thị Bình Đức, ");
        row("nguyen duc an tran hhen n", "Nguyễn Đức An, ");   // child and mother
        row("tran hhen nie nguyen quoc m", "Nguyễn Đức An, "); // mother and father
        row("hhen ase", "");
    }

    void words_are_found()
    {
        QFETCH(std::string, typed);
        QFETCH(std::string, names);
        QCOMPARE(here().found(typed), names);
    }

    void numbers_are_found_data()
    {
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("names");
        const auto row = [](const char* typed, const char* names) {
            QTest::newRow(typed) << std::string(typed) << std::string(names);
        };
        row("1/2026", "Nguyễn Văn An, ");
        row("01/2026", "Nguyễn Văn An, ");
        row("0001/2026", "Nguyễn Văn An, ");
        row("2/2026", "Nguyễn Thị Bình Đức, ");
        row("2/2026 duc", "Nguyễn Thị Bình Đức, ");
        row("2/2026 van", "");
        row("3/2026", "");
        row("1/2025", "");
        row("001196099999", "Nguyễn Đức An, ");
        row("0011960999", "Nguyễn Đức An, ");
        row("05555.GCS.00567.26", "Nguyễn Ưng, ");
        row("05555gcs", "Nguyễn Ưng, ");
        row("05555gcs ung", "Nguyễn Ưng, ");
    }

    void numbers_are_found()
    {
        QFETCH(std::string, typed);
        QFETCH(std::string, names);
        QCOMPARE(here().found(typed), names);
    }

    void signs_of_a_query_language_are_harmless_data()
    {
        QTest::addColumn<std::string>("typed");
        for (const auto* typed :
             {"%",
              "_",
              "%%%",
              "a%",
              "nguy_n",
              "%an%",
              "'; DROP TABLE record; --",
              "\"an\"",
              "an*",
              "an OR 1=1",
              "\\",
              "(an",
              "\xff\xfe",
              "an\xff",
              "$1",
              "?"})
            QTest::newRow(typed) << std::string(typed);
        QTest::newRow("a long text") << std::string(100'000, 'a');
        QTest::newRow("many words") << QString("an ").repeated(2000).toStdString();
    }

    void signs_of_a_query_language_are_harmless()
    {
        QFETCH(std::string, typed);
        const auto found = here().desk->search(typed, 10);
        QVERIFY2(found.has_value(), detail_of(found).c_str());
        if (typed.find_first_of("%_") != std::string::npos && typed.find("an") == std::string::npos)
            QVERIFY(found->size() < 6);
        QCOMPARE(here().found("nguyen"), std::string(everyone));
    }

    void what_has_the_words_in_order_comes_before_the_rest()
    {
        const auto lines = must(here().desk->search("nguyen an", 1));
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines.front().title, std::string("Nguyễn Ấn Hoà"));
    }

    void a_register_of_before_is_found_by_what_it_holds()
    {
        auto files = must(open_in_memory());
        auto& db = *files;
        seeded_random random{4};
        server at;
        auto desk =
            must(desk_register::over(std::move(files), "Clerk", real_definitions(), random));
        enrol(at, *desk, "00004");
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        const auto keys = [&db] {
            std::string text;
            for (const auto& row : must(db.query("SELECT word, record FROM search_key ORDER BY 1")))
                text += row.text(0) + " " + row.text(1) + "\n";
            for (const auto& row : must(db.query("SELECT words FROM record")))
                text += row.text(0) + "\n";
            return text;
        };
        const auto before = keys();
        must(db.execute_script(
            "DROP TABLE account; DROP TABLE issued_paper; DROP TABLE blank_move; DROP TABLE "
            "search_waiting; DROP TABLE search_key; CREATE TABLE "
            "search_key (office "
            "TEXT, word TEXT, record TEXT); UPDATE record SET words = ' an nguyen van '; DELETE "
            "FROM migration WHERE part = 'log' AND number >= 7"
        ));
        must(put_register_in_order(db, real_definitions().folder()));
        QCOMPARE(keys(), before);
        QCOMPARE(must(desk->search("van an", 10)).at(0).record, record);
        must(put_register_in_order(db, real_definitions().folder())); // once is enough
        QCOMPARE(keys(), before);
    }

    void what_nobody_would_call_a_name_leaves_keys_of_a_bounded_size()
    {
        const auto keys_of = [](const std::string& name) {
            record entry;
            set_path(entry.data, "child.full_name", json::value(name));
            set_path(entry.data, "mother.full_name", json::value("Trần Thị Hoà"));
            set_path(entry.data, "mother.id_doc.number", json::value(std::string(5000, '7')));
            return search_terms_of(birth(), entry, entry.data).keys();
        };
        std::string many;
        for (int n = 0; n < 5000; ++n)
            many += "an ba ";
        for (const auto& name : {many, std::string(50'000, 'a'), std::string("ø") + many}) {
            const auto keys = keys_of(name);
            QVERIFY(keys.size() < 100);
            for (const auto& key : keys)
                QVERIFY(key.size() < 1700 && is_valid_utf8(key));
        }
        QCOMPARE(keys_of("Nguyễn An").size(), std::size_t(2 + 3 + 1));
    }

    void no_more_is_found_than_was_asked_for()
    {
        QCOMPARE(must(here().desk->search("nguyen", 2)).size(), std::size_t(2));
        QCOMPARE(must(here().desk->search("nguyen", 0)).size(), std::size_t(0));
        QCOMPARE(must(here().desk->search("nguyen", 100)).size(), std::size_t(6));
    }

    void a_record_is_meant_by_its_number_or_the_beginning_of_its_id()
    {
        for (const auto& [record, name] : here().child) {
            QCOMPARE(must(here().desk->resolve(record)), record);
            QCOMPARE(must(here().desk->resolve(record.substr(0, 35))), record);
            if (name == "Nguyễn Văn An") {
                for (const auto* typed : {"1/2026", "01/2026", "001/2026"})
                    QCOMPARE(must(here().desk->resolve(typed)), record);
            }
        }
    }

    void what_means_no_record_or_several_is_told_apart()
    {
        const auto some = here().child.begin()->first;
        QCOMPARE(
            failure_of(here().desk->resolve(some.substr(0, 8))), std::string("conflict")
        ); // made in one second
        for (const auto* typed :
             {"",
              "0",
              "1",
              "3/2026",
              "1/2025",
              "/2026",
              "1/",
              "/",
              "x/y",
              "01/2026x",
              "1x/2026",
              "-1/2026",
              "zzzzzzzzzz",
              "%"})
            QCOMPARE(failure_of(here().desk->resolve(typed)), std::string("not_found"));
        const std::string unknown = "01890a5d-ac96-774b-bcce-b302099a8057";
        QCOMPARE(
            failure_of(here().desk->load(must(here().desk->resolve(unknown)))),
            std::string("not_found")
        );
    }

    void a_list_has_what_is_in_its_state()
    {
        QCOMPARE(must(here().desk->in_state(record_state::registered, 10)).size(), std::size_t(2));
        QCOMPARE(must(here().desk->in_state(record_state::pending, 10)).size(), std::size_t(4));
        QCOMPARE(must(here().desk->in_state(record_state::pending, 3)).size(), std::size_t(3));
        QVERIFY(must(here().desk->in_state(record_state::held, 10)).empty());
        QCOMPARE(must(here().desk->book("BIRTH", 2026)).size(), std::size_t(2));
        QVERIFY(must(here().desk->book("BIRTH", 2025)).empty());
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
