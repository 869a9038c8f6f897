// Labels that several pages have.
#pragma once

#include <QLabel>

namespace hotich {

/// The title of a part of a page.
inline QLabel* section_label(const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setObjectName("section");
    return label;
}

} // namespace hotich
