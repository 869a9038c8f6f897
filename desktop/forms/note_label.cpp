#include "desktop/forms/note_label.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace hotich {

note_label::note_label(QWidget* parent) : QWidget(parent) {}

void note_label::set_note(const QString& text, const QColor& colour)
{
    if (text == m_text && colour == m_colour) return;
    m_text = text;
    m_colour = colour;
    setToolTip(text);
    setAccessibleName(text);
    update();
}

void note_label::paintEvent(QPaintEvent*)
{
    if (m_text.isEmpty()) return;
    QPainter painter(this);
    painter.setPen(m_colour);
    const QFontMetrics metrics(font());
    const int max_lines = std::max(1, height() / metrics.lineSpacing());
    QTextLayout layout(m_text, font());
    std::vector<QString> lines;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width());
        if (int(lines.size()) + 1 == max_lines) {
            lines.push_back(
                metrics.elidedText(m_text.mid(line.textStart()), Qt::ElideRight, width())
            );
            break;
        }
        lines.push_back(m_text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    int top = (height() - int(lines.size()) * metrics.lineSpacing()) / 2;
    for (const auto& line : lines) {
        painter.drawText(0, top + metrics.ascent(), line);
        top += metrics.lineSpacing();
    }
}

} // namespace hotich

#include "moc_note_label.cpp"
