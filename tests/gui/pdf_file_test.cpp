// A paper in its PDF: read, searched, seen and weighed as the people who get it do.
#include "desktop/app/qt_text.h"
#include "desktop/printing/fonts.h"
#include "desktop/printing/page_painter.h"
#include "desktop/printing/pdf_file.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace hotich;

namespace {

constexpr int top_hmm = 2000;
constexpr int pitch_hmm = 1000;

/// Every letter with its tones, letters that some fonts let grow together, and kerned pairs.
const std::array lines{
    draw_text{2000, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {440, true, false}},
    draw_text{10500, 0, "Độc lập - Tự do - Hạnh phúc", {420, true, false}, text_align::center},
    draw_text{19000, 0, "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆ", {400}, text_align::right},
    draw_text{2000, 0, "oòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđĐ", {440}},
    draw_text{2000, 0, "AVATAR, Tây Văn, Sophie Griffin, office, flux", {440, false, true}},
    draw_text{2000, 0, "Số định danh cá nhân: 001226000123 (in/lại); 100%", {320, true, true}},
};

draw_list page_of_lines()
{
    draw_list page;
    int y = top_hmm;
    for (auto line : lines) {
        line.y = y;
        y += pitch_hmm;
        page.fill.emplace_back(line);
    }
    page.blank.emplace_back(draw_frame{1500, 10000, 5000, 2000, 50});
    page.blank.emplace_back(draw_line{1500, 14000, 9000, 14000, 30});
    page.fill.emplace_back(draw_bar{15000, 10000, 600, 300});
    page.fill.emplace_back(draw_bar{15000, 10600, 300, 300});
    return page;
}

QByteArray output_of(const QString& program, const QStringList& arguments)
{
    QProcess reader;
    reader.start(program, arguments);
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        qFatal("%s does not answer", qPrintable(program));
    return reader.readAllStandardOutput();
}

QByteArray bytes_of(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

constexpr int dots_per_inch = 300;
constexpr double dots_per_mm = dots_per_inch / 25.4;

QImage seen_in_pdf(const QString& file)
{
    const auto picture = file + "-seen";
    output_of(
        "pdftoppm", {"-r", QString::number(dots_per_inch), "-gray", "-singlefile", file, picture}
    );
    return QImage(picture + ".pgm").convertToFormat(QImage::Format_Grayscale8);
}

QImage painted(const draw_list& page)
{
    QImage image(
        static_cast<int>(page.width / 100.0 * dots_per_mm),
        static_cast<int>(page.height / 100.0 * dots_per_mm),
        QImage::Format_Grayscale8
    );
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_page(painter, page, paper_kind::plain, dots_per_mm);
    return image;
}

/// What is black between two heights of the page.
QRect ink(const QImage& image, int from_hmm, int to_hmm)
{
    constexpr int dark = 128;
    QRect out;
    for (int y = int(from_hmm / 100.0 * dots_per_mm); y < int(to_hmm / 100.0 * dots_per_mm); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.constScanLine(y)[x] < dark) out |= QRect(x, y, 1, 1);
    return out;
}

bool within_a_dot(const QRect& a, const QRect& b)
{
    const std::array apart{
        a.left() - b.left(), a.right() - b.right(), a.top() - b.top(), a.bottom() - b.bottom()};
    return std::all_of(apart.begin(), apart.end(), [](int dots) { return std::abs(dots) <= 1; });
}

} // namespace

class pdf_file_test : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(load_fonts()); }

    void every_word_is_found_by_a_reader();
    void everything_stands_where_screen_and_printer_have_it();
    void the_blank_is_left_out_on_a_blank();
    void only_the_papers_own_fonts_are_in_it();
    void the_same_paper_gives_the_same_bytes();
    void a_page_of_text_is_small();
    void what_cannot_be_written_is_told();

private:
    QString written(const std::vector<draw_list>& pages, paper_kind paper = paper_kind::plain);

    QTemporaryDir m_folder;
};

QString pdf_file_test::written(const std::vector<draw_list>& pages, paper_kind paper)
{
    const auto file = m_folder.filePath("paper.pdf");
    if (!write_pdf(file, pages, paper, "Giấy khai sinh")) qFatal("not written");
    return file;
}

void pdf_file_test::every_word_is_found_by_a_reader()
{
    const auto text = QString::fromUtf8(output_of("pdftotext", {written({page_of_lines()}), "-"}));
    for (const auto& line : lines)
        QVERIFY2(text.contains(to_qt(line.text)), line.text.c_str());
    const auto about = QString::fromUtf8(output_of("pdfinfo", {written({page_of_lines()})}));
    QVERIFY(about.contains("Giấy khai sinh"));
    QVERIFY(about.contains("595.276 x 841.89 pts (A4)"));
}

void pdf_file_test::everything_stands_where_screen_and_printer_have_it()
{
    const auto page = page_of_lines();
    const auto seen = seen_in_pdf(written({page}));
    const auto wanted = painted(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int baseline = top_hmm + static_cast<int>(i) * pitch_hmm;
        const auto a = ink(seen, baseline - 500, baseline + 200);
        const auto b = ink(wanted, baseline - 500, baseline + 200);
        QVERIFY(b.width() > 100);
        QVERIFY2(within_a_dot(a, b), lines.at(i).text.c_str());
    }
    for (const auto& [from, to] : {std::pair(9900, 12100), std::pair(13900, 14100)})
        QVERIFY(within_a_dot(ink(seen, from, to), ink(wanted, from, to)));
}

void pdf_file_test::the_blank_is_left_out_on_a_blank()
{
    const auto seen = seen_in_pdf(written({page_of_lines()}, paper_kind::preprinted_blank));
    QVERIFY(ink(seen, 13900, 14100).isEmpty());
    QVERIFY(!ink(seen, 9900, 12100).isEmpty()); // the bars are filled in
}

void pdf_file_test::only_the_papers_own_fonts_are_in_it()
{
    const auto table = QString::fromUtf8(output_of("pdffonts", {written({page_of_lines()})}));
    const auto rows = table.split('\n', Qt::SkipEmptyParts).mid(2);
    QCOMPARE(rows.size(), 4); // upright, bold, italic, both
    for (const auto& row : rows) {
        QVERIFY2(row.contains("+Tinos-"), qPrintable(row));
        QVERIFY2(row.contains("CID TrueType"), qPrintable(row));
        QVERIFY2(row.contains(QRegularExpression("yes yes yes")), qPrintable(row));
    }
}

void pdf_file_test::the_same_paper_gives_the_same_bytes()
{
    const auto first = bytes_of(written({page_of_lines()}));
    QVERIFY(first.startsWith("%PDF-"));
    QCOMPARE(bytes_of(written({page_of_lines()})), first);
}

void pdf_file_test::a_page_of_text_is_small()
{
    draw_list page;
    for (int y = 2000; y < 28000; y += 700)
        page.fill.emplace_back(draw_text{
            2000,
            y,
            "Ghi bằng chữ: Ngày một tháng hai năm hai nghìn không trăm hai mươi sáu",
            {440}});
    QVERIFY(bytes_of(written({page})).size() < 8 * 1024);
    const auto one = bytes_of(written({page})).size();
    const auto ten = bytes_of(written(std::vector(10, page))).size();
    QVERIFY(ten < 3 * one); // the fonts are there once
}

void pdf_file_test::what_cannot_be_written_is_told()
{
    const auto nowhere = m_folder.filePath("no such folder/paper.pdf");
    const auto refused = write_pdf(nowhere, {page_of_lines()}, paper_kind::plain, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, failure_code::storage_unavailable);
    QVERIFY(!write_pdf(m_folder.filePath("empty.pdf"), {}, paper_kind::plain, {}));
    QVERIFY(!QFile::exists(m_folder.filePath("empty.pdf")));
}

QTEST_MAIN(pdf_file_test)
#include "pdf_file_test.moc"
