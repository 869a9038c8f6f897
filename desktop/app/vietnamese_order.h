// The order of Vietnamese texts in lists: đ after d, â after ă after a, tones from level to heavy.
// Bytes would put Đặng after Vũ. Used wherever a list is sorted by a text.
#pragma once

#include <QCollator>
#include <QLocale>

namespace hotich {

class vietnamese_order
{
public:
    vietnamese_order() : m_collator(QLocale(QLocale::Vietnamese))
    {
        m_collator.setNumericMode(true);
    }

    bool operator()(const QString& a, const QString& b) const { return m_collator(a, b); }

private:
    QCollator m_collator;
};

} // namespace hotich
