#include "desktop/accounts/card.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QProcess>
#include <QPushButton>

namespace hotich {

namespace {

constexpr int card_width = 560;

} // namespace

QPushButton* add_manager_button(QFormLayout* card)
{
    auto* button = new QPushButton(QObject::tr("Manage the province's accounts…"));
    button->setObjectName("manager");
    button->setFlat(true);
    card->addRow(QString(), button);
    return button;
}

void add_practice_button(QFormLayout* card, const QString& language)
{
    auto* button = new QPushButton(QObject::tr("Practise on made-up people…"));
    button->setObjectName("practice");
    button->setFlat(true);
    card->addRow(QString(), button);
    // A program of its own: what is practised never meets the register.
    QObject::connect(button, &QPushButton::clicked, button, [language] {
        QProcess::startDetached(
            QCoreApplication::applicationFilePath(), {"--practice", "--lang", language}
        );
    });
}

QFormLayout* place_card(QWidget* page, const QString& title, const QString& sentence)
{
    auto* card = new QFrame;
    card->setObjectName("card");
    card->setFixedWidth(card_width);
    auto* heading = new QLabel(title);
    heading->setObjectName("big");
    auto* what = new QLabel(sentence);
    what->setObjectName("quiet");
    what->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(10);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(36, 30, 36, 30);
    inside->setSpacing(12);
    inside->addWidget(heading);
    inside->addWidget(what);
    inside->addSpacing(6);
    inside->addLayout(form);
    auto* layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return form;
}

} // namespace hotich
