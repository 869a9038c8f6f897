#include "desktop/accounts/sign_in_page.h"

#include "common/base/text.h"
#include "common/register/key_file.h"
#include "desktop/accounts/card.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace hotich {

namespace {

choice_list users_of(const std::string& register_file)
{
    auto users = std::make_shared<std::vector<choice>>();
    const auto holders = read_key_file(register_file);
    if (!holders) return users;
    for (const auto& holder : *holders)
        users->push_back(
            {holder.user, to_qt(holder.user), fold(holder.user), fold(holder.user), {}, {}}
        );
    return users;
}

} // namespace

sign_in_page::sign_in_page(
    const workplace& place, std::string register_file, random_source& random, QWidget* parent
)
    : QWidget(parent),
      m_place(place),
      m_register_file(std::move(register_file)),
      m_random(random),
      m_user(new choice_edit),
      m_password(new entry_line),
      m_message(new QLabel),
      m_go(new QPushButton(tr("Sign in (Enter)")))
{
    auto* form = place_card(
        this, tr("Civil-status register"), tr("Sign in to open the register of this desk.")
    );
    m_password->setEchoMode(QLineEdit::Password);
    m_user->setAccessibleName(tr("User"));
    m_password->setAccessibleName(tr("Password"));
    m_message->setWordWrap(true);
    m_message->setObjectName("trouble");
    m_message->setMinimumHeight(40);
    m_go->setObjectName("primary");
    form->addRow(tr("User"), m_user);
    form->addRow(tr("Password"), m_password);
    form->addRow(QString(), m_message);
    form->addRow(QString(), m_go);
    connect(m_user, &entry_line::went_on, this, [this] {
        m_password->setFocus(Qt::TabFocusReason);
    });
    connect(m_password, &entry_line::went_on, this, &sign_in_page::sign_in);
    connect(m_go, &QPushButton::clicked, this, &sign_in_page::sign_in);
}

void sign_in_page::arrive()
{
    const auto users = users_of(m_register_file);
    m_user->set_choices(users);
    if (m_user->text().isEmpty() && !users->empty()) m_user->set_code(users->front().code);
    m_message->clear();
    m_password->clear();
    (m_user->text().isEmpty() ? static_cast<QWidget*>(m_user) : m_password)
        ->setFocus(Qt::TabFocusReason);
}

void sign_in_page::sign_in()
{
    if (!m_go->isEnabled()) return;
    m_go->setEnabled(false);
    m_message->setText(tr("Opening the register…"));
    m_place.desk.open(
        this,
        [file = m_register_file,
         user = m_user->code(),
         password = to_utf8(m_password->text()),
         known = &m_place.known,
         random = &m_random] { return desk_register::open(file, user, password, *known, *random); },
        [this](const status& opened) {
            m_go->setEnabled(true);
            if (!opened) return show_failure(opened.error());
            m_message->clear();
            m_password->clear();
            emit signed_in();
        }
    );
}

void sign_in_page::show_failure(const failure& error)
{
    m_message->setText(
        to_qt(m_place.known.message("failures", name_of(error.code)).in(m_place.language))
    );
    m_password->setFocus(Qt::TabFocusReason);
    m_password->selectAll();
}

} // namespace hotich

#include "moc_sign_in_page.cpp"
