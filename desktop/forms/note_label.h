// A note of at most as many lines as fit; the last one ends in "…" where more was to say. So a row
// of the form never grows while one types; the whole sentence stands in the list below and in the
// tool tip.
#pragma once

#include <QWidget>

namespace hotich {

class note_label final : public QWidget
{
    Q_OBJECT

public:
    explicit note_label(QWidget* parent = nullptr);
    void set_note(const QString& text, const QColor& colour);

    [[nodiscard]] const QString& text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_colour;
};

} // namespace hotich
