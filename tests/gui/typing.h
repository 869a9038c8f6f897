// Fingers: types what a keyboard or an input method sends, to whatever has the focus.
// QTest::keyClicks knows Latin-1 only, and asserts on Vietnamese.
#pragma once

#include <QString>
#include <Qt>

class QWidget;

namespace hotich::test {

/// Every letter as one key press, as Unikey and Vietnamese layouts send them.
void type(const QString& text);
/// One key that has no letter, or a shortcut.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// What an input method commits in one piece, after showing it as composition.
void compose(const QString& text);

} // namespace hotich::test
