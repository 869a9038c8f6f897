#include "desktop/registers/blank_choice.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/registers/print_order.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace hotich {

namespace {

constexpr int serial_width = 150;

} // namespace

blank_choice::blank_choice(QWidget* parent)
    : QWidget(parent),
      m_on_blank(new QCheckBox(tr("On pre-printed blanks, from"))),
      m_first(new entry_line),
      m_none(new QLabel(tr("No blank is in hand: take them in on the Blanks page.")))
{
    m_first->setFixedWidth(serial_width);
    m_first->setAccessibleName(tr("Serial of the first blank"));
    m_none->setObjectName("quiet");
    connect(m_on_blank, &QCheckBox::toggled, this, &blank_choice::show_parts);
    connect(m_on_blank, &QCheckBox::toggled, this, &blank_choice::paper_changed);
    connect(m_first, &entry_line::went_on, this, &blank_choice::went_on);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (auto* part : std::initializer_list<QWidget*>{m_on_blank, m_first, m_none})
        row->addWidget(part);
    row->addStretch(1);
    show_parts();
}

void blank_choice::offer(bool has_kind, std::vector<std::string> in_hand)
{
    m_in_hand = std::move(in_hand);
    m_first->setText(m_in_hand.empty() ? QString() : to_qt(m_in_hand.front()));
    if (!has_kind) m_on_blank->setChecked(false);
    setVisible(has_kind);
    show_parts();
}

void blank_choice::show_parts()
{
    m_first->setEnabled(m_on_blank->isChecked());
    m_none->setVisible(m_on_blank->isChecked() && m_in_hand.empty());
}

paper_kind blank_choice::paper() const
{
    return m_on_blank->isChecked() ? paper_kind::preprinted_blank : paper_kind::plain;
}

result<std::vector<std::string>> blank_choice::chosen(std::size_t sheets) const
{
    if (paper() == paper_kind::plain) return std::vector<std::string>();
    return blanks_from(m_first->cleaned(), m_in_hand, sheets);
}

} // namespace hotich

#include "moc_blank_choice.cpp"
