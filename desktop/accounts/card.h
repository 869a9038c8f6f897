// The white card in the middle of the window on which a clerk signs in or enrols.
#pragma once

#include <QString>

class QFormLayout;
class QPushButton;
class QWidget;

namespace hotich {

/// The way to the accounts of the province, below a card's own button.
QPushButton* add_manager_button(QFormLayout* card);

/// The way to the practice, a window of its own, below that.
void add_practice_button(QFormLayout* card, const QString& language);

/// Puts a card with a title and a sentence into the page; fields go into the form that is given
/// back.
QFormLayout* place_card(QWidget* page, const QString& title, const QString& sentence);

} // namespace hotich
