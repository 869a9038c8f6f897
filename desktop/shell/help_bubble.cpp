#include "desktop/shell/help_bubble.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int spare_height = 8; ///< rich text measures its last paragraph a little short

} // namespace

help_bubble::help_bubble(QWidget* window, const QString& html, int width) : QFrame(window)
{
    setObjectName("bubble");
    auto* text = new QLabel(html);
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(text);
    ensurePolished(); // with the frame that it will have
    setFixedWidth(width);
    setFixedHeight(layout->totalHeightForWidth(width) + spare_height);
    QApplication::instance()->installEventFilter(this);
}

void help_bubble::show_at(QWidget* beside, const QString& html, int width)
{
    auto* window = beside->window();
    for (auto* open : window->findChildren<help_bubble*>(Qt::FindDirectChildrenOnly))
        delete open;
    auto* bubble = new help_bubble(window, html, width);
    auto at = beside->mapTo(window, QPoint(0, beside->height() + 4));
    if (at.y() + bubble->height() > window->height())
        at.setY(beside->mapTo(window, QPoint(0, 0)).y() - bubble->height() - 4);
    at.setX(std::clamp(at.x(), 8, window->width() - bubble->width() - 8));
    at.setY(std::max(at.y(), 8));
    bubble->move(at);
    bubble->show();
    bubble->raise();
}

bool help_bubble::eventFilter(QObject* watched, QEvent* event)
{
    const bool is_input = event->type() == QEvent::KeyPress
        || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusIn;
    if (is_input && watched->isWidgetType()) {
        QApplication::instance()->removeEventFilter(this);
        deleteLater();
        hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hotich

#include "moc_help_bubble.cpp"
