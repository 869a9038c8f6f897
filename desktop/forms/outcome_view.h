// What came of registering: the number, or that the entry is saved and waits for one, and what
// happens next.
#pragma once

#include "common/register/desk_register.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hotich {

class outcome_view final : public QWidget
{
    Q_OBJECT

public:
    explicit outcome_view(const workplace& place, QWidget* parent = nullptr);
    void show_outcome(const registration_outcome& outcome, const event_definition& event);
    void arrive();
    void print();

signals:
    void next_wanted();
    void record_wanted(const QString& record_id);
    void paper_wanted(const QString& record_id, const QString& certificate);
    void home_wanted();

private:
    const workplace& m_place;
    QLabel* m_number;
    QLabel* m_title;
    QLabel* m_next_steps;
    QPushButton* m_again;
    QPushButton* m_open;
    QPushButton* m_print;
    QString m_record;
    QString m_certificate;
};

} // namespace hotich
