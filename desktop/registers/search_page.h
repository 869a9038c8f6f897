// F3: finds records as one types, by any words of any name, without accents, by number or document.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <QTimer>

namespace hotich {

class entry_line;
class record_list;

class search_page final : public page
{
    Q_OBJECT

public:
    explicit search_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Search"); }

    void arrive() override;
    void refresh() override;
    void leave() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();

    const workplace& m_place;
    entry_line* m_text;
    record_list* m_list;
    QTimer m_delay;
    std::string m_noted; ///< words of the last search in the log of reading
    int m_asked = 0;     ///< late answers of older words are dropped
};

} // namespace hotich
