#include "tests/gui/typing.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>

namespace hotich::test {

namespace {

QWidget* focused()
{
    auto* widget = QApplication::focusWidget();
    if (widget == nullptr) widget = QApplication::activeWindow();
    if (widget == nullptr) qFatal("nothing has the focus");
    return widget;
}

} // namespace

void type(const QString& text)
{
    for (const auto letter : text) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(focused(), &down);
        QKeyEvent up(QEvent::KeyRelease, Qt::Key_unknown, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(focused(), &up);
    }
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focused(), key, modifiers);
}

void compose(const QString& text)
{
    QInputMethodEvent shown(text, {});
    QApplication::sendEvent(focused(), &shown);
    QInputMethodEvent committed;
    committed.setCommitString(text);
    QApplication::sendEvent(focused(), &committed);
}

} // namespace hotich::test
