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
    static constexpr int usual_width = 460;

    /// Shows the text (simple HTML) under the widget; takes the place of a bubble that is open.
    static void show_at(QWidget* beside, const QString& html, int width = usual_width);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    help_bubble(QWidget* window, const QString& html, int width);
};

} // namespace hotich
