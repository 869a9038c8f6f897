#include "desktop/registers/book_page.h"

#include "common/base/text.h"
#include "common/register/reading_log.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/record_list.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 9999;

choice_list book_choices(const workplace& place)
{
    auto list = std::make_shared<std::vector<choice>>();
    for (const auto* book : place.known.books()) {
        const auto& title = book->title.in(place.language);
        list->push_back({book->kind, to_qt(title), fold(title), fold(title), {}, {}});
    }
    return list;
}

bool fits(const record_line& line, const std::vector<std::string>& words)
{
    const auto where =
        " " + fold(line.title) + " " + (line.number ? to_display(*line.number) : std::string());
    return std::all_of(words.begin(), words.end(), [&where](const auto& word) {
        return where.find(" " + word) != std::string::npos;
    });
}

} // namespace

book_page::book_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_book(new choice_edit),
      m_year(new entry_line),
      m_filter(new entry_line),
      m_heading(new QLabel),
      m_count(new QLabel),
      m_list(new record_list(place)),
      m_standing(new QLabel),
      m_question(new question_box),
      m_close(new QPushButton)
{
    m_heading->setObjectName("heading");
    m_count->setObjectName("quiet");
    m_book->set_choices(book_choices(place));
    if (const auto books = place.known.books(); !books.empty())
        m_book->set_code(books.front()->kind);
    m_book->setAccessibleName(tr("Book"));
    m_book->setMinimumWidth(260);
    m_year->setFixedWidth(80);
    m_year->setText(QString::number(date_in_vietnam(place.time.now()).year));
    m_year->setAccessibleName(tr("Year"));
    m_filter->setPlaceholderText(tr("Filter by name or number"));
    m_filter->setAccessibleName(tr("Filter by name or number"));
    auto* earlier = new QPushButton(tr("Year before"));
    auto* later = new QPushButton(tr("Year after"));
    connect(earlier, &QPushButton::clicked, this, [this] { turn_year(-1); });
    connect(later, &QPushButton::clicked, this, [this] { turn_year(1); });
    connect(m_book, &entry_line::committed, this, &book_page::read_book);
    connect(m_year, &entry_line::committed, this, &book_page::read_book);
    connect(m_year, &entry_line::went_on, this, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_filter, &QLineEdit::textEdited, this, &book_page::show_filtered);
    connect(m_filter, &entry_line::went_on, m_list, &record_list::open_selected);
    connect(m_list, &record_list::record_wanted, this, &page::record_wanted);
    auto* line = new QHBoxLayout;
    line->addWidget(m_book);
    line->addWidget(new QLabel(tr("Year")));
    line->addWidget(m_year);
    line->addWidget(earlier);
    line->addWidget(later);
    line->addWidget(m_filter, 1);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addLayout(line);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addWidget(make_side());
    layout->addLayout(middle, 1);
}

void book_page::arrive()
{
    read_book();
    m_list->setFocus(Qt::TabFocusReason);
}

void book_page::refresh()
{
    if (!m_question->is_open()) read_book();
}

bool book_page::go_back()
{
    if (!m_question->is_open()) return false;
    m_question->close_question();
    return true;
}

void book_page::show_book(seen now)
{
    m_lines = std::move(now.lines);
    m_totals = std::move(now.count);
    m_volumes = std::move(now.volumes);
    show_filtered();
    show_standing();
}

int book_page::year() const { return std::clamp(m_year->text().toInt(), first_year, last_year); }

void book_page::turn_year(int years)
{
    m_year->setText(QString::number(year() + years));
    read_book();
}

void book_page::read_book()
{
    const auto* book = m_place.known.find_book(m_book->code());
    if (book == nullptr) return;
    m_heading->setText(tr("%1, %2").arg(to_qt(book->title.in(m_place.language))).arg(year()));
    m_place.desk.ask(
        this,
        [kind = book->kind, of_year = year(), at = m_place.time.now()](desk_register& desk
        ) -> result<seen> {
            TRY_STATUS(
                note_look(desk, {reading_act::listed, kind + "/" + std::to_string(of_year)}, at)
            );
            seen now;
            TRY(now.lines, desk.book(kind, of_year));
            TRY(now.count, count_book(desk, kind, of_year));
            TRY(now.volumes, volumes_of_book(desk, kind, of_year));
            return now;
        },
        [this, mine = ++m_asked](result<seen> now) {
            if (mine != m_asked) return;
            if (!now) return emit failed(now.error());
            show_book(std::move(*now));
        }
    );
}

void book_page::show_filtered()
{
    const auto words = words_of(fold(m_filter->cleaned()));
    std::vector<record_line> shown;
    for (const auto& line : m_lines)
        if (fits(line, words)) shown.push_back(line);
    m_count->setText(tr("%n entries", nullptr, int(shown.size())));
    m_list->show_lines(
        std::move(shown),
        m_lines.empty() ? tr("This book has no entry yet.") : tr("No entry fits the filter.")
    );
}

} // namespace hotich

#include "moc_book_page.cpp"
