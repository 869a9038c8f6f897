#include "desktop/forms/outcome_view.h"

#include "common/register/projection.h"
#include "desktop/app/layouts.h"
#include "desktop/app/qt_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

outcome_view::outcome_view(const workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_number(new QLabel(this)),
      m_title(new QLabel(this)),
      m_next_steps(new QLabel(this)),
      m_again(new QPushButton(this)),
      m_print(new QPushButton(tr("Print (Ctrl+P)"), this)),
      m_open(new QPushButton(tr("Open the record"), this)),
      m_agains(new QVBoxLayout)
{
    m_number->setObjectName("big");
    m_title->setObjectName("heading");
    m_next_steps->setWordWrap(true);
    m_next_steps->setMaximumWidth(640);
    m_again->setObjectName("primary");
    m_place.granted->guard(m_again, "new_record");
    m_place.granted->guard(m_print, "print_paper");
    auto* home = new QPushButton(tr("Today (Esc)"), this);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_again, m_print, m_open, home})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(48, 48, 48, 24);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addWidget(m_number);
    layout->addWidget(m_next_steps);
    layout->addSpacing(16);
    layout->addLayout(buttons);
    layout->addLayout(m_agains);
    layout->addStretch(1);
    connect(m_again, &QPushButton::clicked, this, &outcome_view::next_wanted);
    connect(m_open, &QPushButton::clicked, this, [this] { emit record_wanted(m_record); });
    connect(m_print, &QPushButton::clicked, this, &outcome_view::print);
    connect(home, &QPushButton::clicked, this, &outcome_view::home_wanted);
}

void outcome_view::show_outcome(const registration_outcome& outcome, const event_definition& event)
{
    m_record = to_qt(outcome.record);
    m_certificate = event.papers.empty() ? QString() : to_qt(event.papers.front().certificate);
    m_title->setText(
        to_qt(event.title.in(m_place.language)) + ": " + to_qt(title_of(event, outcome.data))
    );
    m_again->setText(tr("Next: %1 (F2)").arg(to_qt(event.title.in(m_place.language))));
    m_print->setVisible(outcome.number && !m_certificate.isEmpty());
    show_agains(event);
    if (outcome.number) {
        m_number->setText(tr("Number %1").arg(to_qt(to_display(*outcome.number))));
        m_next_steps->setText(
            tr("The entry is registered. It goes to the server by itself when the line is up; "
               "the certificate can be printed now.")
        );
        return;
    }
    m_number->setText(tr("Saved, waiting for the server's number"));
    m_next_steps->setText(
        tr("The entry is safe on this PC and is sent by itself when the line is up. The number "
           "then stands on the "
           "record, and the certificate can be printed. Nothing has to be done now.")
    );
}

void outcome_view::show_agains(const event_definition& event)
{
    empty_now(m_agains);
    for (std::size_t i = 0; i < event.again.size(); ++i) {
        const auto& again = event.again[i];
        const int key = int(i) + 1;
        auto* button = new QPushButton(
            QString("%1 (Ctrl+%2)").arg(to_qt(again.title(m_place.language))).arg(key), this
        );
        button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + key)));
        connect(button, &QPushButton::clicked, this, [this, id = to_qt(again.id)] {
            emit again_wanted(m_record, id);
        });
        m_place.granted->guard(button, "new_record");
        m_agains->addWidget(button, 0, Qt::AlignLeft);
    }
}

void outcome_view::arrive() { m_again->setFocus(Qt::TabFocusReason); }

void outcome_view::print()
{
    if (!m_print->isHidden()) emit paper_wanted(m_record, m_certificate);
}

} // namespace hotich

#include "moc_outcome_view.cpp"
