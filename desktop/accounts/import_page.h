// Many accounts from a spreadsheet: every line is seen before anything is made, with what is wrong
// in it; nothing is made while a line is wrong, unless the good ones are wanted. The passwords are
// told once, and can be saved.
#pragma once

#include "common/accounts/account_import.h"
#include "desktop/accounts/manager_line.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hotich {

class plain_table;

class import_page final : public QWidget
{
    Q_OBJECT

public:
    import_page(const workplace& place, manager_line& to_server, QWidget* parent = nullptr);

    void arrive();
    /// As the file dialog gives it, and tests.
    void read_table(const QString& file);

    [[nodiscard]] bool is_at_work() const { return m_is_at_work; }

signals:
    void back_wanted();

private:
    /// A line and what became of it.
    struct seen_line
    {
        imported_account wanted;
        std::string password; ///< of a made one, told once
        std::string second_factor;
    };

    void choose_file();
    void check(std::size_t from);
    void make(std::size_t at);
    void finish();
    void save_list();
    void show_lines();
    [[nodiscard]] std::size_t wrong_lines() const;

    const workplace& m_place;
    manager_line& m_line;
    QLabel* m_sentence;
    plain_table* m_table;
    QProgressBar* m_progress;
    QPushButton* m_choose;
    QPushButton* m_make;
    QPushButton* m_save;
    std::vector<seen_line> m_lines;
    bool m_is_at_work = false;
};

} // namespace hotich
