// One account: what it is, its rights, its whole history, and what may be done with it. What the
// one who looks may not do is not offered.
#pragma once

#include "desktop/accounts/manager_line.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hotich {

class field_form;
class plain_table;
struct asked_field;

class account_page final : public QWidget
{
    Q_OBJECT

public:
    account_page(const workplace& place, manager_line& to_server, QWidget* parent = nullptr);

    void show_account(account who);
    bool go_back();

signals:
    void handed_over(const hotich::json::object& told);
    void back_wanted();

private:
    QWidget* make_side();
    void show_all();
    void read_history();
    void show_history(const json::object& told);
    void make_actions();
    void offer(const char* change, const QString& text, std::function<void()> act);
    [[nodiscard]] bool may(const char* change) const;
    void ask(const char* change, const QString& title, const std::vector<asked_field>& fields);
    void ask_about_grant(const char* change, const QString& title);
    void change(json::object wish);
    [[nodiscard]] const account_grant* chosen_grant() const;
    [[nodiscard]] civil_date today() const;

    const workplace& m_place;
    manager_line& m_line;
    account m_who;
    QLabel* m_heading;
    QLabel* m_state;
    QLabel* m_trouble;
    plain_table* m_grants;
    plain_table* m_history;
    QVBoxLayout* m_actions;
    field_form* m_form;
};

} // namespace hotich
