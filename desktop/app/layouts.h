// Emptying a layout whose widgets are made anew.
#pragma once

#include <QLayout>
#include <QWidget>

namespace hotich {

/// At once; not from within a signal of one of the widgets.
inline void empty_now(QLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// From anywhere: the widgets go when the event is over.
inline void empty_later(QLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
}

} // namespace hotich
