// One line of "Today": when and where the last copy of the register was made, what is wrong with
// the copies, and the choice of their folder.
#pragma once

#include "common/register/backup.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hotich {

class backup_line final : public QWidget
{
    Q_OBJECT

public:
    explicit backup_line(const workplace& place);

    /// Reads again how the copies stand.
    void refresh();
    /// From now on a copy goes there every day; the first one now.
    void choose(const QString& folder);

private:
    void ask_for_folder();
    void back_up_now();
    void show_state(const backup_state& state);
    void show_failure(const failure& why);

    const workplace& m_place;
    QLabel* m_words;
    QPushButton* m_now;
    QPushButton* m_choose;
};

} // namespace hotich
