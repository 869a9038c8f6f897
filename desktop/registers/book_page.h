// F4: a book of a year, in the order of its numbers, with a filter for a name; beside it how the
// book stands (volumes, gaps, closed) and what is done with it: going on after a paper number, a
// new volume, voiding a number, closing the year.
#pragma once

#include "common/register/desk_books.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;
class QPushButton;

namespace hotich {

class choice_edit;
class entry_line;
class question_box;
class record_list;

class book_page final : public page
{
    Q_OBJECT

public:
    explicit book_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Book"); }

    void arrive() override;
    void refresh() override;
    bool go_back() override;

private:
    struct seen
    {
        std::vector<record_line> lines;
        book_count count;
        std::vector<register_volume> volumes;
    };

    using deed = std::function<status(desk_register&, const std::string& book, int year, instant)>;

    QWidget* make_side();
    void show_book(seen now);
    void show_standing();
    void ask_paper_number();
    void ask_void_number();
    void ask_next_volume();
    // Closing goes step by step: the totals, the pages, who signs.
    void begin_closing();
    void ask_pages();
    void ask_head(closing with);
    void do_now(deed act);
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
    QLabel* m_standing;
    question_box* m_question;
    QPushButton* m_close;
    std::vector<record_line> m_lines;
    book_count m_totals;
    std::vector<register_volume> m_volumes;
    int m_asked = 0;
};

} // namespace hotich
