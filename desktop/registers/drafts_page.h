// F7: what was begun and not yet registered. Drafts stay on this PC until they are registered or
// discarded.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;
class QTableWidget;

namespace hotich {

class drafts_page final : public page
{
    Q_OBJECT

public:
    explicit drafts_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Drafts"); }

    void arrive() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show_drafts(std::vector<draft> drafts);
    void open_selected();
    void discard_selected();

    const workplace& m_place;
    QTableWidget* m_table;
    QLabel* m_empty;
    std::vector<draft> m_drafts;
    std::string m_asked_to_discard; ///< the draft whose first Delete was pressed
};

} // namespace hotich
