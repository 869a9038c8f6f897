// F11: personal numbers: those the population database refused, with what to mend; those that have
// arrived and stand on no paper yet; those still awaited.
#pragma once

#include "common/register/desk_pins.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

namespace hotich {

class plain_table;

class pins_page final : public page
{
    Q_OBJECT

public:
    explicit pins_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Personal numbers"); }

    void arrive() override;
    void refresh() override;

private:
    void show_lines(std::vector<pin_line> lines);

    const workplace& m_place;
    plain_table* m_table;
    std::vector<pin_line> m_lines;
};

} // namespace hotich
