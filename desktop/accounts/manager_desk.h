// The part of the window for those who manage accounts: signing in, the accounts, one account, an
// import; and what is told once, until it was read. Shown by main_window in place of the workplace.
#pragma once

#include "desktop/accounts/manager_line.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace hotich {

class account_page;
class accounts_page;
class import_page;
class manager_sign_in;

class manager_desk final : public QWidget
{
    Q_OBJECT

public:
    manager_desk(const workplace& place, std::string memory_file, QWidget* parent = nullptr);

    void arrive();

    manager_line& line() { return m_line; }

signals:
    void left();

private:
    void go_back();
    void show_told_once(const json::object& told);
    void sign_out(const QString& why);

    const workplace& m_place;
    manager_line m_line;
    QStackedWidget* m_pages;
    manager_sign_in* m_sign_in;
    accounts_page* m_accounts;
    account_page* m_account;
    import_page* m_import;
    QWidget* m_told;
    QLabel* m_told_text;
};

} // namespace hotich
