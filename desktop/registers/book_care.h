// How a year's book stands (volumes, gaps, closed) and what is done with it: going on after a paper
// number, a new volume, voiding a number, closing the year. Beside the list of book_page.
#pragma once

#include "common/register/book_stretch.h"
#include "common/register/desk_books.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hotich {

class question_box;

class book_care final : public QWidget
{
    Q_OBJECT

public:
    explicit book_care(const workplace& place, QWidget* parent = nullptr);

    /// Counts the book; an open question stays open.
    void show_book(const book_of_year& book);
    void take_focus();
    /// Whether one was open.
    bool close_question();

signals:
    void said(const QString& sentence);
    /// Something was written about the book.
    void changed();

private:
    struct seen
    {
        book_count count;
        std::vector<register_volume> volumes;
    };

    using deed = std::function<status(desk_register&, const book_of_year&, instant)>;

    void show_standing();
    void ask_paper_number();
    void ask_void_number();
    void ask_next_volume();
    // Closing goes step by step: the totals, the pages, who signs.
    void begin_closing();
    void ask_pages();
    void ask_head(closing with);
    void do_now(deed act);

    const workplace& m_place;
    QLabel* m_standing;
    question_box* m_question;
    QPushButton* m_close;
    book_of_year m_book;
    book_count m_totals;
    std::vector<register_volume> m_volumes;
    int m_asked = 0;
};

} // namespace hotich
