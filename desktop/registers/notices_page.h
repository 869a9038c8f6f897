// F10: notes that other offices made on entries of this one's books and that wait to be confirmed.
// Opening one shows the entry with its notices and what can be answered.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

namespace hotich {

class record_list;

class notices_page final : public page
{
    Q_OBJECT

public:
    explicit notices_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Notices of other offices"); }

    void arrive() override;
    void refresh() override;

private:
    const workplace& m_place;
    record_list* m_list;
};

} // namespace hotich
