// Tables that people bring from a spreadsheet: read as CSV is, and refused where they would do
// harm; and the accounts that stand in one.
#include "common/accounts/account_import.h"
#include "common/base/files.h"
#include "common/base/xlsx_table.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>
#include <QTest>
#include <zip.h>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* workbook_xml =
    R"(<workbook xmlns:r="r"><workbookPr/><sheets><sheet r:id="a"/></sheets></workbook>)";
constexpr const char* relations_xml =
    R"(<Relationships><Relationship Id="a" Type="t/worksheet" Target="worksheets/s.xml"/>)"
    R"(<Relationship Id="b" Type="t/sharedStrings" Target="/xl/strings.xml"/></Relationships>)";
constexpr const char* strings_xml = "<sst><si><t>name</t></si><si><t>from</t></si></sst>";

std::string sheet_xml(const std::string& rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

/// Header cells "name" and "from" in A1 and B1.
const std::string header =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)";

using parts = std::map<std::string, std::string>;

parts workbook_of(const std::string& rows)
{
    return {
        {"xl/workbook.xml", workbook_xml},
        {"xl/_rels/workbook.xml.rels", relations_xml},
        {"xl/strings.xml", strings_xml},
        {"xl/worksheets/s.xml", sheet_xml(rows)}};
}

std::string zipped(const parts& content)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath("t.xlsx").toStdString();
    auto* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
    for (const auto& [name, text] : content)
        zip_file_add(
            archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0
        );
    if (zip_close(archive) != 0) qFatal("no archive");
    return must(read_file(file, 64u << 20u));
}

result<std::vector<csv_row>> read(const parts& content)
{
    return parse_xlsx(zipped(content), {"from", "until"});
}

std::string data_file(const char* name)
{
    return must(read_file(std::string(HOTICH_SOURCE "/tests/data/tables/") + name, 1u << 20u));
}

} // namespace

class TablesTest : public QObject
{
    Q_OBJECT

private slots:

    void cells_are_read_as_they_are_meant_data()
    {
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        const auto row = [](const char* what, const char* cells, const char* name, const char* from
                         ) {
            QTest::newRow(what) << QString(cells) << QString(name) << QString(from);
        };
        row("text", R"(<c r="A2" t="inlineStr"><is><t> a  b </t></is></c>)", "a b", "");
        row("runs",
            R"(<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>)",
            "ab",
            "");
        row("whole number", R"(<c r="A2"><v>1.2E+3</v></c>)", "1200", "");
        row("broken number", R"(<c r="A2"><v>0.5</v></c>)", "0.5", "");
        row("day", R"(<c r="B2"><v>46357</v></c>)", "", "2026-12-01");
        row("day with an hour", R"(<c r="B2"><v>46357.75</v></c>)", "", "2026-12-01");
        row("day as text", R"(<c r="B2" t="str"><v>01/12/2026</v></c>)", "", "01/12/2026");
        row("without references", R"(<c><v>1</v></c><c><v>46357</v></c>)", "1", "2026-12-01");
        row("prefixed", R"(<x:c r="A2"><x:v>7</x:v></x:c>)", "7", "");
    }

    void cells_are_read_as_they_are_meant()
    {
        QFETCH(QString, cells);
        QFETCH(QString, name);
        QFETCH(QString, from);
        const auto rows =
            must(read(workbook_of(header + "<row r=\"2\">" + cells.toStdString() + "</row>")));
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(rows.front().at("name")), name);
        QCOMPARE(QString::fromStdString(rows.front().at("from")), from);
        QCOMPARE(rows.front().line, 2);
    }

    void the_other_epoch_is_known()
    {
        auto content = workbook_of(header + R"(<row r="2"><c r="B2"><v>44895</v></c></row>)");
        content["xl/workbook.xml"] =
            R"(<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="a"/></sheets></workbook>)";
        QCOMPARE(must(read(content)).front().at("from"), std::string("2026-12-01"));
    }

    void what_is_wrong_names_its_cell_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* what, const std::string& rows, const char* place) {
            QTest::newRow(what) << QString::fromStdString(rows) << QString(place);
        };
        row("error", header + R"(<row r="7"><c r="A7" t="e"><v>#N/A</v></c></row>)", "A7");
        row("text", header + R"(<row r="7"><c r="A7" t="s"><v>9</v></c></row>)", "A7");
        row("no day", header + R"(<row r="7"><c r="B7"><v>-3</v></c></row>)", "B7");
        row("endless day", header + R"(<row r="7"><c r="B7"><v>9e99</v></c></row>)", "B7");
        row("no header", header + R"(<row r="7"><c r="C7"><v>1</v></c></row>)", "C7");
        row("far", header + R"(<row r="7"><c r="ZZZ7"><v>1</v></c></row>)", "ZZZ7");
        row("long",
            header + R"(<row r="7"><c r="A7" t="str"><v>)" + std::string(5000, 'a')
                + "</v></c></row>",
            "A7");
        row("row", header + R"(<row r="99999999"><c r="A1"><v>1</v></c></row>)", "row");
        row(
            "many",
            header +
                [] {
                    std::string all;
                    for (std::size_t i = 0; i <= max_table_rows; ++i)
                        all += "<row><c><v>1</v></c></row>";
                    return all;
                }(),
            "rows"
        );
    }

    void what_is_wrong_names_its_cell()
    {
        QFETCH(QString, rows);
        QFETCH(QString, place);
        const auto read_rows = read(workbook_of(rows.toStdString()));
        QVERIFY(!read_rows);
        QCOMPARE(read_rows.error().code, failure_code::invalid_input);
        QVERIFY2(
            read_rows.error().detail.find(place.toStdString()) != std::string::npos,
            read_rows.error().detail.c_str()
        );
    }

    void an_archive_that_would_do_harm_is_refused()
    {
        auto bomb = workbook_of(std::string(max_xlsx_part_bytes, ' '));
        QVERIFY(zipped(bomb).size() < max_xlsx_bytes);
        QCOMPARE(read(bomb).error().code, failure_code::invalid_input);
        auto outside = workbook_of(header);
        outside["xl/_rels/workbook.xml.rels"] =
            R"(<Relationships><Relationship Id="a" Type="t/worksheet" Target="../../etc/passwd"/></Relationships>)";
        QVERIFY(!read(outside));
        auto crowded = workbook_of(header);
        for (int i = 0; i < max_xlsx_parts; ++i)
            crowded["x" + std::to_string(i)] = "";
        QVERIFY(!read(crowded));
        const auto whole = zipped(workbook_of(header));
        for (std::size_t size = 0; size < whole.size(); size += 7)
            QVERIFY(!parse_xlsx(std::string_view(whole).substr(0, size), {}));
        QVERIFY(!parse_xlsx(std::string(max_xlsx_bytes + 1, 'P'), {}));
    }

    void accounts_of_a_spreadsheet_are_read()
    {
        const auto lines = must(read_account_table(data_file("accounts.xlsx"), real_definitions()));
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].line, 3);
        QCOMPARE(
            to_text(lines[0].wanted),
            to_text(
                {{"name", "moi.a"},
                 {"full_name", "Nguyễn Văn A"},
                 {"role", "registrar"},
                 {"unit", "commune:00004"},
                 {"from", "2026-12-01"}}
            )
        );
        QCOMPARE(text_at(lines[1].wanted, "role"), "reception");
        QCOMPARE(text_at(lines[1].wanted, "unit"), "commune:00070");
        const auto wrong = read_account_table(data_file("accounts_error.xlsx"), real_definitions());
        QVERIFY(wrong.error().detail.starts_with("C7: "));
    }

    void a_table_of_accounts_says_what_is_wrong_by_itself()
    {
        const auto& known = real_definitions();
        const auto lines = must(read_account_table(
            "name;full_name;role;unit;until\na.b;A;registrar;00004;31/12/"
            "2026\na.b;B;registrar;00004;\n"
            "Sai;C;registrar;00004;\nd.e;;registrar;00004;\n",
            known
        ));
        const std::vector<std::string> wanted{"", "name_twice", "name_wrong", "full_name_needed"};
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QCOMPARE(lines[i].trouble, wanted[i]);
        QCOMPARE(text_at(lines[0].wanted, "until"), "2026-12-31");
        QCOMPARE(
            read_account_table("name,role\na,b\n", known).error().detail,
            std::string("column_missing full_name")
        );
        QCOMPARE(read_account_table("", known).error().detail, std::string("table_empty"));
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "tables_test.moc"
