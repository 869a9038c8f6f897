// A sheet as it would come out of the printer, drawn with its correction over the place where it
// belongs; the arrow keys push it. Used by printer_page.
#pragma once

#include "common/papers/printer_setup.h"

#include <QWidget>

namespace hotich {

class nudge_view final : public QWidget
{
    Q_OBJECT

public:
    explicit nudge_view(QWidget* parent = nullptr);

    void show_correction(const calibration& correction);

signals:
    /// Millimetres to the right and down.
    void pushed(double right, double down);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    calibration m_correction;
};

} // namespace hotich
