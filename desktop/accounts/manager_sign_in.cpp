#include "desktop/accounts/manager_sign_in.h"

#include "common/base/files.h"
#include "desktop/accounts/account_words.h"
#include "desktop/accounts/card.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t pin_digits = 32; ///< of a SHA-256, so many at least
constexpr std::size_t max_memory_bytes = 4096;

/// Without what people put between groups of digits; "" where it is no beginning of a fingerprint.
std::string pin_of(const std::string& typed)
{
    std::string out;
    for (const char c : typed) {
        if (c == ' ' || c == ':' || c == '-') continue;
        const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool is_hex = (small >= '0' && small <= '9') || (small >= 'a' && small <= 'f');
        if (!is_hex) return {};
        out += small;
    }
    return out.size() >= pin_digits && out.size() <= 2 * pin_digits ? out : std::string();
}

} // namespace

manager_sign_in::manager_sign_in(
    const workplace& place, manager_line& to_server, std::string memory_file, QWidget* parent
)
    : QWidget(parent),
      m_place(place),
      m_line(to_server),
      m_memory_file(std::move(memory_file)),
      m_form(place_card(
          this,
          tr("Manage accounts"),
          tr("For the province administrator and the ministry: this works at the server, with a "
             "line. The server's code is told with the account.")
      )),
      m_server(add_line("server", tr("Server"), "https://…")),
      m_pin(add_line("pin", tr("Server's code"), tr("32 digits or more"))),
      m_name(add_line("name", tr("User"), {})),
      m_password(add_line("password", tr("Password"), {})),
      m_code(add_line("code", tr("One-time code"), tr("6 digits of the authenticator"))),
      m_new(add_line("new", tr("New password"), {})),
      m_again(add_line("again", tr("New password again"), {})),
      m_message(new QLabel),
      m_go(new QPushButton(tr("Sign in (Enter)")))
{
    for (auto* secret : {m_password, m_new, m_again})
        secret->setEchoMode(QLineEdit::Password);
    m_message->setWordWrap(true);
    m_message->setObjectName("trouble");
    m_message->setMinimumHeight(40);
    m_go->setObjectName("primary");
    auto* back = new QPushButton(tr("Back (Esc)"));
    connect(back, &QPushButton::clicked, this, &manager_sign_in::back_wanted);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(back);
    buttons->addWidget(m_go, 1);
    m_form->addRow(QString(), m_message);
    m_form->addRow(QString(), buttons);
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        connect(m_lines[i], &entry_line::went_on, this, [this, i] {
            const bool is_last = m_lines[i] == m_code || m_lines[i] == m_again;
            is_last ? m_go->click() : m_lines[i + 1]->setFocus(Qt::TabFocusReason);
        });
    connect(m_go, &QPushButton::clicked, this, [this] {
        m_form->isRowVisible(m_new) ? take_new_password() : sign_in();
    });
}

entry_line* manager_sign_in::add_line(const char* name, const QString& label, const QString& hint)
{
    auto* line = new entry_line;
    line->setObjectName(name);
    line->setPlaceholderText(hint);
    line->setAccessibleName(label);
    m_form->addRow(label, line);
    m_lines.push_back(line);
    return line;
}

void manager_sign_in::arrive()
{
    m_form->setRowVisible(m_new, false);
    m_form->setRowVisible(m_again, false);
    for (auto* secret : {m_password, m_code, m_new, m_again})
        secret->clear();
    m_message->clear();
    set_busy(false);
    recall();
    const auto first_empty = std::find_if(m_lines.begin(), m_lines.end(), [](const auto* line) {
        return line->text().isEmpty();
    });
    (*first_empty)->setFocus(Qt::TabFocusReason);
}

void manager_sign_in::show_sentence(const QString& sentence) { m_message->setText(sentence); }

void manager_sign_in::sign_in()
{
    const auto pin = pin_of(m_pin->cleaned());
    if (pin.empty()) return refuse(word(m_place, "accounts", "pin_wrong"), m_pin);
    auto server = m_server->cleaned();
    if (server.find("://") == std::string::npos) server.insert(0, "https://");
    m_message->setText(tr("Asking the server…"));
    set_busy(true);
    m_line.sign_in(
        {QUrl(to_qt(server)),
         pin,
         m_name->cleaned(),
         to_utf8(m_password->text()),
         m_code->cleaned()},
        [this](const status& done) { take_answer(done); }
    );
}

void manager_sign_in::take_answer(const status& done)
{
    set_busy(false);
    if (!done) {
        const auto& why = done.error();
        if (why.code == failure_code::wrong_key)
            return refuse(tr("This is not the server with that code. Nothing was sent."), m_pin);
        if (why.code == failure_code::offline)
            return refuse(
                tr("The server cannot be reached. Check the address and the line, then try again."),
                m_server
            );
        const bool wants_code = why.detail == "second_factor_needed";
        return refuse(why_account_not(m_place, why), wants_code ? m_code : m_password);
    }
    remember();
    m_message->clear();
    if (!m_line.who().proof.must_change) return emit signed_in();
    m_form->setRowVisible(m_new, true);
    m_form->setRowVisible(m_again, true);
    refuse(word(m_place, "accounts", "password_must_be_changed"), m_new);
}

void manager_sign_in::take_new_password()
{
    if (m_new->text() != m_again->text())
        return refuse(tr("The two passwords are not the same."), m_again);
    set_busy(true);
    m_line.change_password(
        to_utf8(m_password->text()),
        to_utf8(m_new->text()),
        [this](const status& done) {
            set_busy(false);
            if (!done) return refuse(why_account_not(m_place, done.error()), m_new);
            emit signed_in();
        }
    );
}

void manager_sign_in::refuse(const QString& why, entry_line* where)
{
    m_message->setText(why);
    where->setFocus(Qt::TabFocusReason);
    where->selectAll();
}

void manager_sign_in::set_busy(bool busy)
{
    m_go->setEnabled(!busy);
    for (auto* line : m_lines)
        line->setEnabled(!busy);
}

void manager_sign_in::remember() const
{
    if (m_memory_file.empty()) return;
    // What cannot be remembered is typed again: no reason to stop.
    [[maybe_unused]] const auto kept = replace_file(
        m_memory_file,
        to_text(json::object{
            {"server", m_server->cleaned()}, {"pin", m_pin->cleaned()}, {"name", m_name->cleaned()}}
        )
    );
}

void manager_sign_in::recall()
{
    if (m_memory_file.empty() || !m_server->text().isEmpty()) return;
    const auto text = read_file(m_memory_file, max_memory_bytes);
    const auto kept = text ? parse_json_object(*text) : result<json::object>(text.error());
    if (!kept) return;
    m_server->setText(to_qt(text_at(*kept, "server")));
    m_pin->setText(to_qt(text_at(*kept, "pin")));
    m_name->setText(to_qt(text_at(*kept, "name")));
}

} // namespace hotich

#include "moc_manager_sign_in.cpp"
