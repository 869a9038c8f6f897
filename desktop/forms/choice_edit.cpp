#include "desktop/forms/choice_edit.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace hotich {

namespace {

constexpr int arrow_width = 24;
constexpr int max_visible_rows = 9;
constexpr int min_list_width = 280;

} // namespace

choice_edit::choice_edit(QWidget* parent)
    : entry_line(parent), m_choices(std::make_shared<std::vector<choice>>())
{
    setTextMargins(0, 0, arrow_width - 6, 0);
    connect(this, &QLineEdit::textEdited, this, &choice_edit::on_edited);
}

choice_edit::~choice_edit() { delete m_list; }

void choice_edit::set_choices(choice_list choices)
{
    const auto kept = code();
    m_choices = std::move(choices);
    m_chosen = -1;
    set_code(kept);
}

std::string choice_edit::code() const
{
    if (const auto* item = chosen(); item != nullptr && !m_takes_free_text) return item->code;
    return cleaned();
}

void choice_edit::set_code(const std::string& code)
{
    const auto found =
        std::find_if(m_choices->begin(), m_choices->end(), [&code](const choice& item) {
            return item.code == code;
        });
    m_chosen = code.empty() || found == m_choices->end() ? -1 : int(found - m_choices->begin());
    setText(m_chosen < 0 ? to_qt(code) : found->shown());
    setCursorPosition(0);
}

void choice_edit::commit()
{
    close_list();
    if (m_chosen < 0 && !text().isEmpty()) {
        const auto found = fitting(*m_choices, to_utf8(text()), m_favoured_group);
        const bool is_same = !found.empty()
            && fold((*m_choices)[found.front()].label.toStdString()) == fold(cleaned());
        if (!found.empty() && (!m_takes_free_text || is_same)) take(int(found.front()));
    }
    entry_line::commit();
}

bool choice_edit::is_list_open() const { return m_list != nullptr && m_list->isVisible(); }

void choice_edit::on_edited()
{
    m_chosen = -1;
    if (text().isEmpty())
        close_list();
    else
        open_list(text());
    emit code_changed();
}

void choice_edit::open_list(const QString& typed)
{
    if (m_list == nullptr) {
        m_list = new QListWidget(window());
        m_list->setObjectName("choices");
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setUniformItemSizes(true);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
            take(item->data(Qt::UserRole).toInt());
            close_list();
            emit committed();
        });
    }
    m_list->clear();
    for (const auto position : fitting(*m_choices, to_utf8(typed), m_favoured_group)) {
        auto* item = new QListWidgetItem((*m_choices)[position].label, m_list);
        item->setData(Qt::UserRole, int(position));
        if (int(position) == m_chosen) m_list->setCurrentItem(item);
    }
    if (m_list->count() == 0) return close_list();
    if (!m_takes_free_text && m_list->currentItem() == nullptr) m_list->setCurrentRow(0);
    const int rows = std::min(m_list->count(), max_visible_rows);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + 2;
    const auto below = mapTo(window(), QPoint(0, this->height() + 1));
    const bool fits_below = below.y() + height <= window()->height();
    const auto top = fits_below ? below.y() : mapTo(window(), QPoint(0, 0)).y() - height - 1;
    m_list->setGeometry(below.x(), top, std::max(width(), min_list_width), height);
    m_list->show();
    m_list->raise();
}

void choice_edit::close_list()
{
    if (m_list != nullptr) m_list->hide();
}

void choice_edit::take(int position)
{
    m_chosen = position;
    setText((*m_choices)[std::size_t(position)].shown());
    setCursorPosition(0);
    emit code_changed();
}

void choice_edit::move_in_list(int steps)
{
    if (!is_list_open()) {
        open_list({});
        return;
    }
    const int row = std::clamp(m_list->currentRow() + steps, 0, m_list->count() - 1);
    m_list->setCurrentRow(row);
}

bool choice_edit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && is_list_open()) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            event->accept(); // Esc closes the list, not the page
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && is_list_open() && m_list->currentItem() != nullptr) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Return || key == Qt::Key_Enter)
            take(m_list->currentItem()->data(Qt::UserRole).toInt());
    }
    return entry_line::event(event);
}

void choice_edit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        return move_in_list(1);
    case Qt::Key_Up:
        if (is_list_open()) return move_in_list(-1);
        break;
    case Qt::Key_Escape:
        if (is_list_open()) return close_list();
        break;
    default:
        break;
    }
    entry_line::keyPressEvent(event);
}

void choice_edit::mousePressEvent(QMouseEvent* event)
{
    entry_line::mousePressEvent(event);
    if (!arrow_area().contains(event->position().toPoint())) return;
    if (is_list_open())
        close_list();
    else
        open_list({});
}

void choice_edit::focusOutEvent(QFocusEvent* event)
{
    entry_line::focusOutEvent(event);
    close_list();
}

QRect choice_edit::arrow_area() const { return {width() - arrow_width, 0, arrow_width, height()}; }

void choice_edit::paintEvent(QPaintEvent* event)
{
    entry_line::paintEvent(event);
    if (m_choices->empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto middle = QRectF(arrow_area()).center();
    QPainterPath arrow(middle + QPointF(-4, -2));
    arrow.lineTo(middle + QPointF(0, 2.5));
    arrow.lineTo(middle + QPointF(4, -2));
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.5));
    painter.drawPath(arrow);
}

} // namespace hotich

#include "moc_choice_edit.cpp"
