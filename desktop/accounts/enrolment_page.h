// The first start: where the server is, the code from the IT officer, and who will sign in at this
// desk.
#pragma once

#include "desktop/app/enroller.h"
#include "desktop/app/workplace.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace hotich {

class entry_line;

class enrolment_page final : public QWidget
{
    Q_OBJECT

public:
    enrolment_page(const workplace& place, enroller& with, QWidget* parent = nullptr);

    void arrive();

signals:
    /// Accounts are to be managed instead.
    void manager_wanted();
    void enrolled();

private:
    entry_line* add_line(const QString& label, const QString& hint);
    void enrol();
    [[nodiscard]] QString what_is_missing() const;
    void show_step(enrolment_step step);
    void show_result(const status& done);
    void set_busy(bool busy);

    const workplace& m_place;
    enroller& m_enroller;
    QFormLayout* m_form;
    std::vector<entry_line*> m_lines;
    entry_line* m_server;
    entry_line* m_code;
    entry_line* m_user;
    entry_line* m_password;
    entry_line* m_again;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_go;
};

} // namespace hotich
