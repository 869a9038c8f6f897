// The way to a real printer: the print service of the system and its filters. What a clerk measures
// with a ruler on the sheet is where the drawing says, on plain paper and on a blank, as the
// printer's correction moves it.
#include "common/papers/draw_list.h"
#include "desktop/printing/certificate.h"
#include "desktop/printing/page_painter.h"
#include "tests/gui/workbench.h"
#include "tests/support/events.h"
#include "tests/support/private_cups.h"

#include <QImage>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr double dots_per_mm = 200 / 25.4;
constexpr double ruler_mm = 0.3; ///< what an eye reads off a ruler

std::unique_ptr<QTemporaryDir> cups_folder;

/// The birth certificate's frame, from the middle of its line, and half the line's width.
constexpr double frame_left = 10;
constexpr double frame_top = 10;
constexpr double frame_right = 200;
constexpr double frame_bottom = 287;
constexpr double half_line = 0.3;

struct ink
{
    double left = 1000;
    double top = 1000;
    double right = 0;
    double bottom = 0;
};

/// Where the sheet is not white, in millimetres from its corner.
ink ink_on(const QString& pdf)
{
    const auto picture = pdf + "-1";
    QProcess::execute("pdftoppm", {"-r", "200", "-gray", "-singlefile", pdf, picture});
    const QImage sheet(picture + ".pgm");
    ink out;
    for (int y = 0; y < sheet.height(); ++y)
        for (int x = 0; x < sheet.width(); ++x) {
            if (qGray(sheet.pixel(x, y)) > 200) continue;
            out.left = std::min(out.left, x / dots_per_mm);
            out.right = std::max(out.right, (x + 1) / dots_per_mm);
            out.top = std::min(out.top, y / dots_per_mm);
            out.bottom = std::max(out.bottom, (y + 1) / dots_per_mm);
        }
    return out;
}

bool is_about(double read, double wanted)
{
    if (std::abs(read - wanted) <= ruler_mm) return true;
    qWarning("read %.2f mm, wanted %.2f mm", read, wanted);
    return false;
}

} // namespace

class real_printer_test : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        cups_folder = std::make_unique<QTemporaryDir>();
        private_cups::announce(cups_folder->path());
    }

private:
    std::unique_ptr<private_cups> m_cups;
    draw_list m_certificate;

    QString print(paper_kind paper, const calibration& correction)
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setPrinterName(private_cups::queue);
        must(print_pages(printer, {m_certificate}, paper, correction));
        return m_cups->printed();
    }

private slots:

    void initTestCase()
    {
        start_program();
        m_cups = std::make_unique<private_cups>(cups_folder->path());
        const auto missing = m_cups->start();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        QVERIFY(QPrinterInfo::availablePrinterNames().contains(private_cups::queue));
        m_certificate = must(compose_certificate(
            {entry_of_example("birth"),
             "birth_certificate",
             "TOKEN",
             monday_morning,
             "07/2026",
             ""},
            real_definitions(),
            ba_dinh()
        ));
    }

    void cleanupTestCase()
    {
        m_cups.reset();
        cups_folder.reset();
    }

    void the_frame_lies_where_the_drawing_says()
    {
        const auto seen = ink_on(print(paper_kind::plain, {}));
        QVERIFY(is_about(seen.left, frame_left - half_line));
        QVERIFY(is_about(seen.top, frame_top - half_line));
        QVERIFY(is_about(seen.right, frame_right + half_line));
        QVERIFY(is_about(seen.bottom, frame_bottom + half_line));
    }

    void the_correction_moves_and_stretches_it()
    {
        const auto seen = ink_on(print(paper_kind::plain, {1.5, -2.0, 0.99, 1.0}));
        QVERIFY(is_about(seen.left, 0.99 * (frame_left - half_line) + 1.5));
        QVERIFY(is_about(seen.right, 0.99 * (frame_right + half_line) + 1.5));
        QVERIFY(is_about(seen.top, frame_top - half_line - 2.0));
    }

    void on_a_blank_only_what_is_filled_in_is_printed()
    {
        const auto seen = ink_on(print(paper_kind::preprinted_blank, {}));
        QVERIFY(seen.right > 0); // something is
        QVERIFY(seen.left > frame_left + 5 && seen.right < frame_right - 5);
        QVERIFY(seen.top > frame_top + 5 && seen.bottom < frame_bottom - 5);
    }
};

QTEST_MAIN(real_printer_test)
#include "real_printer_test.moc"
