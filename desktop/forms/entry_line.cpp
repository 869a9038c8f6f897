#include "desktop/forms/entry_line.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace hotich {

namespace {

/// A name typed without any capital gets one at each word: "nguyễn thị thu" is quicker to type. Who
/// types one capital means all letters as they are, as in "Nguyễn Thị thu" or "Ludwig van
/// Beethoven".
QString with_capitals(QString name)
{
    if (name != name.toLower()) return name;
    bool at_beginning = true;
    for (auto& letter : name) {
        if (at_beginning) letter = letter.toUpper();
        at_beginning = letter == ' ' || letter == '-' || letter == '\'';
    }
    return name;
}

} // namespace

entry_line::entry_line(QWidget* parent) : QLineEdit(parent)
{
    setAttribute(Qt::WA_InputMethodEnabled);
}

std::string entry_line::cleaned() const
{
    const auto raw = to_utf8(text());
    return m_is_name ? to_utf8(with_capitals(to_qt(clean_name(raw)))) : clean_text(raw);
}

void entry_line::commit()
{
    if (const auto clean = to_qt(cleaned()); clean != text()) setText(clean);
    emit committed();
}

void entry_line::begin_with(const QString& typed)
{
    setFocus(Qt::OtherFocusReason);
    setText(typed);
    emit textEdited(typed);
}

bool entry_line::event(QEvent* event)
{
    // Where the line itself has nothing to take back, the form has.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo) && !isUndoAvailable())
        return false;
    return QLineEdit::event(event);
}

void entry_line::keyPressEvent(QKeyEvent* event)
{
    const bool is_enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!is_enter || event->modifiers().testFlag(Qt::ControlModifier)) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    commit();
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        emit went_back();
    else
        emit went_on();
}

void entry_line::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    // A click puts the cursor where it is; every other way in selects, so that typing replaces the
    // usual value.
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        selectAll();
    emit came();
}

void entry_line::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    commit();
    setCursorPosition(0); // a narrow line shows how its text begins, not where the cursor was
    emit left();
}

} // namespace hotich

#include "moc_entry_line.cpp"
