// F4: a book of a year, in the order of its numbers, with a filter for a name.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;

namespace hotich {

class choice_edit;
class entry_line;
class record_list;

class book_page final : public page
{
    Q_OBJECT

public:
    explicit book_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Book"); }

    void arrive() override;
    void refresh() override;

private:
    void read_book();
    void show_filtered();
    void turn_year(int years);
    [[nodiscard]] int year() const;

    const workplace& m_place;
    choice_edit* m_book;
    entry_line* m_year;
    entry_line* m_filter;
    QLabel* m_heading;
    QLabel* m_count;
    record_list* m_list;
    std::vector<record_line> m_lines;
    int m_asked = 0;
};

} // namespace hotich
