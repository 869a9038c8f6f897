#include "desktop/registers/book_care.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/why_not.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <charconv>

namespace hotich {

namespace {

constexpr std::size_t max_named_numbers = 12;

/// A whole number as typed; nothing where it is none.
std::optional<int> number_of(const std::string& typed)
{
    int number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool is_whole = error == std::errc() && end == typed.data() + typed.size();
    return is_whole && number >= 0 ? std::optional(number) : std::nullopt;
}

QString number_list(const std::vector<int>& numbers)
{
    QStringList shown;
    for (std::size_t i = 0; i < numbers.size() && i < max_named_numbers; ++i)
        shown << QString("%1").arg(numbers[i], 2, 10, QChar('0'));
    return shown.join(", ")
        + (numbers.size() > max_named_numbers ? QStringLiteral(", \u2026") : "");
}

QString day_text(const std::string& iso)
{
    const auto day = parse_partial_date(iso);
    return to_qt(day ? to_display(*day) : iso);
}

} // namespace

book_care::book_care(const workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_standing(new QLabel),
      m_question(new question_box),
      m_close(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 0, 0, 0);
    layout->setAlignment(Qt::AlignTop);
    m_standing->setWordWrap(true);
    m_standing->setTextFormat(Qt::RichText);
    layout->addWidget(m_standing);
    const auto add =
        [this, layout](
            QPushButton* button, const char* action, const QString& text, void (book_care::*act)()
        ) {
            button->setText(text);
            m_place.granted->guard(button, action);
            button->setProperty("leftAligned", true);
            connect(button, &QPushButton::clicked, this, act);
            layout->addWidget(button);
        };
    m_close->setObjectName("close_book");
    add(m_close, "close_book", tr("Close the year…"), &book_care::begin_closing);
    add(new QPushButton,
        "keep_book",
        tr("Go on after a paper number…"),
        &book_care::ask_paper_number);
    add(new QPushButton, "keep_book", tr("Open the next volume"), &book_care::ask_next_volume);
    add(new QPushButton, "keep_book", tr("Void a number…"), &book_care::ask_void_number);
    layout->addWidget(m_question);
}

void book_care::show_book(const book_of_year& book)
{
    m_book = book;
    m_place.desk.ask(
        this,
        [book](desk_register& desk) -> result<seen> {
            seen now;
            TRY(now.count, count_book(desk, book.kind, book.year));
            TRY(now.volumes, volumes_of_book(desk, book.kind, book.year));
            return now;
        },
        [this, mine = ++m_asked](const result<seen>& now) {
            if (mine != m_asked) return;
            if (!now) return emit said(why_not(m_place.known, now.error(), m_place.language));
            m_totals = now->count;
            m_volumes = now->volumes;
            show_standing();
        }
    );
}

void book_care::take_focus() { m_close->setFocus(Qt::TabFocusReason); }

bool book_care::close_question()
{
    if (!m_question->is_open()) return false;
    m_question->close_question();
    return true;
}

void book_care::show_standing()
{
    QString html;
    const auto add = [&html](const QString& text) {
        html += "<p style='margin:0 0 5px 0'>" + text + "</p>";
    };
    bool is_closed = false;
    for (const auto& volume : m_volumes) {
        is_closed = is_closed || !volume.closed_on.empty();
        auto text = tr("Volume %1, from number %2").arg(volume.volume).arg(volume.first_no);
        if (!volume.closed_on.empty())
            text += ", <b>" + tr("closed on %1").arg(day_text(volume.closed_on)) + "</b>";
        add(text);
    }
    if (m_volumes.empty()) add(tr("One volume, from number 01"));
    if (m_totals.last_no > 0)
        add(tr("Numbers %1 to %2, %n entries", nullptr, m_totals.entries)
                .arg(m_totals.first_no, 2, 10, QChar('0'))
                .arg(m_totals.last_no, 2, 10, QChar('0')));
    if (m_totals.noted > 0) add(tr("%n entries have later notes", nullptr, m_totals.noted));
    if (!m_totals.void_numbers.empty())
        add(tr("Void numbers: %1").arg(number_list(m_totals.void_numbers)));
    if (!m_totals.gaps.empty())
        add("<span style='color:" + tone("red") + "'>\u25A0 "
            + tr("Missing numbers: %1. Enter them, synchronise, or void each with its reason.")
                  .arg(number_list(m_totals.gaps))
            + "</span>");
    m_standing->setText(html);
    m_close->setEnabled(!is_closed && m_totals.entries > 0);
}

void book_care::begin_closing()
{
    const auto totals =
        tr("Closing, step 1 of 3: the totals. Numbers %1 to %2; %3 entries, %4 with later notes; "
           "void "
           "numbers: %5; missing numbers: %6.")
            .arg(m_totals.first_no, 2, 10, QChar('0'))
            .arg(m_totals.last_no, 2, 10, QChar('0'))
            .arg(m_totals.entries)
            .arg(m_totals.noted)
            .arg(m_totals.void_numbers.empty() ? tr("none") : number_list(m_totals.void_numbers))
            .arg(m_totals.gaps.empty() ? tr("none") : number_list(m_totals.gaps));
    m_question->ask({totals, {}, [this](const auto&) {
                         if (m_totals.gaps.empty()) return ask_pages();
                         m_question->show_trouble(tr(
                             "The book still lacks numbers: enter them, or void each of them with "
                             "its reason, and come back."
                         ));
                     }});
}

void book_care::ask_pages()
{
    m_question->ask(
        {tr("Closing, step 2 of 3: the pages of the paper book (Law on Civil Status, Article 58)."),
         {{tr("Pages used"), {}}, {tr("Blank pages"), "0"}},
         [this](const std::vector<std::string>& said) {
             const auto used = number_of(said.front());
             const auto blank = number_of(said.back());
             if (!used || !blank) return m_question->show_trouble(tr("Please give whole numbers."));
             ask_head({*used, *blank, {}, {}});
         }}
    );
}

void book_care::ask_head(closing with)
{
    question asked{
        tr("Closing, step 3 of 3: who signs. A closed book takes no number any more; notes on its "
           "entries go on."),
        {{tr("Head of the office"), {}}},
        nullptr};
    const bool is_early = date_in_vietnam(m_place.time.now()) < civil_date{m_book.year, 12, 31};
    if (is_early) asked.lines.push_back({tr("Why before the end of the year"), {}});
    asked.answer = [this, with, is_early](const std::vector<std::string>& said) mutable {
        with.head_signed_by = said.front();
        if (is_early) with.reason = said.back();
        do_now([with](desk_register& desk, const book_of_year& book, instant now) {
            return close_book(desk, book.kind, book.year, with, now);
        });
    };
    m_question->ask(std::move(asked));
}

void book_care::ask_paper_number()
{
    m_question->ask(
        {tr("The last number of the paper book of this year. The next entry of this book follows "
            "it."),
         {{tr("Last number on paper"), {}}},
         [this](const std::vector<std::string>& said) {
             const auto after = number_of(said.front());
             if (!after) return m_question->show_trouble(tr("Please give whole numbers."));
             do_now([after](desk_register& desk, const book_of_year& book, instant now) {
                 return open_book(desk, book.kind, book.year, *after, now);
             });
         }}
    );
}

void book_care::ask_next_volume()
{
    m_question->ask(
        {tr("The paper volume is full: the next volume goes on with the numbers."),
         {},
         [this](const auto&) {
             do_now([](desk_register& desk, const book_of_year& book, instant now) {
                 return open_next_volume(desk, book.kind, book.year, now);
             });
         }}
    );
}

void book_care::ask_void_number()
{
    m_question->ask(
        {tr("A number that no entry has is voided; it is never given again."),
         {{tr("Number"),
           m_totals.gaps.empty() ? QString() : QString::number(m_totals.gaps.front())},
          {tr("Reason"), {}}},
         [this](const std::vector<std::string>& said) {
             const auto number = number_of(said.front());
             if (!number) return m_question->show_trouble(tr("Please give whole numbers."));
             do_now([number,
                     reason =
                         said.back()](desk_register& desk, const book_of_year& book, instant now) {
                 return void_number(desk, {book.kind, book.year, *number}, reason, now);
             });
         }}
    );
}

void book_care::do_now(deed act)
{
    m_place.desk.ask(
        this,
        [act = std::move(act), book = m_book, now = m_place.time.now()](desk_register& desk) {
            return act(desk, book, now);
        },
        [this](const status& done) {
            if (!done)
                return m_question->show_trouble(
                    why_not(m_place.known, done.error(), m_place.language)
                );
            m_question->close_question();
            emit said(tr("Saved. It is sent to the server with the next synchronisation."));
            emit changed();
        }
    );
}

} // namespace hotich

#include "moc_book_care.cpp"
