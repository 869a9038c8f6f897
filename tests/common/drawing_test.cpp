// Reading a paper's drawing: what Inkscape writes is understood, what cannot be drawn is refused
// with its place.
#include "common/papers/book_pages.h"
#include "tests/support/births.h"
#include "tests/support/papers.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

void add_rows(std::initializer_list<std::tuple<const char*, std::string, const char*>> rows)
{
    QTest::addColumn<std::string>("svg");
    QTest::addColumn<std::string>("expected");
    for (const auto& [name, svg, expected] : rows)
        QTest::newRow(name) << svg << std::string(expected);
}

std::vector<draw_list> pages_of(int rows, const std::string& title = "Nguyễn Văn An")
{
    std::vector<book_row> all;
    for (int i = 1; i <= rows; ++i)
        all.push_back({to_display({"BIRTH", 2026, i}), "2026-11-23", title});
    return book_pages(
        real_definitions(),
        *real_definitions().find_book("BIRTH"),
        ba_dinh(),
        2026,
        all,
        half_square_letters()
    );
}

} // namespace

class DrawingTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_drawing_that_cannot_be_drawn_is_refused_with_its_place_data()
    {
        add_rows({
            {"nothing", "", "drawing: character 0: "},
            {"no XML", "birth certificate", "drawing: character "},
            {"cut", svg_with_fill("").substr(0, 30), "drawing: character "},
            {"another document",
             "<html><body/></html>",
             "layers \"blank\" and \"fill\" are needed"},
            {"no blank layer",
             "<svg><g id=\"fill\"/></svg>",
             "layers \"blank\" and \"fill\" are needed"},
            {"no fill layer",
             "<svg><g id=\"blank\"/></svg>",
             "layers \"blank\" and \"fill\" are needed"},
            {"a circle",
             svg_with_blank(R"(<circle cx="1"/>)"),
             "drawing: circle at (, ): only text, line and rect"},
            {"a picture",
             svg_with_blank(R"(<image x="5" y="6"/>)"),
             "drawing: image at (5, 6): only text"},
            {"a turned text",
             svg_with_blank(R"svg(<text x="20" y="65" transform="rotate(5)">A</text>)svg"),
             "drawing: text at (20, 65): transforms"},
            {"a moved group",
             svg_with_blank(R"svg(<g transform="translate(1,2)"/>)svg"),
             "drawing: g at (, ): transforms"},
            {"a moved box",
             svg_with_fill(R"svg(<rect x="1" y="2" transform="scale(2)"/>)svg"),
             "drawing: rect at (1, 2): transforms"},
            {"a text without place",
             svg_with_blank("<text y=\"5\">A</text>"),
             "drawing: text at (, 5): x must be a number"},
            {"a line without end",
             svg_with_blank(R"(<line x1="1" y1="1" x2="9"/>)"),
             "y2 must be a number of millimetres"},
            {"a frame of no size",
             svg_with_blank(R"(<rect x="1" y="1" width="wide" height="2"/>)"),
             "width must be a number"},
            {"a box far away",
             svg_with_fill(R"(<rect x="3000" y="1" width="5" height="2" data-field="a"/>)"),
             "x must be a number"},
            {"not a number",
             svg_with_fill(R"(<rect x="nan" y="1" width="5" height="2" data-field="a"/>)"),
             "x must be a number"},
            {"a box without field",
             svg_with_fill(R"(<rect x="3" y="4" width="5" height="2"/>)"),
             "drawing: rect at (3, 4): data-field is missing"},
            {"a text to fill",
             svg_with_fill(R"(<text x="3" y="4">A</text>)"),
             "the fill layer holds rect only"},
            {"a text of two lines",
             svg_with_blank(
                 R"(<text x="3" y="4"><tspan x="3" y="4">A</tspan><tspan x="3" y="9">B</tspan></text>)"
             ),
             "drawing: text at (3, 4): one line"},
            {"a text of two styles",
             svg_with_blank(
                 R"(<text x="3" y="4"><tspan x="3" y="4">A<tspan>B</tspan></tspan></text>)"
             ),
             "drawing: text at (3, 4): one line"},
            {"a text beside its span",
             svg_with_blank(R"(<text x="3" y="4">Số: <tspan x="9" y="4">A</tspan></text>)"),
             "drawing: text at (3, 4): one line"},
        });
    }

    void a_drawing_that_cannot_be_drawn_is_refused_with_its_place()
    {
        QFETCH(std::string, svg);
        QFETCH(std::string, expected);
        const auto read = parse_drawing(svg);
        QCOMPARE(failure_of(read), std::string("invalid_input"));
        QVERIFY2(holds(detail_of(read), expected), detail_of(read).c_str());
    }

    void a_drawing_has_a_limit_of_elements()
    {
        const auto lines = [](int count) {
            return svg_with_blank(
                QString(R"(<line x1="1" y1="1" x2="2" y2="2"/>)").repeated(count).toStdString()
            );
        };
        QCOMPARE(must(parse_drawing(lines(2000))).blank.size(), std::size_t(2000));
        const auto too_many = parse_drawing(lines(2001));
        QVERIFY2(holds(detail_of(too_many), "too many elements"), detail_of(too_many).c_str());
    }

    void what_is_pre_printed_is_read_as_it_is_drawn_data()
    {
        add_rows({
            {"text",
             svg_with_blank(R"(<text x="20" y="65.5" font-size="4.4">Họ tên:</text>)"),
             "text 2000 6550 440 left \"Họ tên:\"\n"},
            {"title in the middle",
             svg_with_blank(
                 R"(<text x="105" y="45" font-size="9" font-weight="bold" text-anchor="middle">GIẤY</text>)"
             ),
             "text 10500 4500 900 bold center \"GIẤY\"\n"},
            {"as Inkscape saves it",
             svg_with_blank(
                 R"(<text style="font-style:italic;font-size:4.4px;text-anchor:end" x="1" y="2"><tspan x="20" y="65">A</tspan></text>)"
             ),
             "text 2000 6500 440 italic right \"A\"\n"},
            {"a longer name is not the property",
             svg_with_blank(R"(<text x="1" y="2" style="x-font-size:9;font-size:3">A</text>)"),
             "text 100 200 300 left \"A\"\n"},
            {"in a group",
             svg_with_blank(R"(<g><g><text x="1" y="2">A</text></g></g><title>T</title>)"),
             "text 100 200 440 left \"A\"\n"},
            {"line",
             svg_with_blank(R"(<line x1="1" y1="2" x2="3" y2="4" stroke-width="0.1"/>)"),
             "line 100 200 300 400 10\n"},
            {"frame",
             svg_with_blank(R"(<rect x="1mm" y="2" width="3" height="4"/>)"),
             "frame 100 200 300 400 20\n"},
        });
    }

    void what_is_pre_printed_is_read_as_it_is_drawn()
    {
        QFETCH(std::string, svg);
        QFETCH(std::string, expected);
        QCOMPARE(to_text(must(parse_drawing(svg)).blank), expected);
    }

    void a_box_is_read_with_its_rules()
    {
        const auto drawn = must(parse_drawing(
            R"(<svg width="148mm" height="210mm"><g id="blank"/><g id="fill"><rect x="1" y="2" width="30" height="10"
               data-field="child.full_name" data-format="year" data-lines="2" data-font-size="4.6" data-min-font-size="3.2"
               data-font-weight="bold" data-align="center" data-case="upper"/>
               <rect x="1" y="2" width="30" height="10" data-field="a" data-lines="0"/></g></svg>)"
        ));
        QCOMPARE(drawn.width, 14800);
        QCOMPARE(drawn.height, 21000);
        const auto& box = drawn.boxes.front();
        QCOMPARE(box.field + " " + box.format, std::string("child.full_name year"));
        QVERIFY(box.x == 100 && box.y == 200 && box.w == 3000 && box.h == 1000 && box.lines == 2);
        QVERIFY(box.font == (font_style{460, true, false}) && box.min_font_size == 320);
        QVERIFY(box.align == text_align::center && box.upper);
        QCOMPARE(drawn.boxes.back().lines, 1);
    }

    void a_book_has_a_heading_on_every_page_and_no_name_is_cut()
    {
        QCOMPARE(pages_of(0).size(), std::size_t(1));
        QCOMPARE(pages_of(32).size(), std::size_t(1));
        const auto pages = pages_of(33);
        QCOMPARE(pages.size(), std::size_t(2));
        for (const auto& page : pages)
            QVERIFY(holds(to_text(page.fill), "SỔ ĐĂNG KÝ KHAI SINH"));
        QVERIFY(
            holds(to_text(pages[0].fill), "\"32/2026\"")
            && !holds(to_text(pages[0].fill), "\"33/2026\"")
        );
        QVERIFY(
            holds(to_text(pages[1].fill), "\"33/2026\"") && holds(to_text(pages[1].fill), "\"2/2\"")
        );
        QVERIFY(
            holds(to_text(pages[0].fill), "\"23/11/2026\"")
            && holds(to_text(pages[0].fill), "\"NGUYỄN VĂN AN\"")
        );
        const auto name =
            "Nguyễn Thị Thương Thương Thương Thương Thương Thương Thương Thương Thương Thương";
        const auto page = pages_of(1, name).front();
        for (const auto& command : page.fill) {
            const auto* text = std::get_if<draw_text>(&command);
            if (text == nullptr || !holds(text->text, "THƯƠNG")) continue;
            QCOMPARE(text->text.size(), std::string(name).size());
            QVERIFY(text->x + half_square_letters().width_hmm(text->text, text->font) <= 19000);
        }
    }
};

QTEST_GUILESS_MAIN(DrawingTest)
#include "drawing_test.moc"
