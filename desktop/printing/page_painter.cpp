#include "desktop/printing/page_painter.h"

#include "desktop/printing/paper_text.h"

#include <QPainter>
#include <QPrinter>

#include <numbers>

namespace hotich {

namespace {

constexpr double mm_per_inch = 25.4;

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
        painter.drawText(QPointF(left_end_of(text), text.y), QString::fromStdString(text.text));
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

void paint_mark(QPainter& painter, const draw_list& page)
{
    const auto mark = mark_across(page);
    if (mark.words.isEmpty()) return;
    painter.save();
    painter.translate(page.width / 2.0, page.height / 2.0);
    painter.rotate(-mark.angle * 180 / std::numbers::pi);
    painter.setFont(font_of(mark.style));
    painter.setPen(QColor(mark_grey, mark_grey, mark_grey));
    painter.drawText(QPointF(-mark.width / 2, mark.baseline), mark.words);
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

} // namespace hotich
