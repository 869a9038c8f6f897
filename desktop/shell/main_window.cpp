#include "desktop/shell/main_window.h"

#include "desktop/accounts/enrolment_page.h"
#include "desktop/accounts/sign_in_page.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/form_view.h"
#include "desktop/registers/attention_page.h"
#include "desktop/registers/book_page.h"
#include "desktop/registers/drafts_page.h"
#include "desktop/registers/preview_page.h"
#include "desktop/registers/record_page.h"
#include "desktop/registers/search_page.h"
#include "desktop/shell/help_bubble.h"
#include "desktop/shell/home_page.h"
#include "desktop/shell/keyboard_map.h"
#include "desktop/shell/line_words.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int rail_width = 172;
constexpr QSize first_size{1366, 768};

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
      m_sign_in(new sign_in_page(place, std::move(register_file), random)),
      m_pages(new QStackedWidget),
      m_home(new home_page(place, to_server)),
      m_search(new search_page(place)),
      m_book(new book_page(place)),
      m_attention(new attention_page(place)),
      m_drafts(new drafts_page(place)),
      m_line_label(new QLabel),
      m_message(new QLabel)
{
    setWindowTitle(tr("Civil-status register"));
    resize(first_size);
    m_parts->addWidget(m_enrolment);
    m_parts->addWidget(m_sign_in);
    m_parts->addWidget(make_workplace());
    setCentralWidget(m_parts);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_line_label);
    statusBar()->hide();
    make_actions();
    connect(m_enrolment, &enrolment_page::enrolled, this, &main_window::signed_in);
    connect(m_sign_in, &sign_in_page::signed_in, this, &main_window::signed_in);
    connect(&m_line, &line::changed, this, &main_window::show_line);
    connect(&m_line, &line::records_changed, this, [this] {
        if (current() != nullptr) current()->refresh();
    });
    show_line();
}

main_window::~main_window() = default;

QWidget* main_window::make_workplace()
{
    auto* rail = new QWidget;
    rail->setObjectName("rail");
    rail->setFixedWidth(rail_width);
    auto* buttons = new QVBoxLayout(rail);
    buttons->setContentsMargins(0, 10, 0, 10);
    buttons->setSpacing(2);
    auto* birth = add_to_rail(buttons, tr("New"), Qt::Key_F2, nullptr);
    connect(birth, &QPushButton::clicked, this, [this] {
        if (const auto events = m_place.known.events(); !events.empty()) open_form(*events.front());
    });
    add_to_rail(buttons, tr("Today"), Qt::Key_F8, m_home);
    add_to_rail(buttons, tr("Search"), Qt::Key_F3, m_search);
    add_to_rail(buttons, tr("Book"), Qt::Key_F4, m_book);
    add_to_rail(buttons, tr("Needs attention"), Qt::Key_F6, m_attention);
    add_to_rail(buttons, tr("Drafts"), Qt::Key_F7, m_drafts);
    auto* sync = add_to_rail(buttons, tr("Synchronise"), Qt::Key_F5, nullptr);
    connect(sync, &QPushButton::clicked, this, [this] { m_line.synchronise_now(); });
    buttons->addStretch(1);
    auto* keys = add_to_rail(buttons, tr("Keys"), QKeySequence(Qt::SHIFT | Qt::Key_F1), nullptr);
    connect(keys, &QPushButton::clicked, this, [this, keys] {
        help_bubble::show_at(keys, keyboard_map_html());
    });
    for (auto* fixed : {static_cast<page*>(m_home), m_search, m_book, m_attention, m_drafts})
        adopt(fixed);
    connect(m_home, &home_page::drafts_wanted, this, [this] { go(m_drafts); });
    connect(m_home, &home_page::attention_wanted, this, [this] { go(m_attention); });
    connect(m_home, &home_page::synchronisation_wanted, this, [this] { m_line.synchronise_now(); });
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
    if (target != nullptr)
        connect(button, &QPushButton::clicked, this, [this, target] { go(target); });
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
    add_action(Qt::Key_F1, [this] { current()->help(); });
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
    connect(made, &page::new_wanted, this, [this](const QString& name) {
        if (const auto* event = m_place.known.find_event(to_utf8(name))) open_form(*event);
    });
    // Queued, because going back deletes the page that asks for it.
    connect(made, &page::back_wanted, this, &main_window::go_back, Qt::QueuedConnection);
    connect(made, &page::said, this, &main_window::say);
    connect(made, &page::failed, this, &main_window::show_failure);
    connect(made, &page::work_waits, &m_line, &line::work_waits);
}

void main_window::show_enrolment()
{
    m_parts->setCurrentWidget(m_enrolment);
    m_enrolment->arrive();
}

void main_window::show_sign_in()
{
    m_parts->setCurrentWidget(m_sign_in);
    m_sign_in->arrive();
}

void main_window::show_workplace()
{
    m_parts->setCurrentIndex(m_parts->count() - 1);
    statusBar()->show();
    go(m_home);
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

void main_window::open_form(const event_definition& event)
{
    begin_new(m_place, this, event, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::open_draft(const draft& kept)
{
    begin_draft(m_place, this, kept, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::open_correction(const std::string& record_id)
{
    begin_correction(m_place, this, record_id, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::begin_form(result<form_origin> origin)
{
    if (!origin) return show_failure(origin.error());
    // One form at a time: the one before is kept as its draft.
    pop_to(1);
    auto* form = new form_view(m_place, std::move(*origin));
    adopt(form);
    go(form);
}

void main_window::open_record(const QString& record_id)
{
    auto* made = new record_page(m_place, record_id);
    adopt(made);
    go(made);
}

void main_window::open_paper(const QString& record_id, const QString& certificate)
{
    auto* made = new preview_page(m_place, record_id, certificate);
    adopt(made);
    go(made);
}

void main_window::show_failure(const failure& error)
{
    const auto sentence =
        to_qt(m_place.known.message("failures", name_of(error.code)).in(m_place.language));
    m_message->setText(
        "<span style='color:#b02121'>\u25A0 " + sentence.toHtmlEscaped() + "</span>"
    );
}

void main_window::say(const QString& sentence) { m_message->setText(sentence.toHtmlEscaped()); }

void main_window::show_line() { m_line_label->setText(line_html(m_line.report(), m_place)); }

} // namespace hotich

#include "moc_main_window.cpp"
