#include "desktop/shell/main_window.h"

#include "common/register/desk_rights.h"
#include "desktop/accounts/enrolment_page.h"
#include "desktop/accounts/manager_desk.h"
#include "desktop/accounts/sign_in_page.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/attention_page.h"
#include "desktop/registers/blanks_page.h"
#include "desktop/registers/book_page.h"
#include "desktop/registers/day_page.h"
#include "desktop/registers/dossiers_page.h"
#include "desktop/registers/drafts_page.h"
#include "desktop/registers/fix_page.h"
#include "desktop/registers/notices_page.h"
#include "desktop/registers/papers_page.h"
#include "desktop/registers/pins_page.h"
#include "desktop/registers/printer_page.h"
#include "desktop/registers/search_page.h"
#include "desktop/registers/why_not.h"
#include "desktop/shell/appearance_page.h"
#include "desktop/shell/help_bubble.h"
#include "desktop/shell/home_page.h"
#include "desktop/shell/keyboard_map.h"
#include "desktop/shell/line_words.h"
#include "desktop/shell/machine_page.h"
#include "desktop/shell/practice_guide.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace hotich {

namespace {

constexpr int rail_width = 172;
constexpr QSize first_size{1366, 768};
constexpr const char* geometry_setting = "geometry";

} // namespace

main_window::main_window(
    const workplace& place,
    line& to_server,
    enroller& with,
    std::string register_file,
    random_source& random,
    QWidget* parent
)
    : QMainWindow(parent),
      m_place(place),
      m_line(to_server),
      m_parts(new QStackedWidget),
      m_enrolment(new enrolment_page(place, with)),
      m_manager(new manager_desk(place, register_file.empty() ? "" : register_file + ".manager")),
      m_sign_in(new sign_in_page(place, std::move(register_file), random)),
      m_pages(new QStackedWidget),
      m_home(new home_page(place, to_server)),
      m_search(new search_page(place)),
      m_book(new book_page(place)),
      m_attention(new attention_page(place)),
      m_dossiers(new dossiers_page(place)),
      m_notices(new notices_page(place)),
      m_day(new day_page(place)),
      m_pins(new pins_page(place)),
      m_papers(new papers_page(place)),
      m_blanks(new blanks_page(place)),
      m_drafts(new drafts_page(place)),
      m_machine(new machine_page(place, to_server)),
      m_line_label(new QLabel),
      m_message(new QLabel)
{
    setWindowTitle(tr("Civil-status register"));
    resize(first_size);
    restoreGeometry(window_settings().value(geometry_setting).toByteArray());
    m_parts->addWidget(m_enrolment);
    m_parts->addWidget(m_sign_in);
    m_parts->addWidget(m_manager);
    m_parts->addWidget(make_workplace());
    setCentralWidget(place.is_practice ? with_practice(m_parts) : m_parts);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_line_label);
    statusBar()->hide();
    make_actions();
    // Elsewhere the same keys are other pages' own.
    const auto hold_keys = [this](int part) {
        for (auto* action : actions())
            action->setEnabled(part == m_parts->count() - 1);
    };
    connect(m_parts, &QStackedWidget::currentChanged, this, hold_keys);
    hold_keys(m_parts->currentIndex());
    connect(m_enrolment, &enrolment_page::enrolled, this, &main_window::signed_in);
    connect(m_sign_in, &sign_in_page::signed_in, this, &main_window::signed_in);
    connect(m_sign_in, &sign_in_page::manager_wanted, this, &main_window::show_manager);
    connect(m_enrolment, &enrolment_page::manager_wanted, this, &main_window::show_manager);
    connect(&m_line, &line::changed, this, &main_window::show_line);
    connect(&m_line, &line::records_changed, this, [this] {
        read_granted();
        if (current() != nullptr) current()->refresh();
    });
    show_line();
}

main_window::~main_window() = default;

void main_window::closeEvent(QCloseEvent* event)
{
    if (current() != nullptr) current()->leave(); // keeps what is typed
    window_settings().setValue(geometry_setting, saveGeometry());
    QMainWindow::closeEvent(event);
}

QWidget* main_window::make_workplace()
{
    auto* rail = new QWidget;
    rail->setObjectName("rail");
    rail->setFixedWidth(rail_width);
    auto* buttons = new QVBoxLayout(rail);
    buttons->setContentsMargins(0, 10, 0, 10);
    buttons->setSpacing(2);
    auto* fresh = add_to_rail(buttons, tr("New"), QKeySequence(Qt::CTRL | Qt::Key_N), nullptr);
    m_place.granted->guard(fresh, "new_record");
    connect(fresh, &QPushButton::clicked, this, &main_window::open_event_choice);
    add_to_rail(buttons, tr("Today"), Qt::Key_F8, m_home);
    add_to_rail(buttons, tr("Search"), Qt::Key_F3, m_search);
    add_to_rail(buttons, tr("Book"), Qt::Key_F4, m_book);
    add_to_rail(buttons, tr("Needs attention"), Qt::Key_F6, m_attention);
    add_to_rail(buttons, tr("Drafts"), Qt::Key_F7, m_drafts);
    add_to_rail(buttons, tr("Dossiers"), Qt::Key_F9, m_dossiers);
    add_to_rail(buttons, tr("Notices"), Qt::Key_F10, m_notices);
    add_to_rail(buttons, tr("Personal numbers"), Qt::Key_F11, m_pins);
    add_to_rail(buttons, tr("Sheet of the day"), Qt::Key_F12, m_day);
    add_to_rail(buttons, tr("Papers"), QKeySequence(Qt::CTRL | Qt::Key_G), m_papers);
    add_to_rail(buttons, tr("Blanks"), QKeySequence(Qt::CTRL | Qt::Key_K), m_blanks);
    auto* sync = add_to_rail(buttons, tr("Synchronise"), Qt::Key_F5, nullptr);
    connect(sync, &QPushButton::clicked, this, [this] { m_line.synchronise_now(); });
    add_to_rail(buttons, tr("Line, machine"), QKeySequence(Qt::CTRL | Qt::Key_M), m_machine);
    buttons->addStretch(1);
    auto* looks =
        add_to_rail(buttons, tr("Appearance"), QKeySequence(Qt::CTRL | Qt::Key_F1), nullptr);
    connect(looks, &QPushButton::clicked, this, [this] {
        auto* made = new appearance_page(m_pages);
        adopt(made);
        go(made);
    });
    auto* keys = add_to_rail(buttons, tr("Keys"), QKeySequence(Qt::SHIFT | Qt::Key_F1), nullptr);
    connect(keys, &QPushButton::clicked, this, [this, keys] {
        help_bubble::show_at(keys, keyboard_map_html(), 2 * help_bubble::usual_width);
    });
    adopt_fixed_pages();
    auto* whole = new QWidget;
    auto* layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(rail);
    layout->addWidget(m_pages, 1);
    return whole;
}

QPushButton* main_window::add_to_rail(
    QVBoxLayout* rail, const QString& text, const QKeySequence& key, page* target
)
{
    auto* button = new QPushButton;
    button->setText(QString("%1  %2").arg(key.toString(QKeySequence::NativeText), text));
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::NoFocus);
    button->setCheckable(target != nullptr);
    if (target != nullptr) {
        connect(button, &QPushButton::clicked, this, [this, target] { go(target); });
        if (target != m_home && target != m_machine) m_place.granted->guard(button, "look");
    }
    add_action(key, [button] { button->click(); });
    rail->addWidget(button);
    m_rail.emplace_back(button, target);
    return button;
}

QAction* main_window::add_action(const QKeySequence& key, std::function<void()> act)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        if (is_at_work()) act();
    });
    addAction(action);
    return action;
}

void main_window::make_actions()
{
    add_action(Qt::Key_Escape, [this] { go_back(); });
    add_action(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { current()->save(); });
    add_action(QKeySequence(Qt::CTRL | Qt::Key_P), [this] { current()->print(); });
    add_action(Qt::Key_F2, [this] { open_last_event(); });
    add_action(Qt::Key_F1, [this] { help(); });
}

void main_window::adopt(page* made)
{
    m_pages->addWidget(made);
    connect(made, &page::record_wanted, this, &main_window::open_record);
    connect(made, &page::paper_wanted, this, &main_window::open_paper);
    connect(made, &page::draft_wanted, this, &main_window::open_draft);
    connect(made, &page::correction_wanted, this, [this](const QString& id) {
        open_correction(to_utf8(id));
    });
    connect(made, &page::note_wanted, this, [this](const QString& id) {
        open_note_choice(to_utf8(id));
    });
    connect(made, &page::again_wanted, this, &main_window::open_again);
    connect(made, &page::printer_wanted, this, [this] {
        auto* measuring = new printer_page(m_place, m_pages);
        adopt(measuring);
        go(measuring);
    });
    connect(made, &page::list_wanted, this, &main_window::open_list);
    connect(made, &page::declaration_wanted, this, &main_window::open_declaration);
    connect(made, &page::fix_wanted, this, [this](const QString& id) {
        if (!may_start("mend")) return;
        auto* mending = new fix_page(m_place, id, m_pages);
        adopt(mending);
        go(mending);
    });
    connect(made, &page::dossier_wanted, this, [this](const QString& id) {
        open_dossier(to_utf8(id));
    });
    connect(made, &page::new_wanted, this, [this](const QString& name) {
        if (const auto* event = m_place.known.find_event(to_utf8(name))) open_form(*event);
    });
    // Queued, because going back deletes the page that asks for it.
    connect(made, &page::back_wanted, this, &main_window::go_back, Qt::QueuedConnection);
    connect(made, &page::guide_wanted, this, &main_window::open_guide);
    connect(made, &page::said, this, &main_window::say);
    connect(made, &page::failed, this, &main_window::show_failure);
    connect(made, &page::work_waits, &m_line, &line::work_waits);
}

void main_window::show_enrolment()
{
    m_parts->setCurrentWidget(m_enrolment);
    m_enrolment->arrive();
}

void main_window::show_manager()
{
    auto* before = m_parts->currentWidget();
    m_parts->setCurrentWidget(m_manager);
    statusBar()->hide(); // it tells of the desk's line
    disconnect(m_manager, &manager_desk::left, this, nullptr);
    connect(m_manager, &manager_desk::left, this, [this, before] {
        before == m_enrolment ? show_enrolment() : show_sign_in();
    });
    m_manager->arrive();
}

void main_window::show_making_of_practice()
{
    auto* wait = new QLabel(tr("Making up people and events to practise on\u2026"));
    wait->setAlignment(Qt::AlignCenter);
    m_parts->insertWidget(0, wait);
    m_parts->setCurrentWidget(wait);
}

void main_window::show_sign_in()
{
    m_parts->setCurrentWidget(m_sign_in);
    m_sign_in->arrive();
}

void main_window::show_workplace(const std::string& user)
{
    const bool is_back = !m_stack.empty() && user == m_user;
    m_user = user;
    m_parts->setCurrentIndex(m_parts->count() - 1);
    statusBar()->show();
    if (m_guide != nullptr) m_guide->begin();
    read_granted();
    if (is_back) return current()->arrive();
    pop_to(std::min<std::size_t>(m_stack.size(), 1));
    go(m_home);
    recall_last_event();
}

/// An account's rights come with the feed, so they may change with every exchange.
void main_window::read_granted()
{
    m_place.desk.ask(
        this,
        [now = m_place.time.now()](desk_register& desk) { return actions_at(desk, now); },
        [this](result<std::set<std::string, std::less<>>> actions) {
            if (!actions) return show_failure(actions.error());
            const failure why{
                failure_code::not_allowed,
                actions->empty() ? "account_needed" : "account_not_allowed"};
            m_place.granted->grant(
                std::move(*actions), why_not(m_place.known, why, m_place.language)
            );
        }
    );
}

bool main_window::may_start(const char* action)
{
    if (m_place.granted->may(action)) return true;
    say(m_place.granted->why_not());
    return false;
}

void main_window::show_lock()
{
    if (!is_at_work()) return;
    current()->leave(); // keeps what is typed
    statusBar()->hide();
    show_sign_in();
}

bool main_window::is_at_work() const
{
    return m_parts->currentIndex() == m_parts->count() - 1 && current() != nullptr;
}

void main_window::go(page* target)
{
    say({});
    const auto found = std::find(m_stack.begin(), m_stack.end(), target);
    if (found != m_stack.end()) {
        pop_to(std::size_t(found - m_stack.begin()) + 1);
    } else {
        if (!m_stack.empty()) m_stack.back()->leave();
        m_stack.push_back(target);
    }
    m_pages->setCurrentWidget(target);
    for (const auto& [button, shown] : m_rail)
        button->setChecked(shown == target);
    setWindowTitle(tr("%1 - Civil-status register").arg(target->title()));
    target->arrive();
}

void main_window::pop_to(std::size_t depth)
{
    while (m_stack.size() > depth) {
        auto* gone = m_stack.back();
        m_stack.pop_back();
        gone->leave();
        if (!gone->is_transient()) continue;
        m_pages->removeWidget(gone);
        gone->deleteLater();
    }
}

void main_window::go_back()
{
    if (current() == nullptr || current()->go_back() || m_stack.size() < 2) return;
    go(m_stack[m_stack.size() - 2]);
}

void main_window::show_failure(const failure& error)
{
    const auto sentence = why_not(m_place.known, error, m_place.language);
    m_message->setText(
        "<span style='color:" + tone("red") + "'>\u25A0 " + sentence.toHtmlEscaped() + "</span>"
    );
}

void main_window::say(const QString& sentence) { m_message->setText(sentence.toHtmlEscaped()); }

void main_window::show_line() { m_line_label->setText(line_html(m_line.report(), m_place)); }

} // namespace hotich

#include "moc_main_window.cpp"
