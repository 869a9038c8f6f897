#include "desktop/accounts/enrolment_page.h"

#include "desktop/accounts/card.h"
#include "desktop/accounts/prepared_enrolment.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"

#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace hotich {

namespace {

constexpr int min_password_length = 8;
constexpr int steps = 3;

} // namespace

enrolment_page::enrolment_page(const workplace& place, enroller& with, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_enroller(with),
      m_form(place_card(
          this,
          tr("Set up this desk"),
          tr("The IT officer gives you the address of the server and a code. They are needed once; "
             "afterwards this PC "
             "works without a line too.")
      )),
      m_server(add_line(tr("Server"), "https://…")),
      m_code(add_line(tr("Code"), "XXXXX-XXXXX-…")),
      m_user(add_line(tr("Your name"), tr("as it stands on entries"))),
      m_password(add_line(tr("Password"), QString())),
      m_again(add_line(tr("Password again"), QString())),
      m_message(new QLabel),
      m_progress(new QProgressBar),
      m_go(new QPushButton(tr("Set up (Enter)")))
{
    m_user->set_is_name();
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("at least %n characters", nullptr, min_password_length));
    m_again->setEchoMode(QLineEdit::Password);
    m_message->setWordWrap(true);
    m_message->setObjectName("trouble");
    m_message->setMinimumHeight(56);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_go->setObjectName("primary");
    m_form->addRow(QString(), m_progress);
    m_form->addRow(QString(), m_message);
    m_form->addRow(QString(), m_go);
    connect(
        add_manager_button(m_form), &QPushButton::clicked, this, &enrolment_page::manager_wanted
    );
    add_practice_button(m_form, to_qt(place.language));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        connect(m_lines[i], &entry_line::went_on, this, [this, i] {
            if (i + 1 < m_lines.size())
                m_lines[i + 1]->setFocus(Qt::TabFocusReason);
            else
                enrol();
        });
    }
    connect(m_go, &QPushButton::clicked, this, &enrolment_page::enrol);
}

entry_line* enrolment_page::add_line(const QString& label, const QString& hint)
{
    auto* line = new entry_line;
    line->setPlaceholderText(hint);
    line->setAccessibleName(label);
    m_form->addRow(label, line);
    m_lines.push_back(line);
    return line;
}

void enrolment_page::arrive()
{
    const auto prepared = enrolment_of_this_pc();
    if (m_server->text().isEmpty()) m_server->setText(prepared.server);
    if (m_code->text().isEmpty()) m_code->setText(prepared.code);
    const auto first = std::ranges::find_if(m_lines, [](const entry_line* line) {
        return line->text().isEmpty();
    });
    (first == m_lines.end() ? m_server : *first)->setFocus(Qt::TabFocusReason);
}

QString enrolment_page::what_is_missing() const
{
    if (m_server->text().isEmpty()) return tr("Please enter the address of the server.");
    if (m_code->text().isEmpty()) return tr("Please enter the code.");
    if (m_user->text().isEmpty()) return tr("Please enter your name.");
    if (m_password->text().length() < min_password_length)
        return tr("The password needs at least %n characters.", nullptr, min_password_length);
    if (m_password->text() != m_again->text()) return tr("The two passwords are not the same.");
    return {};
}

void enrolment_page::enrol()
{
    if (!m_go->isEnabled()) return;
    if (const auto missing = what_is_missing(); !missing.isEmpty()) {
        m_message->setText(missing);
        return;
    }
    auto server = m_server->cleaned();
    if (server.find("://") == std::string::npos) server.insert(0, "https://");
    set_busy(true);
    m_enroller.enrol(
        {server, m_code->cleaned(), m_user->cleaned(), to_utf8(m_password->text())},
        [this](enrolment_step step) { show_step(step); },
        [this](const status& done) { show_result(done); }
    );
}

void enrolment_page::show_step(enrolment_step step)
{
    m_progress->setValue(int(step));
    switch (step) {
    case enrolment_step::making_register:
        return m_message->setText(tr("Making the encrypted register…"));
    case enrolment_step::asking_server:
        return m_message->setText(tr("Asking the server…"));
    case enrolment_step::first_synchronisation:
        return m_message->setText(tr("Fetching what the office has…"));
    }
}

void enrolment_page::show_result(const status& done)
{
    set_busy(false);
    if (done) {
        m_progress->setValue(steps);
        m_message->clear();
        emit enrolled();
        return;
    }
    m_progress->setValue(0);
    switch (done.error().code) {
    case failure_code::offline:
        return m_message->setText(
            tr("The server cannot be reached. Check the address and the line, then try again.")
        );
    case failure_code::not_allowed:
        return m_message->setText(tr(
            "The server does not accept this code: it may be used or too old. Ask for a new one."
        ));
    case failure_code::invalid_input:
        return m_message->setText(
            tr("The address or the code is not written right. Please compare every sign.")
        );
    case failure_code::wrong_key:
        return m_message->setText(tr("This is not the server the code belongs to, or a register "
                                     "with another password is there already. "
                                     "Nothing was sent. Please ask the IT officer."));
    default:
        return m_message->setText(to_qt(
            m_place.known.message("failures", name_of(done.error().code)).in(m_place.language)
        ));
    }
}

void enrolment_page::set_busy(bool busy)
{
    m_go->setEnabled(!busy);
    for (auto* line : m_lines)
        line->setEnabled(!busy);
}

} // namespace hotich

#include "moc_enrolment_page.cpp"
