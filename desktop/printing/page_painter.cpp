#include "desktop/printing/page_painter.h"

#include "desktop/printing/fonts.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

#include <cmath>
#include <numbers>

namespace hotich {

namespace {

constexpr int pdf_dpi = 1200;
constexpr double mm_per_inch = 25.4;

/// As the program's colours: of the whole program, said once at its start.
QString& page_mark()
{
    static QString words;
    return words;
}

/// One unit is a hundredth of a millimetre, so the size in units is the pixel size.
QFont font_of(const font_style& style)
{
    QFont font(paper_font_family);
    font.setPixelSize(style.size_hmm);
    font.setBold(style.bold);
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QPen pen_of(int width_hmm)
{
    QPen pen(Qt::black);
    pen.setWidth(width_hmm);
    return pen;
}

struct command_painter
{
    QPainter& painter;

    void operator()(const draw_text& text) const
    {
        painter.setPen(Qt::black);
        painter.setFont(font_of(text.font));
        const auto words = QString::fromStdString(text.text);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words);
        const double left = text.align == text_align::center ? text.x - width / 2
            : text.align == text_align::right                ? text.x - width
                                                             : text.x;
        painter.drawText(QPointF(left, text.y), words);
    }

    void operator()(const draw_line& line) const
    {
        painter.setPen(pen_of(line.width));
        painter.drawLine(line.x1, line.y1, line.x2, line.y2);
    }

    void operator()(const draw_frame& frame) const
    {
        painter.setPen(pen_of(frame.line_width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.x, frame.y, frame.w, frame.h);
    }

    void operator()(const draw_bar& bar) const
    {
        painter.fillRect(QRect(bar.x, bar.y, bar.w, bar.h), Qt::black);
    }
};

void paint_layer(QPainter& painter, const std::vector<draw_command>& layer)
{
    for (const auto& command : layer)
        std::visit(command_painter{painter}, command);
}

/// Along the page's diagonal, as wide as the page lets it be; light enough to read through.
void paint_mark(QPainter& painter, const draw_list& page)
{
    if (page_mark().isEmpty()) return;
    constexpr double share_of_diagonal = 0.8;
    constexpr int tried_size = 1000;
    const double diagonal = std::hypot(page.width, page.height);
    auto font = font_of({tried_size, true, false});
    const double width = QFontMetricsF(font).horizontalAdvance(page_mark());
    font.setPixelSize(int(tried_size * diagonal * share_of_diagonal / width));
    painter.save();
    painter.translate(page.width / 2.0, page.height / 2.0);
    painter.rotate(-std::atan2(page.height, page.width) * 180 / std::numbers::pi);
    painter.setFont(font);
    painter.setPen(QColor(200, 200, 200));
    painter.drawText(
        QRectF(-diagonal / 2, -page.height / 4.0, diagonal, page.height / 2.0),
        Qt::AlignCenter,
        page_mark()
    );
    painter.restore();
}

QPageSize page_size_of(const draw_list& page)
{
    return QPageSize(QSizeF(page.width / 100.0, page.height / 100.0), QPageSize::Millimeter);
}

template <class Device>
void paint_all(
    QPainter& painter,
    Device& device,
    const std::vector<draw_list>& pages,
    paper_kind paper,
    double dots_per_mm,
    const calibration& correction
)
{
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) device.newPage();
        paint_page(painter, pages[i], paper, dots_per_mm, correction);
    }
}

} // namespace

void mark_every_page(const QString& words) { page_mark() = words; }

void paint_page(
    QPainter& painter,
    const draw_list& page,
    paper_kind paper,
    double dots_per_mm,
    const calibration& correction
)
{
    painter.save();
    painter.translate(correction.dx_mm * dots_per_mm, correction.dy_mm * dots_per_mm);
    painter.scale(dots_per_mm / 100 * correction.scale_x, dots_per_mm / 100 * correction.scale_y);
    paint_mark(painter, page); // below what is written, which stays legible
    if (paper == paper_kind::plain) paint_layer(painter, page.blank);
    paint_layer(painter, page.fill);
    painter.restore();
}

status write_pdf(
    const QString& file, const std::vector<draw_list>& pages, paper_kind paper, const QString& title
)
{
    const failure unwritable{failure_code::storage_unavailable, "the PDF cannot be written"};
    QSaveFile out(file);
    if (pages.empty() || !out.open(QIODevice::WriteOnly)) return unwritable;
    QPdfWriter writer(&out);
    writer.setCreator("Ho tich");
    writer.setTitle(title);
    writer.setResolution(pdf_dpi);
    writer.setPageSize(page_size_of(pages.front()));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0)); // by default everything is moved by 3.5 mm
    QPainter painter;
    if (!painter.begin(&writer)) return unwritable;
    painter.setRenderHint(QPainter::TextAntialiasing);
    paint_all(painter, writer, pages, paper, pdf_dpi / mm_per_inch, {});
    if (!painter.end() || !out.commit()) return unwritable;
    return {};
}

status print_pages(
    QPrinter& printer,
    const std::vector<draw_list>& pages,
    paper_kind paper,
    const calibration& correction
)
{
    if (pages.empty()) return failure{failure_code::invalid_input, "nothing to print"};
    printer.setPageSize(page_size_of(pages.front()));
    printer.setFullPage(true); // the origin is the paper's corner, not the printable area's
    QPainter painter;
    if (!painter.begin(&printer))
        return failure{failure_code::storage_unavailable, "the printer does not start"};
    paint_all(painter, printer, pages, paper, printer.resolution() / mm_per_inch, correction);
    if (!painter.end())
        return failure{failure_code::storage_unavailable, "the printer did not finish"};
    return {};
}

int qt_text_metrics::width_hmm(const std::string& text, const font_style& font) const
{
    return static_cast<int>(
        QFontMetricsF(font_of(font)).horizontalAdvance(QString::fromStdString(text)) + 0.999
    );
}

} // namespace hotich
