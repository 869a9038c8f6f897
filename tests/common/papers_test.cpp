// What stands on a paper. tests/data/papers/*.txt are the papers as text; HOTICH_WRITE_PAPERS=1
// writes them anew.
#include "common/base/files.h"
#include "tests/support/births.h"
#include "tests/support/papers.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <qrencode.h>

#include <set>

using namespace hotich;
using namespace hotich::test;

namespace {

json::object lawful()
{
    return must(read_json_file(HOTICH_SOURCE "/tests/events/birth/lawful_birth.json")).get_object();
}

json::object changed(std::initializer_list<std::pair<const char*, json::value>> changes)
{
    auto data = lawful();
    for (const auto& [path, value] : changes)
        if (value.is_null())
            remove_path(data, path);
        else
            set_path(data, path, value);
    return data;
}

json::object father_unknown()
{
    return changed(
        {{"birth_case", "3"},
         {"father", nullptr},
         {"parents_marriage", nullptr},
         {"child.full_name", "Trần Gia Bảo"}}
    );
}

json::object foundling()
{
    return changed(
        {{"birth_case", "4"},
         {"father", nullptr},
         {"mother", nullptr},
         {"parents_marriage", nullptr},
         {"child.ethnic", nullptr},
         {"notes", "Biên bản số 3"}}
    );
}

json::object old_birth()
{
    return changed(
        {{"reg_type", "2"},
         {"child.birth_date", "1975-04"},
         {"child.birth_date_words", "tháng tư năm một nghìn chín trăm bảy mươi lăm"},
         {"mother.birth_date", "1950"},
         {"father.birth_date", "1945-09"},
         {"child.home_place", {{"as_written", "Làng Vân, tổng Nội, phủ Hoài, tỉnh Hà Đông"}}},
         {"requester.id_doc",
          {{"type", "OTHER"}, {"other_name", "Thẻ nhà báo"}, {"number", "NB-12"}}}}
    );
}

json::object long_names()
{
    return changed(
        {{"child.full_name",
          "Nguyễn Thị Thương Thương Thương Thương Thương Thương Thương Thương Thương Thương"},
         {"mother.full_name", "Công Tằng Tôn Nữ Diệu Quỳnh Như Hoàng Bảo Ngọc"}}
    );
}

struct paper
{
    const char* name;
    const char* certificate;
    json::object (*data)();
};

const std::vector<paper> papers{
    {"certificate", "birth_certificate", lawful},
    {"certificate_father_unknown", "birth_certificate", father_unknown},
    {"certificate_foundling", "birth_certificate", foundling},
    {"certificate_old_birth", "birth_certificate", old_birth},
    {"certificate_long_names", "birth_certificate", long_names},
    {"extract", "birth_extract", lawful},
    {"extract_foundling", "birth_extract", foundling},
    {"extract_old_birth", "birth_extract", old_birth},
};

/// One box of 60 × 12 mm for the child's name at 4 mm, down to 2 mm.
std::string name_box(int lines)
{
    return R"(<rect x="10" y="20" width="60" height="12" data-field="child.full_name" data-font-size="4" data-min-font-size="2" data-lines=")"
        + std::to_string(lines) + "\"/>";
}

std::string box_of(const char* field, const char* format = "")
{
    return std::string(R"(<rect x="0" y="0" width="190" height="10" data-field=")") + field
        + R"(" data-format=")" + format + "\"/>";
}

/// The text in one box, or "" where nothing is drawn.
std::string text_in(const char* field, const json::object& data, const char* format = "")
{
    const auto composed = must(compose_boxes(box_of(field, format), data));
    return composed.fill.empty() ? "" : std::get<draw_text>(composed.fill.front()).text;
}

/// The modules that the bars of a code cover, as (row, column).
std::set<std::pair<int, int>> modules_of(
    const std::vector<draw_command>& bars, int left, int top, int module
)
{
    std::set<std::pair<int, int>> dark;
    for (const auto& command : bars) {
        const auto& bar = std::get<draw_bar>(command);
        for (int x = bar.x; x < bar.x + bar.w; x += module)
            if (!dark.emplace((bar.y - top) / module, (x - left) / module).second)
                qFatal("a module is drawn twice");
    }
    return dark;
}

} // namespace

class PapersTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_paper_is_filled_as_it_was_reviewed_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < papers.size(); ++i)
            QTest::newRow(papers[i].name) << int(i);
    }

    void a_paper_is_filled_as_it_was_reviewed()
    {
        QFETCH(int, index);
        const auto& paper = papers[std::size_t(index)];
        const auto text = filled(paper.certificate, paper.data(), "");
        const auto file = std::string(HOTICH_SOURCE "/tests/data/papers/") + paper.name + ".txt";
        if (qEnvironmentVariableIsSet("HOTICH_WRITE_PAPERS")) must(replace_file(file, text));
        QCOMPARE(text, must(read_file(file, 1 << 20)));
    }

    void every_field_of_a_drawing_is_one_of_the_definition_or_the_office()
    {
        for (const auto& paper : birth().papers) {
            const auto drawn =
                must(parse_drawing(must(real_definitions().drawing(paper.certificate))));
            QVERIFY(!drawn.blank.empty() && !drawn.boxes.empty());
            for (const auto& box : drawn.boxes) {
                const bool is_computed = box.field.starts_with("entry.")
                    || box.field.starts_with("office.") || box.field.starts_with("issue.")
                    || box.field == "check_token";
                const bool is_group =
                    is_known(birth().example, box.field); // an id document is one box
                QVERIFY2(
                    is_computed || is_group || birth().find_field(box.field) != nullptr,
                    box.field.c_str()
                );
            }
        }
    }

    void a_long_name_shrinks_then_wraps_then_is_refused_data()
    {
        QTest::addColumn<int>("letters");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("lines_drawn");
        // 60 mm hold 30 letters of 4 mm, 33 of 3.6 mm, 60 of 2 mm.
        QTest::newRow("fits") << 30 << 1 << 400 << 1;
        QTest::newRow("one too many") << 31 << 1 << 380 << 1;
        QTest::newRow("smallest") << 60 << 1 << 200 << 1;
        QTest::newRow("too long for one line") << 61 << 1 << 0 << 0;
        QTest::newRow("fits one of two lines") << 30 << 2 << 400 << 1;
        QTest::newRow("shrinks a little first") << 33 << 2 << 360 << 1;
        QTest::newRow("wraps") << 35 << 2 << 400 << 2;
        QTest::newRow("wraps and shrinks") << 75 << 2 << 300 << 2;
        QTest::newRow("too long for two lines") << 130 << 2 << 0 << 0;
    }

    void a_long_name_shrinks_then_wraps_then_is_refused()
    {
        QFETCH(int, letters);
        QFETCH(int, lines);
        QFETCH(int, size);
        QFETCH(int, lines_drawn);
        std::string name; // words of four letters
        for (int i = 0; i < letters; ++i)
            name += i % 5 == 4 && i + 1 < letters ? ' ' : 'a';
        const auto composed =
            compose_boxes(name_box(lines), changed({{"child.full_name", json::value(name)}}));
        if (size == 0) {
            QCOMPARE(failure_of(composed), std::string("invalid_input"));
            QCOMPARE(detail_of(composed), std::string("child.full_name"));
            return;
        }
        std::string drawn;
        for (const auto& command :
             must(compose_boxes(name_box(lines), changed({{"child.full_name", json::value(name)}}))
             ).fill) {
            const auto& line = std::get<draw_text>(command);
            drawn += (drawn.empty() ? "" : " ") + line.text;
            QCOMPARE(line.font.size_hmm, size);
            QVERIFY(half_square_letters().width_hmm(line.text, line.font) <= 6000);
            QVERIFY(line.y > 2000 && line.y <= 3200);
        }
        QCOMPARE(int(composed->fill.size()), lines_drawn);
        QCOMPARE(drawn, name); // nothing is cut
    }

    void a_word_longer_than_its_box_is_refused()
    {
        const auto word = std::string(61, 'a');
        const auto composed =
            compose_boxes(name_box(2), changed({{"child.full_name", json::value("An " + word)}}));
        QCOMPARE(detail_of(composed), std::string("child.full_name"));
    }

    void a_text_is_aligned_and_written_in_capitals()
    {
        const auto composed = must(compose_boxes(
            R"(<rect x="10" y="20" width="60" height="8" data-field="child.full_name" data-align="center" data-case="upper" data-font-weight="bold"/>
               <rect x="10" y="30" width="60" height="8" data-field="child.full_name" data-align="right"/>)",
            lawful()
        ));
        QCOMPARE(
            to_text(composed.fill),
            std::string("text 4000 2600 440 bold center \"NGUYỄN GIA BẢO\"\ntext 7000 3600 440 "
                        "right \"Nguyễn Gia Bảo\"\n")
        );
    }

    void what_is_unknown_is_left_blank()
    {
        for (const auto* field :
             {"father.full_name",
              "father.birth_date",
              "father.ethnic",
              "father.nationality",
              "father.residence"})
            QCOMPARE(text_in(field, father_unknown()), std::string());
        QCOMPARE(text_in("child.pin", lawful()), std::string());
        QCOMPARE(text_in("father.birth_date", father_unknown(), "year"), std::string());
        QCOMPARE(text_in("no.such.field", lawful()), std::string());
    }

    void a_date_is_written_whole_or_in_its_known_parts()
    {
        QCOMPARE(text_in("mother.birth_date", lawful()), std::string("14/03/1996"));
        QCOMPARE(text_in("mother.birth_date", lawful(), "year"), std::string("1996"));
        QCOMPARE(text_in("mother.birth_date", lawful(), "day"), std::string("14"));
        QCOMPARE(text_in("mother.birth_date", lawful(), "month"), std::string("03"));
        QCOMPARE(text_in("mother.birth_date", old_birth()), std::string("1950"));
        QCOMPARE(text_in("mother.birth_date", old_birth(), "day"), std::string());
        QCOMPARE(text_in("father.birth_date", old_birth()), std::string("09/1945"));
        QCOMPARE(
            text_in("child.birth_date_words", old_birth()),
            std::string("Tháng tư năm một nghìn chín trăm bảy mươi lăm")
        );
    }

    void a_place_is_named_as_it_was_called_on_its_day_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("after the merger")
            << "2025-07-01" << std::string("Phường Ba Đình, Thành phố Hà Nội");
        QTest::newRow("before it")
            << "2025-06-30" << std::string("Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội");
    }

    void a_place_is_named_as_it_was_called_on_its_day()
    {
        QFETCH(QString, day);
        QFETCH(std::string, expected);
        const auto on = *parse_date(day.toStdString());
        json::object address{{"country", "VN"}, {"province_code", "01"}, {"commune_code", "00004"}};
        if (on < civil_date{2025, 7, 1}) address["district_code"] = "001"; // one code, two units
        QCOMPARE(address_text(real_definitions(), address, on), expected);
    }

    void an_address_has_its_parts_in_order()
    {
        const auto& known = real_definitions();
        const civil_date today{2026, 11, 23};
        QCOMPARE(
            address_text(
                known,
                {{"country", "VN"},
                 {"province_code", "01"},
                 {"commune_code", "00004"},
                 {"detail", "Số 5"}},
                today
            ),
            std::string("Số 5, Phường Ba Đình, Thành phố Hà Nội")
        );
        QCOMPARE(
            address_text(known, {{"country", "FR"}, {"detail", "Paris"}}, today),
            std::string("Paris, Pháp")
        );
        QCOMPARE(
            address_text(known, {{"country", "FR"}, {"detail", "Paris"}}, today, "en"),
            std::string("Paris, France")
        );
        QCOMPARE(
            address_text(known, {{"as_written", "Làng Vân"}, {"province_code", "01"}}, today),
            std::string("Làng Vân")
        );
        QCOMPARE(
            address_text(known, {{"province_code", "99"}}, today), std::string("99")
        ); // nothing is dropped
        QCOMPARE(address_text(known, {}, today), std::string());
    }

    void a_code_holds_the_token_and_nothing_else()
    {
        const std::string token = "4AGK7QZ2M8X1C5V9B3N6T0WJ";
        const std::string box =
            R"(<rect x="20" y="250" width="24" height="24" data-field="check_token" data-format="qr"/>)";
        const auto composed = must(compose_boxes(box, lawful(), token));
        const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
            QRcode_encodeString(token.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free
        );
        QCOMPARE(code->width, 25);
        const int module = 2400 / (25 + 4);
        const int margin = (2400 - 25 * module) / 2;
        std::set<std::pair<int, int>> expected;
        for (int row = 0; row < 25; ++row)
            for (int column = 0; column < 25; ++column)
                if ((code->data[row * 25 + column] & 1) != 0) expected.emplace(row, column);
        QVERIFY(modules_of(composed.fill, 2000 + margin, 25000 + margin, module) == expected);
        QVERIFY(composed.fill.size() < expected.size() * 2 / 3); // runs are one bar
        QVERIFY(must(compose_boxes(box, lawful(), "")).fill.empty());
        QVERIFY(
            to_text(must(compose_boxes(box, lawful(), token + "A")).fill) != to_text(composed.fill)
        );
    }

    void a_code_that_cannot_be_drawn_is_refused()
    {
        const auto too_small = compose_boxes(
            R"(<rect x="20" y="250" width="0.2" height="0.2" data-field="check_token" data-format="qr"/>)",
            lawful(),
            "TOKEN"
        );
        QCOMPARE(detail_of(too_small), std::string("check_token"));
        const auto too_much = compose_boxes(
            R"(<rect x="20" y="250" width="24" height="24" data-field="check_token" data-format="qr"/>)",
            lawful(),
            std::string(3000, 'a')
        );
        QCOMPARE(detail_of(too_much), std::string("check_token"));
    }
};

QTEST_GUILESS_MAIN(PapersTest)
#include "papers_test.moc"
