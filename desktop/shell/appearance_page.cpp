#include "desktop/shell/appearance_page.h"

#include "desktop/app/labels.h"

#include <QApplication>
#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace hotich {

namespace {

QRadioButton* choice(QButtonGroup* group, int id, const QString& text)
{
    auto* button = new QRadioButton(text);
    group->addButton(button, id);
    return button;
}

} // namespace

appearance_page::appearance_page(QWidget* parent)
    : page(parent),
      m_look(read_look()),
      m_themes(new QButtonGroup(this)),
      m_sizes(new QButtonGroup(this))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(section_label(tr("Colours")));
    layout->addWidget(choice(m_themes, int(theme::light), tr("Light")));
    layout->addWidget(choice(m_themes, int(theme::dark), tr("Dark")));
    layout->addWidget(choice(m_themes, int(theme::contrast), tr("High contrast")));
    layout->addWidget(section_label(tr("Size of text and signs (from the next start on)")));
    for (const int percent : text_sizes)
        layout->addWidget(choice(m_sizes, percent, QString("%1 %").arg(percent)));
    layout->addStretch(1);
    m_themes->button(int(m_look.colours))->setChecked(true);
    m_sizes->button(m_look.percent)->setChecked(true);
    connect(m_themes, &QButtonGroup::idClicked, this, &appearance_page::take_theme);
    connect(m_sizes, &QButtonGroup::idClicked, this, &appearance_page::take_size);
}

void appearance_page::arrive() { m_themes->checkedButton()->setFocus(Qt::TabFocusReason); }

void appearance_page::take_theme(int chosen)
{
    m_look.colours = theme(chosen);
    keep_look(m_look);
    if (const auto dressed = change_clothes(*qApp, m_look.colours); !dressed)
        emit failed(dressed.error());
}

void appearance_page::take_size(int percent)
{
    m_look.percent = percent;
    keep_look(m_look);
    emit said(tr("The size changes when the program is started again."));
}

} // namespace hotich

#include "moc_appearance_page.cpp"
