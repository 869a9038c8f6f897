// F6: everything the server held or rejected. Nothing leaves this tray by itself.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

namespace hotich {

class record_list;

class attention_page final : public page
{
    Q_OBJECT

public:
    explicit attention_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Needs attention"); }

    void arrive() override;
    void refresh() override;

private:
    const workplace& m_place;
    record_list* m_list;
};

} // namespace hotich
