// How the program looks: its colours, and how large everything is.
#pragma once

#include "desktop/app/appearance.h"
#include "desktop/shell/page.h"

class QButtonGroup;

namespace hotich {

class appearance_page final : public page
{
    Q_OBJECT

public:
    explicit appearance_page(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Appearance"); }

    void arrive() override;

    [[nodiscard]] bool is_transient() const override { return true; }

private:
    void take_theme(int chosen);
    void take_size(int percent);

    kept_look m_look;
    QButtonGroup* m_themes;
    QButtonGroup* m_sizes;
};

} // namespace hotich
