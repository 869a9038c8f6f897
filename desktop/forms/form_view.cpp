#include "desktop/forms/form_view.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_finder.h"
#include "desktop/forms/outcome_view.h"
#include "desktop/forms/person_filler.h"
#include "desktop/forms/review_view.h"
#include "desktop/forms/target_filler.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int steps_width = 208;
constexpr int findings_height = 92;
constexpr int help_height = 34;
constexpr int max_page_shortcuts = 9;

bool has_declaration(const event_definition& event)
{
    const auto is_one = [](const paper_definition& paper) { return paper.kind == "declaration"; };
    if (std::any_of(event.papers.begin(), event.papers.end(), is_one)) return true;
    return std::any_of(event.parts.begin(), event.parts.end(), [](const joint_part& part) {
        return part.definition != nullptr && has_declaration(*part.definition);
    });
}

} // namespace

form_view::form_view(const workplace& place, form_origin origin, QWidget* parent)
    : page(parent),
      m_place(place),
      m_session(new form_session(place, std::move(origin), this)),
      m_stages(new QStackedWidget(this)),
      m_review(new review_view(place, m_stages)),
      m_outcome(new outcome_view(place, m_stages)),
      m_targets(new target_filler(place, *m_session, this)),
      m_people(new person_filler(place, *m_session, this)),
      m_finder(new entry_finder(place, m_stages))
{
    m_stages->addWidget(make_editing_part());
    m_stages->addWidget(m_review);
    m_stages->addWidget(m_outcome);
    m_stages->addWidget(m_finder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stages);
    connect_session();
    connect_stages();
    connect_people();
    make_targets();
    show_state();
    m_findings->show_findings({}, m_session->event());
    m_session->check_now();
}

form_view::~form_view() { m_session->keep_draft(); }

QWidget* form_view::make_editing_part()
{
    // Each inside its parent from the beginning, for a style sheet dresses anew whatever is moved
    // and all that is in it; in the order in which Tab goes through them.
    auto* part = new QWidget(m_stages);
    m_steps = new QListWidget(part);
    m_heading = new QLabel(part);
    m_draft_note = new QLabel(part);
    m_page_stack = new QStackedWidget(part);
    make_pages(m_page_stack);
    m_help = new QLabel(part);
    m_findings = new findings_list(m_place.known, m_place.language, part);
    m_steps->setObjectName("steps");
    m_steps->setFixedWidth(steps_width);
    m_steps->setFocusPolicy(Qt::NoFocus);
    m_steps->setWordWrap(true);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_heading->setObjectName("heading");
    m_heading->setText(to_qt(m_session->event().title.in(m_place.language)));
    m_draft_note->setObjectName("quiet");
    m_help->setObjectName("quiet");
    m_help->setWordWrap(true);
    m_help->setFixedHeight(help_height);
    m_findings->setFixedHeight(findings_height);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_draft_note);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(10, 8, 12, 8);
    right->setSpacing(6);
    right->addLayout(top);
    right->addWidget(m_page_stack, 1);
    right->addWidget(m_help);
    right->addWidget(m_findings);
    right->addLayout(make_buttons(part));
    auto* layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_steps);
    layout->addLayout(right, 1);
    return part;
}

void form_view::make_pages(QStackedWidget* into)
{
    const auto& event = m_session->event();
    for (std::size_t i = 0; i < event.pages.size(); ++i) {
        auto* view = new page_view(event, event.pages[i], m_place, m_session->setting(), into);
        m_pages.push_back(view);
        into->addWidget(view);
        m_steps->addItem(QString());
        connect(view, &page_view::edited, this, [this](field_row* row) {
            const auto& path = row->field().path;
            const auto value = row->editor().value();
            // The line of a card is on its way; its first digits were taken for the field's own.
            const bool is_card = m_people->is_card_line(path, value);
            m_session->set(path, is_card ? json::value() : value);
        });
        connect(view, &page_view::pasted, this, [this](field_row* row) {
            m_session->set_apart(row->field().path, row->editor().value());
        });
        connect(view, &page_view::went_on, this, [this](field_row* row) { move_on(row, 1); });
        connect(view, &page_view::went_back, this, [this](field_row* row) { move_on(row, -1); });
        connect(view, &page_view::came, this, &form_view::on_came);
        connect(view, &page_view::left, this, &form_view::on_left);
        if (i >= max_page_shortcuts) continue;
        auto* jump = new QAction(this);
        jump->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(i))));
        connect(jump, &QAction::triggered, this, [this, i] { show_page(int(i)); });
        addAction(jump);
    }
    for (const int steps : {1, -1}) {
        auto* turn = new QAction(this);
        turn->setShortcut(QKeySequence(Qt::CTRL | (steps > 0 ? Qt::Key_PageDown : Qt::Key_PageUp)));
        connect(turn, &QAction::triggered, this, [this, steps] {
            if (const int next = page_beside(current_page(), steps); next >= 0) show_page(next);
        });
        addAction(turn);
    }
    connect(m_steps, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        show_page(m_steps->row(item));
    });
}

QLayout* form_view::make_buttons(QWidget* part)
{
    auto* drop = new QPushButton(tr("Discard the draft"), part);
    auto* declare = new QPushButton(tr("Declaration to sign (Ctrl+P)"), part);
    auto* back = new QPushButton(tr("Previous part"), part);
    auto* next = new QPushButton(tr("Next part"), part);
    auto* look = new QPushButton(tr("Review (Ctrl+S)"), part);
    look->setObjectName("primary");
    connect(drop, &QPushButton::clicked, this, &form_view::discard);
    connect(back, &QPushButton::clicked, this, [this] {
        if (const int to = page_beside(current_page(), -1); to >= 0) show_page(to);
    });
    connect(next, &QPushButton::clicked, this, [this] {
        if (const int to = page_beside(current_page(), 1); to >= 0)
            show_page(to);
        else
            review();
    });
    connect(look, &QPushButton::clicked, this, &form_view::review);
    if (!has_declaration(m_session->event())) declare->hide();
    connect(declare, &QPushButton::clicked, this, &form_view::want_declaration);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(drop);
    buttons->addWidget(declare);
    buttons->addStretch(1);
    for (auto* button : {back, next, look})
        buttons->addWidget(button);
    return buttons;
}

void form_view::connect_session()
{
    connect(m_session, &form_session::changed, this, [this] {
        show_state();
        m_targets->look_again();
        m_people->look_again();
    });
    connect(m_session, &form_session::checked, this, [this] {
        show_findings();
        if (m_review_is_wanted) finish_review();
    });
    connect(m_session, &form_session::draft_kept, this, [this] {
        m_draft_note->setText(tr("Draft kept on this PC"));
    });
    connect(m_session, &form_session::failed, this, [this](const failure& error) {
        m_review_is_wanted = false;
        emit failed(error);
    });
    connect(
        m_session,
        &form_session::registered,
        this,
        [this](const registration_outcome& outcome) {
            if (!outcome.is_stored()) {
                m_review->show_session(*m_session);
                m_review->arrive();
                return;
            }
            m_outcome->show_outcome(outcome, m_session->event());
            show_stage(finished);
            emit work_waits();
        }
    );
}

QString form_view::title() const { return to_qt(m_session->event().title.in(m_place.language)); }

void form_view::arrive()
{
    switch (m_stages->currentIndex()) {
    case editing: {
        auto* view = m_pages[std::size_t(current_page())];
        auto* row = m_current != nullptr ? m_current : view->next_row(nullptr, 1);
        if (row != nullptr) row->editor().first_part()->setFocus(Qt::TabFocusReason);
        break;
    }
    case reviewing:
        m_review->arrive();
        break;
    case searching:
        break; // begin() gave it the focus
    default:
        m_outcome->arrive();
    }
}

void form_view::leave() { m_session->keep_draft(); }

field_row* form_view::row_of(const std::string& path) const
{
    for (const auto* view : m_pages)
        for (auto* row : view->rows())
            if (row->field().path == path) return row;
    return nullptr;
}

int form_view::current_page() const { return m_page_stack->currentIndex(); }

void form_view::show_page(int index)
{
    if (m_stages->currentIndex() != editing || index < 0 || index >= int(m_pages.size())) return;
    if (m_session->state().is_page_hidden(std::size_t(index))) return;
    if (index != current_page()) m_progress.left_pages.insert(current_page());
    m_page_stack->setCurrentIndex(index);
    m_steps->setCurrentRow(index);
    if (auto* row = m_pages[std::size_t(index)]->next_row(nullptr, 1))
        row->editor().first_part()->setFocus(Qt::TabFocusReason);
    show_findings();
}

void form_view::go_to_field(const QString& path)
{
    const auto& event = m_session->event();
    const int field = field_of_finding(event, to_utf8(path));
    if (field < 0) return;
    if (m_stages->currentIndex() == reviewing) go_back();
    show_page(page_of_field(event, field));
    if (auto* row = row_of(event.fields[std::size_t(field)].path))
        row->editor().part_at(to_utf8(path))->setFocus(Qt::TabFocusReason);
}

void form_view::on_came(field_row* row)
{
    m_current = row;
    m_help->setText(to_qt(row->field().help.in(m_place.language)));
}

void form_view::on_left(field_row* row)
{
    take_over(row);
    if (m_progress.left_fields.insert(row->field().path).second) show_findings();
}

void form_view::move_on(field_row* from, int steps)
{
    take_over(from); // before the next field is chosen: it may be hidden now
    if (auto* row = m_pages[std::size_t(current_page())]->next_row(from, steps))
        return row->editor().first_part()->setFocus(Qt::TabFocusReason);
    const int next = page_beside(current_page(), steps);
    if (next >= 0)
        show_page(next);
    else if (steps > 0)
        review();
}

int form_view::page_beside(int from, int steps) const
{
    for (int index = from + steps; index >= 0 && index < int(m_pages.size()); index += steps)
        if (!m_session->state().is_page_hidden(std::size_t(index))) return index;
    return -1;
}

void form_view::show_state()
{
    const auto& event = m_session->event();
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->show_state(event, m_session->state());
        m_steps->item(int(i))->setHidden(m_session->state().is_page_hidden(i));
    }
}

void form_view::show_findings()
{
    const auto& event = m_session->event();
    auto shown =
        visible_findings(event, m_session->findings(), m_session->state().shown(), m_progress);
    std::map<int, std::vector<finding>> by_field;
    for (const auto& item : shown)
        by_field[field_of_finding(event, item.field)].push_back(item);
    for (std::size_t at = 0; at < m_pages.size(); ++at) {
        bool has_block = false;
        for (std::size_t i = 0; i < event.pages[at].fields.size(); ++i) {
            const auto& mine = by_field[int(event.pages[at].fields[i])];
            has_block = has_block || blocks(mine);
            m_pages[at]->rows()[i]->show_findings(mine, event);
        }
        const auto name = to_qt(event.pages[at].title.in(m_place.language));
        m_steps->item(int(at))->setText(
            QString("%1  %2%3").arg(at + 1).arg(name, has_block ? " \u25A0" : "")
        );
    }
    static_cast<QAbstractItemView*>(m_steps)->doItemsLayout(
    ); // a step with its sign may take a second line
    m_findings->show_findings(std::move(shown), event);
}

} // namespace hotich

#include "moc_form_view.cpp"
