// F4: the book of a year as one turns its leaves: entries in the order of their numbers, the one
// that is looked at beside the list with its later notes; by typing one goes to a year, a volume, a
// number, a name. Ctrl+B turns to the care of the book (book_care).
#pragma once

#include "common/register/book_stretch.h"
#include "common/register/desk_books.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace hotich {

class book_care;
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
    bool go_back() override;

    /// The entry before (-1) or after the one that is looked at, also beyond what the list shows.
    void turn(int way);

private:
    struct seen
    {
        book_stretch stretch;
        std::vector<register_volume> volumes;
    };

    enum class choose { first, last, as_before };

    using reader = std::function<result<book_stretch>(desk_register&, const book_of_year&)>;

    QLayout* make_top();
    QLayout* make_ways();
    QWidget* make_entry();
    void read(reader stretch, choose then);
    void read_book();
    void read_beyond(int way);
    void read_from(int number);
    void show_stretch(seen now, choose then);
    void show_heading();
    void go_to_number();
    void go_to_volume();
    void find_name();
    void turn_year(int years);
    void turn_to_care(bool wanted);
    void show_entry();
    void show_content(const record& content);
    void take_focus();
    [[nodiscard]] book_of_year book() const;

    const workplace& m_place;
    choice_edit* m_book;
    entry_line* m_year;
    entry_line* m_volume;
    entry_line* m_number;
    entry_line* m_name;
    QLabel* m_heading;
    QLabel* m_count;
    record_list* m_list;
    QStackedWidget* m_beside;
    QTextBrowser* m_entry;
    book_care* m_care;
    QPushButton* m_care_key;
    QTimer m_settled; ///< one opens what one stops at, and not what one hurries past
    book_of_year m_shown;
    reader m_reader; ///< how what is shown was read
    book_stretch m_stretch;
    std::vector<register_volume> m_volumes;
    int m_asked = 0;
};

} // namespace hotich
