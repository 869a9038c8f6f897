#include "desktop/registers/question_box.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

question_box::question_box(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel),
      m_box(new QVBoxLayout),
      m_trouble(new QLabel),
      m_go(new QPushButton(tr("Confirm (Enter)")))
{
    setObjectName("finding");
    m_text->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_trouble->setWordWrap(true);
    m_go->setObjectName("primary");
    connect(m_go, &QPushButton::clicked, this, &question_box::answer);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(m_box);
    layout->addWidget(m_trouble);
    layout->addWidget(m_go, 0, Qt::AlignRight);
    hide();
}

void question_box::ask(question what)
{
    for (auto* widget : m_lines)
        widget->deleteLater();
    for (auto* widget : m_labels)
        widget->deleteLater();
    m_lines.clear();
    m_labels.clear();
    m_question = std::move(what);
    m_text->setText(m_question.text);
    m_trouble->hide();
    for (std::size_t i = 0; i < m_question.lines.size(); ++i) {
        auto* label = new QLabel(m_question.lines[i].label);
        label->setObjectName("quiet");
        auto* line = new entry_line;
        line->setText(m_question.lines[i].text);
        line->setAccessibleName(m_question.lines[i].label);
        label->setBuddy(line);
        connect(line, &entry_line::went_on, this, [this, i] { go_on(i); });
        m_box->addWidget(label);
        m_box->addWidget(line);
        m_labels.push_back(label);
        m_lines.push_back(line);
    }
    show();
    if (m_lines.empty())
        m_go->setFocus(Qt::TabFocusReason);
    else
        m_lines.front()->setFocus(Qt::TabFocusReason);
}

void question_box::close_question() { hide(); }

void question_box::show_trouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->show();
}

void question_box::go_on(std::size_t from)
{
    if (from + 1 < m_lines.size())
        m_lines[from + 1]->setFocus(Qt::TabFocusReason);
    else
        answer();
}

void question_box::answer()
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        texts.push_back(m_lines[i]->cleaned());
        if (!texts.back().empty() || m_question.lines[i].may_be_empty) continue;
        m_lines[i]->setFocus(Qt::TabFocusReason);
        return show_trouble(tr("Please fill in: %1").arg(m_question.lines[i].label));
    }
    const auto take = m_question.answer; // it may ask the next question
    take(texts);
}

} // namespace hotich

#include "moc_question_box.cpp"
