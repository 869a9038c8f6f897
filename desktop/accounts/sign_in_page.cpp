#include "desktop/accounts/sign_in_page.h"

#include "common/base/text.h"
#include "common/register/key_file.h"
#include "desktop/accounts/card.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"
#include "desktop/printing/practice_mark.h"
#include "desktop/registers/why_not.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace hotich {

namespace {

choice_list users_of(const std::string& register_file)
{
    auto users = std::make_shared<std::vector<choice>>();
    const auto keys = read_key_file(register_file);
    if (!keys) return users;
    for (const auto& holder : keys->holders)
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
      m_wants_new(new QCheckBox(tr("Change the password"))),
      m_new(new entry_line),
      m_again(new entry_line),
      m_form(place_card(
          this, tr("Civil-status register"), tr("Sign in to open the register of this desk.")
      )),
      m_message(new QLabel),
      m_go(new QPushButton(tr("Sign in (Enter)")))
{
    for (auto* secret : {m_password, m_new, m_again})
        secret->setEchoMode(QLineEdit::Password);
    m_new->setAccessibleName(tr("New password"));
    m_again->setAccessibleName(tr("New password again"));
    m_user->setAccessibleName(tr("User"));
    m_password->setAccessibleName(tr("Password"));
    m_message->setWordWrap(true);
    m_message->setObjectName("trouble");
    m_message->setMinimumHeight(40);
    m_go->setObjectName("primary");
    m_form->addRow(tr("User"), m_user);
    m_form->addRow(tr("Password"), m_password);
    m_form->addRow(QString(), m_wants_new);
    m_form->addRow(tr("New password"), m_new);
    m_form->addRow(tr("New password again"), m_again);
    m_form->addRow(QString(), m_message);
    m_form->addRow(QString(), m_go);
    connect(add_manager_button(m_form), &QPushButton::clicked, this, &sign_in_page::manager_wanted);
    add_practice_button(m_form, to_qt(place.language));
    connect(m_user, &entry_line::went_on, this, [this] {
        m_password->setFocus(Qt::TabFocusReason);
    });
    connect(m_password, &entry_line::went_on, this, &sign_in_page::sign_in);
    connect(m_new, &entry_line::went_on, this, [this] { m_again->setFocus(Qt::TabFocusReason); });
    connect(m_again, &entry_line::went_on, this, &sign_in_page::take_new_password);
    connect(m_go, &QPushButton::clicked, this, [this] {
        is_asking_for_new_password() ? take_new_password() : sign_in();
    });
}

void sign_in_page::arrive()
{
    const auto users = users_of(m_register_file);
    m_user->set_choices(users);
    if (m_user->text().isEmpty() && !users->empty()) m_user->set_code(users->front().code);
    m_message->clear();
    m_wants_new->setChecked(false);
    for (auto* secret : {m_password, m_new, m_again})
        secret->clear();
    m_form->setRowVisible(m_new, false);
    m_form->setRowVisible(m_again, false);
    m_form->setRowVisible(m_wants_new, true);
    m_password->setEnabled(true);
    m_user->setEnabled(true);
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
         random = &m_random,
         store = m_place.store] {
            return desk_register::open(file, user, password, *known, *random, store);
        },
        [this](const status& opened) {
            m_go->setEnabled(true);
            opened ? begin() : show_failure(opened.error());
        }
    );
}

void sign_in_page::begin()
{
    m_place.desk.ask(
        this,
        [now = m_place.time.now()](desk_register& desk) {
            leave_practice_unbound(desk);
            return begin_session(desk, now);
        },
        [this](const result<session_terms>& terms) {
            terms ? greet(*terms) : show_failure(terms.error());
        }
    );
}

void sign_in_page::greet(const session_terms& terms)
{
    if (terms.must_change_password)
        return ask_for_new_password(
            to_qt(m_place.known.message("findings", password_must_be_changed).in(m_place.language))
        );
    if (m_wants_new->isChecked()) return ask_for_new_password({});
    m_message->clear();
    m_password->clear();
    emit signed_in();
}

bool sign_in_page::is_asking_for_new_password() const { return m_form->isRowVisible(m_new); }

void sign_in_page::ask_for_new_password(const QString& why)
{
    m_form->setRowVisible(m_new, true);
    m_form->setRowVisible(m_again, true);
    m_form->setRowVisible(m_wants_new, false);
    m_password->setEnabled(false);
    m_user->setEnabled(false);
    refuse(why, m_new);
}

void sign_in_page::take_new_password()
{
    if (m_new->text() != m_again->text())
        return refuse(tr("The two passwords are not the same."), m_again);
    m_place.desk.ask(
        this,
        [old_one = to_utf8(m_password->text()),
         new_one = to_utf8(m_new->text()),
         now = m_place.time.now()](desk_register& desk) {
            return change_own_password(desk, old_one, new_one, now);
        },
        [this](const status& changed) {
            if (!changed)
                return refuse(why_not(m_place.known, changed.error(), m_place.language), m_new);
            for (auto* secret : {m_password, m_new, m_again})
                secret->clear();
            m_message->clear();
            emit signed_in();
        }
    );
}

void sign_in_page::refuse(const QString& why, entry_line* where)
{
    m_message->setText(why);
    where->setFocus(Qt::TabFocusReason);
    where->selectAll();
}

void sign_in_page::show_failure(const failure& error)
{
    refuse(why_not(m_place.known, error, m_place.language), m_password);
}

} // namespace hotich

#include "moc_sign_in_page.cpp"
