#include "desktop/registers/record_page.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/forms/signs.h"
#include "desktop/registers/history_words.h"
#include "desktop/registers/record_html.h"
#include "desktop/registers/record_list.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr int side_width = 350;

QLabel* section(const QString& title)
{
    auto* label = new QLabel(title);
    label->setObjectName("section");
    return label;
}

QLabel* wrapped_label()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

record_page::record_page(const workplace& place, QString record_id, QWidget* parent)
    : page(parent),
      m_place(place),
      m_record_id(std::move(record_id)),
      m_heading(new QLabel),
      m_state(new QLabel),
      m_values(new QTextBrowser),
      m_reasons(wrapped_label()),
      m_actions(new QVBoxLayout),
      m_reason_box(make_reason_box()),
      m_papers(wrapped_label()),
      m_history(wrapped_label())
{
    m_heading->setObjectName("heading");
    m_state->setTextFormat(Qt::RichText);
    m_values->setOpenLinks(false);
    m_values->setAccessibleName(tr("The record's data"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_state);
    auto* scroll = new QScrollArea;
    scroll->setWidget(make_side());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedWidth(side_width);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_values, 1);
    middle->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addLayout(middle, 1);
}

QWidget* record_page::make_side()
{
    auto* side = new QWidget;
    side->setObjectName("form");
    auto* layout = new QVBoxLayout(side);
    layout->setAlignment(Qt::AlignTop);
    layout->setSpacing(6);
    layout->addWidget(m_reasons);
    layout->addLayout(m_actions);
    layout->addWidget(m_reason_box);
    layout->addWidget(section(tr("Papers issued")));
    layout->addWidget(m_papers);
    layout->addWidget(section(tr("History")));
    layout->addWidget(m_history);
    return side;
}

QFrame* record_page::make_reason_box()
{
    auto* box = new QFrame;
    box->setObjectName("finding");
    m_question = new QLabel;
    m_question->setWordWrap(true);
    m_reason = new entry_line;
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    auto* go = new QPushButton(tr("Confirm (Enter)"));
    go->setObjectName("primary");
    connect(go, &QPushButton::clicked, this, &record_page::resolve);
    connect(m_reason, &entry_line::went_on, this, &record_page::resolve);
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(m_question);
    layout->addWidget(m_reason);
    layout->addWidget(go, 0, Qt::AlignRight);
    box->hide();
    return box;
}

QString record_page::title() const { return tr("Record"); }

void record_page::arrive()
{
    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id)](desk_register& desk) { return desk.load(id); },
        [this](result<record> loaded) {
            if (!loaded)
                emit failed(loaded.error());
            else
                show_record(std::move(*loaded));
        }
    );
}

void record_page::refresh()
{
    if (m_reason_box->isHidden()) arrive(); // a reason that is being typed is left alone
}

bool record_page::go_back()
{
    if (m_reason_box->isHidden()) return false;
    m_reason_box->hide();
    return true;
}

void record_page::print()
{
    const auto* event = m_place.known.find_event(m_record.event);
    if (event == nullptr || event->papers.empty() || m_record.state != record_state::registered)
        return;
    emit paper_wanted(m_record_id, to_qt(event->papers.front().certificate));
}

void record_page::show_record(record content)
{
    m_record = std::move(content);
    const auto* event = m_place.known.find_event(m_record.event);
    if (event == nullptr) return emit failed({failure_code::not_found, "no such event"});
    const auto& language = m_place.language;
    m_heading->setText(
        to_qt(event->title.in(language)) + ": " + to_qt(title_of(*event, m_record.data))
    );
    m_values->setHtml(record_html(m_place.known, *event, m_record.data, language));
    show_state(*event);
    show_reasons(*event);
    make_actions(*event);
    const auto papers = papers_html(m_record, *event, language);
    m_papers->setText(papers.isEmpty() ? tr("None yet.") : papers);
    m_history->setText(history_html(m_record));
}

void record_page::show_state(const event_definition&)
{
    const auto* state = name_of(m_record.state);
    auto text = QString("<span style='color:%1'><b>%2</b></span>")
                    .arg(state_colour(state).name(), state_text(m_place, state).toHtmlEscaped());
    if (m_record.number)
        text = "<b>" + tr("Number %1").arg(to_qt(to_display(*m_record.number))) + "</b> &nbsp; "
            + text;
    m_state->setText(text);
}

void record_page::show_reasons(const event_definition& event)
{
    const bool waits =
        m_record.state == record_state::held || m_record.state == record_state::rejected;
    m_reasons->setVisible(waits);
    if (!waits) return;
    QString html = "<p style='margin:0 0 4px 0'><b>"
        + (m_record.state == record_state::held
               ? tr("Held: the server suspects that it is registered already.")
               : tr("The server did not accept this entry."))
              .toHtmlEscaped()
        + "</b></p>";
    for (const auto& reason : reasons_of(m_record)) {
        const auto sentence =
            to_qt(message_of(reason, m_place.known, &event, m_place.language)).toHtmlEscaped();
        html += QString("<p style='margin:0 0 4px 0'><span style='color:%1'>%2</span> %3</p>")
                    .arg(colour_of(reason.level).name(), sign_of(reason.level), sentence);
    }
    m_reasons->setText(html);
}

QPushButton* record_page::add_action(const QString& text)
{
    auto* button = new QPushButton(text);
    button->setProperty("leftAligned", true);
    m_actions->addWidget(button);
    return button;
}

void record_page::make_actions(const event_definition& event)
{
    while (auto* item = m_actions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool held = m_record.state == record_state::held;
    if (held || m_record.state == record_state::rejected) {
        connect(add_action(tr("Correct and send again")), &QPushButton::clicked, this, [this] {
            emit correction_wanted(m_record_id);
        });
        if (held)
            connect(
                add_action(tr("It is another event: ask for its number")),
                &QPushButton::clicked,
                this,
                [this] {
                    ask_reason(
                        resolution::confirm_distinct,
                        tr("How do you know that it is another event?")
                    );
                }
            );
        connect(add_action(tr("Withdraw it")), &QPushButton::clicked, this, [this] {
            ask_reason(
                resolution::withdraw,
                tr("Why is it withdrawn? It stays in the history and gets no number.")
            );
        });
        if (const auto other = text_at(m_record.other, "record");
            !other.empty() && text_at(m_record.other, "office") == m_record.office)
            connect(
                add_action(tr("Open the other record")),
                &QPushButton::clicked,
                this,
                [this, id = to_qt(other)] { emit record_wanted(id); }
            );
    } else if (m_record.state == record_state::registered) {
        for (const auto& paper : event.papers) {
            auto text = tr("Print: %1").arg(to_qt(paper.title.in(m_place.language)));
            if (&paper == &event.papers.front()) text += " (Ctrl+P)";
            connect(
                add_action(text),
                &QPushButton::clicked,
                this,
                [this, name = to_qt(paper.certificate)] { emit paper_wanted(m_record_id, name); }
            );
        }
    }
    if (m_actions->count() > 0) {
        auto* first = m_actions->itemAt(0)->widget();
        first->setObjectName("primary");
        first->setFocus(Qt::TabFocusReason);
    } else {
        m_values->setFocus(Qt::TabFocusReason);
    }
}

void record_page::ask_reason(resolution what, const QString& question)
{
    m_resolution = what;
    m_question->setText(question);
    m_reason->clear();
    m_reason_box->show();
    m_reason->setFocus(Qt::TabFocusReason);
}

void record_page::resolve()
{
    const auto reason = m_reason->cleaned();
    if (reason.empty()) {
        emit said(tr("A reason is needed."));
        m_reason->setFocus(Qt::TabFocusReason);
        return;
    }
    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id), reason, what = m_resolution, now = m_place.time.now()](
            desk_register& desk
        ) {
            return what == resolution::withdraw ? desk.withdraw(id, reason, now)
                                                : desk.confirm_distinct(id, reason, now);
        },
        [this](const status& done) {
            if (!done) return emit failed(done.error());
            m_reason_box->hide();
            emit said(tr("Saved. It is sent to the server with the next synchronisation."));
            emit work_waits();
            arrive();
        }
    );
}

} // namespace hotich

#include "moc_record_page.cpp"
