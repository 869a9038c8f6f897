#include "desktop/registers/record_page.h"

#include "common/register/reading_log.h"
#include "desktop/app/labels.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/finding_words.h"
#include "desktop/forms/signs.h"
#include "desktop/registers/comparison_html.h"
#include "desktop/registers/entry_html.h"
#include "desktop/registers/history_words.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/record_html.h"
#include "desktop/registers/record_list.h"
#include "desktop/registers/scan_list.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr int side_width = 360;

QLabel* wrapped_label()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setFocusPolicy(Qt::ClickFocus);
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
      m_notices(new QVBoxLayout),
      m_question(new question_box),
      m_dossier(wrapped_label()),
      m_notes(wrapped_label()),
      m_links(wrapped_label()),
      m_pin(wrapped_label()),
      m_papers(wrapped_label()),
      m_scans(new scan_list(place)),
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
    layout->addLayout(m_notices);
    layout->addLayout(m_actions);
    layout->addWidget(m_question);
    const auto add = [this, layout](const QString& title, QLabel* text) {
        auto* heading = section_label(title);
        layout->addWidget(heading);
        layout->addWidget(text);
        connect(text, &QLabel::linkActivated, this, &page::record_wanted);
        m_sections.emplace_back(heading, text);
    };
    add(tr("Dossier"), m_dossier);
    add(tr("Later notes"), m_notes);
    add(tr("Linked records"), m_links);
    add(tr("Personal identification number"), m_pin);
    add(tr("Papers issued"), m_papers);
    layout->addWidget(section_label(tr("Scanned papers")));
    layout->addWidget(m_scans);
    connect(m_scans, &scan_list::said, this, &page::said);
    connect(m_scans, &scan_list::refused, this, &page::said);
    connect(m_scans, &scan_list::attached, this, [this] {
        emit work_waits();
        arrive();
    });
    add(tr("History"), m_history);
    return side;
}

QString record_page::title() const { return tr("Record"); }

void record_page::arrive()
{
    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id), now = m_place.time.now()](desk_register& desk) -> result<seen> {
            TRY(auto content, desk.load(id));
            TRY_STATUS(note_look(desk, {reading_act::opened, id}, now));
            auto papers = desk.papers_of(content, now);
            auto alike = alike_in_office(desk, content);
            return seen{std::move(content), std::move(alike), std::move(papers)};
        },
        [this](result<seen> loaded) {
            if (!loaded)
                emit failed(loaded.error());
            else
                show_record(std::move(*loaded));
        }
    );
}

void record_page::refresh()
{
    if (!m_question->is_open()) arrive(); // a reason that is being typed is left alone
}

bool record_page::go_back()
{
    if (!m_question->is_open()) return false;
    m_question->close_question();
    return true;
}

void record_page::print()
{
    if (m_record.state != record_state::registered) return;
    for (const auto* paper : m_papers_of)
        if (paper->needs_number) return emit paper_wanted(m_record_id, to_qt(paper->certificate));
}

void record_page::show_record(seen now)
{
    m_record = std::move(now.content);
    m_papers_of = std::move(now.papers);
    m_alike = std::move(now.alike);
    const auto* event = m_place.known.find_event(m_record.event);
    if (event == nullptr) return emit failed({failure_code::not_found, "no such event"});
    const auto& language = m_place.language;
    const auto current = current_data(m_record);
    const auto name = to_qt(title_of(*event, current));
    const auto what = to_qt(event->title.in(language));
    m_heading->setText(name.isEmpty() ? what : what + ": " + name);
    m_values->setHtml(
        comparisons(*event) + record_html(m_place.known, *event, m_record.data, current, language)
    );
    show_state();
    show_reasons(*event);
    show_notices();
    make_actions(*event);
    m_scans->show_scans_of(m_record);
    const auto papers = papers_html(m_record, *event, language);
    const std::vector<QString> texts{
        dossier_html(m_place, m_record),
        notes_html(m_place, m_record),
        links_html(m_place, m_record),
        pin_html(m_place, m_record),
        papers.isEmpty() && m_record.state == record_state::registered ? tr("None yet.") : papers,
        history_html(m_record)};
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        show_text(m_sections[i].first, m_sections[i].second, texts[i]);
}

void record_page::show_text(QLabel* heading, QLabel* label, const QString& html)
{
    heading->setVisible(!html.isEmpty());
    label->setVisible(!html.isEmpty());
    label->setText(html);
}

void record_page::show_state()
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
            sentence_of(reason, event, m_place.known, m_place.language).toHtmlEscaped();
        html += QString("<p style='margin:0 0 4px 0'><span style='color:%1'>%2</span> %3</p>")
                    .arg(colour_of(reason.level).name(), sign_of(reason.level), sentence);
    }
    m_reasons->setText(html);
}

QString record_page::comparisons(const event_definition& event) const
{
    QString html;
    if (m_record.state != record_state::held) return html;
    for (const auto& reason : reasons_of(m_record))
        html += comparison_html(m_place, event, reason, m_record, m_alike);
    return html;
}

} // namespace hotich

#include "moc_record_page.cpp"
