#include "desktop/registers/came_out_box.h"

#include "desktop/forms/entry_line.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

std::vector<sheet_answer> the_same_of_all(
    const std::vector<std::string>& tokens, const paper_step& step
)
{
    std::vector<sheet_answer> answers;
    for (const auto& token : tokens)
        answers.push_back({token, step});
    return answers;
}

came_out_box::came_out_box(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel),
      m_well(new QPushButton(tr("It came out well (Enter)"))),
      m_spoiled(new QPushButton(tr("Spoiled… (Alt+H)"))),
      m_nothing(new QPushButton(tr("Nothing came out (Alt+K)"))),
      m_list(new QVBoxLayout),
      m_reason(new entry_line),
      m_trouble(new QLabel(tr("Tick the spoiled sheets and say why."))),
      m_write(new QPushButton(tr("Write down (Enter)")))
{
    setObjectName("finding");
    m_text->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_well->setObjectName("primary");
    m_well->setDefault(true);
    m_well->setAutoDefault(true);
    m_spoiled->setShortcut(QKeySequence(Qt::ALT | Qt::Key_H));
    m_nothing->setShortcut(QKeySequence(Qt::ALT | Qt::Key_K));
    m_reason->setPlaceholderText(tr("Why: paper jam, printed askew…"));
    m_reason->setAccessibleName(tr("Why the sheet is spoiled"));
    connect(m_well, &QPushButton::clicked, this, [this] { answer_all(paper_state::came_out); });
    connect(m_nothing, &QPushButton::clicked, this, [this] {
        answer_all(paper_state::not_printed);
    });
    connect(m_spoiled, &QPushButton::clicked, this, &came_out_box::ask_which);
    connect(m_reason, &entry_line::went_on, this, &came_out_box::answer_some);
    connect(m_write, &QPushButton::clicked, this, &came_out_box::answer_some);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_well, m_spoiled, m_nothing})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* why = new QHBoxLayout;
    why->addWidget(m_reason, 1);
    why->addWidget(m_write);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addLayout(m_list);
    layout->addLayout(why);
    layout->addWidget(m_trouble);
    hide();
}

void came_out_box::ask(std::vector<sent_sheet> sheets)
{
    for (auto* box : m_boxes)
        box->deleteLater();
    m_boxes.clear();
    m_sheets = std::move(sheets);
    QStringList names;
    for (const auto& sheet : m_sheets) {
        names.append(sheet.name);
        m_boxes.push_back(new QCheckBox(sheet.name));
        m_list->addWidget(m_boxes.back());
    }
    const auto count = int(m_sheets.size());
    m_text->setText(
        "<b>" + tr("Did %n sheet(s) come out well?", nullptr, count) + "</b><br>"
        + names.join("; ").toHtmlEscaped()
    );
    m_reason->clear();
    show_details(false);
    show();
    m_well->setFocus(Qt::TabFocusReason);
}

void came_out_box::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    emit asking(true);
}

void came_out_box::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    emit asking(false);
}

void came_out_box::show_details(bool shown)
{
    for (auto* box : m_boxes)
        box->setVisible(shown && m_boxes.size() > 1);
    m_reason->setVisible(shown);
    m_write->setVisible(shown);
    m_trouble->hide();
}

void came_out_box::ask_which()
{
    show_details(true);
    const bool is_one = m_boxes.size() == 1;
    for (auto* box : m_boxes)
        box->setChecked(is_one);
    if (is_one)
        m_reason->setFocus(Qt::TabFocusReason);
    else
        m_boxes.front()->setFocus(Qt::TabFocusReason);
}

void came_out_box::answer_all(paper_state state)
{
    std::vector<std::string> tokens;
    for (const auto& sheet : m_sheets)
        tokens.push_back(sheet.token);
    hide();
    emit answered(the_same_of_all(tokens, {state}));
}

void came_out_box::answer_some()
{
    std::vector<sheet_answer> answers;
    bool is_any_spoiled = false;
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        const bool is_spoiled = m_boxes[i]->isChecked();
        is_any_spoiled = is_any_spoiled || is_spoiled;
        const paper_step spoiled{paper_state::spoiled, m_reason->cleaned()};
        answers.push_back({m_sheets[i].token, is_spoiled ? spoiled : paper_step{}});
    }
    if (!is_any_spoiled || m_reason->cleaned().empty()) {
        m_trouble->show();
        return m_reason->setFocus(Qt::TabFocusReason);
    }
    hide();
    emit answered(answers);
}

} // namespace hotich

#include "moc_came_out_box.cpp"
