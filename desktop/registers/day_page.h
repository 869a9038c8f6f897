// F12: the day's sheet: what was registered and which papers were issued on a day, in the order of
// the books; on the screen and on paper.
#pragma once

#include "common/register/desk_books.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;

namespace hotich {

class entry_line;
class plain_table;

class day_page final : public page
{
    Q_OBJECT

public:
    explicit day_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sheet of the day"); }

    void arrive() override;
    void refresh() override;
    void print() override;

private:
    void show_lines(std::vector<day_line> lines);
    void turn(int days);
    [[nodiscard]] civil_date day() const;
    [[nodiscard]] QString what_text(const day_line& line) const;

    const workplace& m_place;
    entry_line* m_day;
    QLabel* m_count;
    plain_table* m_table;
    std::vector<day_line> m_lines;
};

} // namespace hotich
