#include "desktop/accounts/manager_desk.h"

#include "desktop/accounts/account_page.h"
#include "desktop/accounts/account_words.h"
#include "desktop/accounts/accounts_page.h"
#include "desktop/accounts/import_page.h"
#include "desktop/accounts/manager_sign_in.h"
#include "desktop/app/qt_text.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hotich {

manager_desk::manager_desk(const workplace& place, std::string memory_file, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_line(place.known),
      m_pages(new QStackedWidget),
      m_sign_in(new manager_sign_in(place, m_line, std::move(memory_file))),
      m_accounts(new accounts_page(place, m_line)),
      m_account(new account_page(place, m_line)),
      m_import(new import_page(place, m_line)),
      m_told(new QFrame),
      m_told_text(new QLabel)
{
    m_told->setObjectName("finding");
    m_told_text->setObjectName("told_once");
    m_told_text->setTextFormat(Qt::RichText);
    m_told_text->setWordWrap(true);
    m_told_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* seen = new QPushButton(tr("I have written it down"));
    seen->setObjectName("seen");
    connect(seen, &QPushButton::clicked, this, [this] {
        m_told_text->clear();
        m_told->hide();
        m_pages->currentWidget()->setFocus(Qt::TabFocusReason);
    });
    auto* told = new QHBoxLayout(m_told);
    told->addWidget(m_told_text, 1);
    told->addWidget(seen);
    m_told->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_told);
    layout->addWidget(m_pages, 1);
    for (auto* part : std::initializer_list<QWidget*>{m_sign_in, m_accounts, m_account, m_import})
        m_pages->addWidget(part);
    auto* escape = new QShortcut(Qt::Key_Escape, m_pages);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &manager_desk::go_back);
    connect(m_sign_in, &manager_sign_in::back_wanted, this, &manager_desk::left);
    connect(m_sign_in, &manager_sign_in::signed_in, this, [this] {
        if (m_line.reach(date_in_vietnam(m_place.time.now())).empty())
            return sign_out(word(m_place, "accounts", "no_action"));
        m_pages->setCurrentWidget(m_accounts);
        m_accounts->begin();
    });
    connect(m_accounts, &accounts_page::account_wanted, this, [this](const account& who) {
        m_pages->setCurrentWidget(m_account);
        m_account->show_account(who);
    });
    connect(m_accounts, &accounts_page::import_wanted, this, [this] {
        m_pages->setCurrentWidget(m_import);
        m_import->arrive();
    });
    connect(m_accounts, &accounts_page::sign_out_wanted, this, [this] { sign_out({}); });
    connect(m_accounts, &accounts_page::handed_over, this, [this](const json::object& given) {
        show_told_once(given);
        m_accounts->arrive();
    });
    connect(m_account, &account_page::handed_over, this, &manager_desk::show_told_once);
    connect(m_account, &account_page::back_wanted, this, &manager_desk::go_back);
    connect(m_import, &import_page::back_wanted, this, &manager_desk::go_back);
    connect(&m_line, &manager_line::ended, this, [this] {
        sign_out(tr("The session has ended. Please sign in again."));
    });
}

void manager_desk::arrive()
{
    m_pages->setCurrentWidget(m_sign_in);
    m_sign_in->arrive();
}

void manager_desk::sign_out(const QString& why)
{
    m_line.sign_out();
    m_told_text->clear();
    m_told->hide();
    arrive();
    m_sign_in->show_sentence(why);
}

void manager_desk::go_back()
{
    auto* shown = m_pages->currentWidget();
    if (shown == m_sign_in) return emit left();
    if (shown == m_import && m_import->is_at_work()) return;
    if (shown == m_account && m_account->go_back()) return;
    if (shown == m_accounts) {
        m_accounts->go_back(); // signing out has its own button
        return;
    }
    m_pages->setCurrentWidget(m_accounts);
    m_accounts->arrive();
}

/// Passwords are shown until somebody says that he has them, and stand nowhere else.
void manager_desk::show_told_once(const json::object& told)
{
    const auto at = [&told](const char* member) {
        return to_qt(text_at(told, member)).toHtmlEscaped();
    };
    auto text = tr("Told only now. Sign-in name <b>%1</b>, first password <b>%2</b>.")
                    .arg(at("account.name"), at("password"));
    if (!text_at(told, "second_factor").empty())
        text +=
            "<br>" + tr("For the authenticator of the phone: <b>%1</b>").arg(at("second_factor"));
    m_told_text->setText(text);
    m_told->show();
    if (auto* seen = m_told->findChild<QPushButton*>("seen")) seen->setFocus(Qt::TabFocusReason);
}

} // namespace hotich

#include "moc_manager_desk.cpp"
