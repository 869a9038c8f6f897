// The practice's first day: a short list beside the window that ticks itself off from what really
// happened in the practice's register. Used by main_window where the workplace is the practice's.
#pragma once

#include "desktop/app/workplace.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace hotich {

class practice_guide final : public QWidget
{
    Q_OBJECT

public:
    explicit practice_guide(const workplace& place, QWidget* parent = nullptr);

    /// From the opening of the register on.
    void begin();

    /// How many steps are done.
    [[nodiscard]] int done() const { return m_done; }

private:
    struct step
    {
        std::string name; ///< as done_in_practice tells it
        QString what;
        QLabel* shown = nullptr;
    };

    void look();
    void show_steps(const std::vector<std::string>& done);

    const workplace& m_place;
    std::vector<step> m_steps;
    QLabel* m_end;
    QTimer m_look;
    int m_done = 0;
};

/// The band that no page of the practice is without.
QLabel* practice_band();

} // namespace hotich
