#include "desktop/registers/nudge_view.h"

#include "desktop/printing/page_painter.h"

#include <QKeyEvent>
#include <QPainter>

namespace hotich {

namespace {

constexpr double step_mm = 0.5;
constexpr double fine_step_mm = 0.1; ///< with Shift
constexpr int pixels_high = 420;
constexpr double paper_width_mm = 210;
constexpr double paper_height_mm = 297;

} // namespace

nudge_view::nudge_view(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(int(pixels_high * paper_width_mm / paper_height_mm), pixels_high);
    setAccessibleName(tr("The sheet; arrow keys push the print"));
}

void nudge_view::show_correction(const calibration& correction)
{
    m_correction = correction;
    update();
}

void nudge_view::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? fine_step_mm : step_mm;
    switch (event->key()) {
    case Qt::Key_Left:
        return emit pushed(-step, 0);
    case Qt::Key_Right:
        return emit pushed(step, 0);
    case Qt::Key_Up:
        return emit pushed(0, -step);
    case Qt::Key_Down:
        return emit pushed(0, step);
    default:
        QWidget::keyPressEvent(event);
    }
}

void nudge_view::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Qt::white);
    const double dots_per_mm = height() / paper_height_mm;
    painter.setOpacity(0.25); // where it belongs
    paint_page(painter, test_sheet({}), paper_kind::preprinted_blank, dots_per_mm);
    painter.setOpacity(1); // what the printer is sent
    paint_page(painter, test_sheet({}), paper_kind::preprinted_blank, dots_per_mm, m_correction);
    painter.setPen(
        QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 3 : 1)
    );
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void nudge_view::focusInEvent(QFocusEvent*) { update(); }

void nudge_view::focusOutEvent(QFocusEvent*) { update(); }

} // namespace hotich

#include "moc_nudge_view.cpp"
