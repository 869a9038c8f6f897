// The small sheet that F1 opens under a field; the next key or click closes it. No window of its
// own, so the focus stays where one types.
#pragma once

#include <QFrame>

class QLabel;

namespace hotich {

class help_bubble final : public QFrame
{
    Q_OBJECT

public:
    /// Shows the text (simple HTML) under the widget; takes the place of a bubble that is open.
    static void show_at(QWidget* beside, const QString& html);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit help_bubble(QWidget* window, const QString& html);
};

} // namespace hotich
