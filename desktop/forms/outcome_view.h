// What came of registering: the number, or that the entry is saved and waits for one, and what
// happens next.
#pragma once

#include "common/register/desk_register.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

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
    /// One of the event's `again`, by its id.
    void again_wanted(const QString& record_id, const QString& again);
    void record_wanted(const QString& record_id);
    void paper_wanted(const QString& record_id, const QString& certificate);
    void home_wanted();

private:
    void show_agains(const event_definition& event);

    const workplace& m_place;
    QLabel* m_number;
    QLabel* m_title;
    QLabel* m_next_steps;
    QPushButton* m_again;
    QPushButton* m_print;
    QPushButton* m_open;
    QVBoxLayout* m_agains;
    QString m_record;
    QString m_certificate;
};

} // namespace hotich
