#include "desktop/registers/book_page.h"

#include "common/base/text.h"
#include "common/register/reading_log.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"
#include "desktop/registers/book_care.h"
#include "desktop/registers/entry_html.h"
#include "desktop/registers/record_html.h"
#include "desktop/registers/record_list.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 9999;
constexpr int settled_ms = 150;

choice_list book_choices(const workplace& place)
{
    auto list = std::make_shared<std::vector<choice>>();
    for (const auto* book : place.known.books()) {
        const auto& title = book->title.in(place.language);
        list->push_back({book->kind, to_qt(title), fold(title), fold(title), {}, {}});
    }
    return list;
}

entry_line* number_line(const QString& name, int width)
{
    auto* line = new entry_line;
    line->setFixedWidth(width);
    line->setAccessibleName(name);
    return line;
}

QPushButton* key_button(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

result<book_stretch> whole_book(desk_register& desk, const book_of_year& book)
{
    return stretch_from(desk, book, 0);
}

QString two_digits(int number) { return QString("%1").arg(number, 2, 10, QChar('0')); }

} // namespace

book_page::book_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_book(new choice_edit),
      m_year(number_line(tr("Year"), 64)),
      m_volume(number_line(tr("Volume"), 50)),
      m_number(number_line(tr("Number"), 90)),
      m_name(new entry_line),
      m_heading(new QLabel),
      m_count(new QLabel),
      m_list(new record_list(place)),
      m_beside(new QStackedWidget),
      m_entry(new QTextBrowser),
      m_care(new book_care(place)),
      m_care_key(new QPushButton(tr("Volumes, gaps, closing (Ctrl+B)")))
{
    m_list->setColumnHidden(record_table::event, true); // a book has one
    m_settled.setSingleShot(true);
    m_settled.setInterval(settled_ms);
    connect(&m_settled, &QTimer::timeout, this, &book_page::show_entry);
    connect(m_list, &record_list::record_wanted, this, &page::record_wanted);
    connect(m_list, &record_list::more_wanted, this, &book_page::read_beyond);
    connect(m_list, &record_list::selection_moved, this, [this] { m_settled.start(); });
    connect(m_care, &book_care::said, this, &page::said);
    connect(m_care, &book_care::changed, this, [this] {
        emit work_waits();
        refresh();
    });
    m_beside->addWidget(make_entry());
    m_beside->addWidget(m_care);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addWidget(m_beside, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(make_top());
    layout->addLayout(make_ways());
    layout->addLayout(middle, 1);
    const auto on_key = [this](QKeyCombination key, std::function<void()> act) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, std::move(act));
        addAction(action);
    };
    on_key(Qt::CTRL | Qt::Key_Up, [this] { turn(-1); });
    on_key(Qt::CTRL | Qt::Key_Down, [this] { turn(1); });
    on_key(Qt::CTRL | Qt::Key_Home, [this] { read_book(); });
    on_key(Qt::CTRL | Qt::Key_End, [this] { read(&last_stretch, choose::last); });
    on_key(Qt::CTRL | Qt::Key_B, [this] { m_care_key->toggle(); });
}

QLayout* book_page::make_top()
{
    m_heading->setObjectName("heading");
    m_count->setObjectName("quiet");
    m_care_key->setCheckable(true);
    connect(m_care_key, &QPushButton::toggled, this, &book_page::turn_to_care);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addSpacing(18);
    top->addWidget(m_count, 1);
    top->addWidget(m_care_key);
    return top;
}

QLayout* book_page::make_ways()
{
    m_book->set_choices(book_choices(m_place));
    if (const auto books = m_place.known.books(); !books.empty())
        m_book->set_code(books.front()->kind);
    m_book->setAccessibleName(tr("Book"));
    m_book->setMinimumWidth(240);
    m_year->setText(QString::number(date_in_vietnam(m_place.time.now()).year));
    m_name->setPlaceholderText(tr("A name in this book"));
    m_name->setAccessibleName(tr("A name in this book"));
    auto* earlier = key_button(QString::fromUtf16(u"\u25C2"), tr("Year before"));
    auto* later = key_button(QString::fromUtf16(u"\u25B8"), tr("Year after"));
    connect(earlier, &QPushButton::clicked, this, [this] { turn_year(-1); });
    connect(later, &QPushButton::clicked, this, [this] { turn_year(1); });
    for (auto* which : {static_cast<entry_line*>(m_book), m_year}) {
        connect(which, &entry_line::committed, this, [this] {
            if (book() != m_shown) read_book();
        });
        connect(which, &entry_line::went_on, this, &book_page::take_focus);
    }
    connect(m_list, &record_list::typed_on, this, [this](const QString& typed) {
        (typed.front().isDigit() ? m_number : m_name)->begin_with(typed);
    });
    connect(m_volume, &entry_line::went_on, this, &book_page::go_to_volume);
    connect(m_number, &entry_line::went_on, this, &book_page::go_to_number);
    connect(m_name, &entry_line::went_on, this, &book_page::find_name);
    auto* ways = new QHBoxLayout;
    ways->addWidget(m_book);
    ways->addWidget(new QLabel(tr("Year")));
    ways->addWidget(earlier);
    ways->addWidget(m_year);
    ways->addWidget(later);
    ways->addWidget(new QLabel(tr("Volume")));
    ways->addWidget(m_volume);
    ways->addWidget(new QLabel(tr("Number")));
    ways->addWidget(m_number);
    ways->addWidget(m_name, 1);
    return ways;
}

QWidget* book_page::make_entry()
{
    m_entry->setOpenLinks(false);
    m_entry->setAccessibleName(tr("The entry"));
    auto* before = new QPushButton(tr("Entry before (Ctrl+\u2191)"));
    auto* after = new QPushButton(tr("Entry after (Ctrl+\u2193)"));
    auto* whole = new QPushButton(tr("Open (Enter)"));
    connect(before, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(after, &QPushButton::clicked, this, [this] { turn(1); });
    connect(whole, &QPushButton::clicked, m_list, &record_list::open_selected);
    auto* keys = new QHBoxLayout;
    for (auto* key : {before, after, whole})
        keys->addWidget(key);
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_entry, 1);
    layout->addLayout(keys);
    return side;
}

void book_page::arrive()
{
    refresh();
    take_focus();
}

void book_page::take_focus() { m_list->setFocus(Qt::TabFocusReason); }

void book_page::refresh()
{
    read(m_reader ? m_reader : &whole_book, choose::as_before);
    if (m_care_key->isChecked()) m_care->show_book(book());
}

bool book_page::go_back()
{
    if (!m_care_key->isChecked()) return false;
    if (!m_care->close_question()) m_care_key->setChecked(false);
    return true;
}

book_of_year book_page::book() const
{
    return {m_book->code(), std::clamp(m_year->text().toInt(), first_year, last_year)};
}

void book_page::turn_year(int years)
{
    m_year->setText(QString::number(book().year + years));
    read_book();
}

void book_page::turn_to_care(bool wanted)
{
    m_beside->setCurrentIndex(wanted ? 1 : 0);
    if (!wanted) return take_focus();
    m_care->show_book(book());
    m_care->take_focus();
}

void book_page::read_book()
{
    m_name->clear();
    read(&whole_book, choose::first);
    if (m_care_key->isChecked()) m_care->show_book(book());
}

void book_page::read_beyond(int way)
{
    if (m_stretch.lines.empty() || !(way > 0 ? m_stretch.has_later : m_stretch.has_earlier)) return;
    if (way > 0) return read_from(m_stretch.lines.back().number->reg_no + 1);
    read(
        [first = m_stretch.lines.front().number->reg_no](
            desk_register& desk, const book_of_year& book
        ) { return stretch_before(desk, book, first); },
        choose::last
    );
}

/// Beyond the last number the book's end is shown.
void book_page::read_from(int number)
{
    read(
        [number](desk_register& desk, const book_of_year& book) -> result<book_stretch> {
            TRY(auto found, stretch_from(desk, book, number));
            if (found.lines.empty()) return last_stretch(desk, book);
            return found;
        },
        choose::first
    );
}

void book_page::turn(int way)
{
    const auto& lines = m_stretch.lines;
    const auto* here = m_list->selected();
    if (here == nullptr) return;
    const auto* end = way > 0 ? &lines.back() : &lines.front();
    here->record == end->record ? read_beyond(way) : m_list->move_selection(way);
}

void book_page::go_to_number()
{
    const auto typed = m_number->cleaned();
    const auto dated = parse_registration_number(typed);
    if (dated && dated->year > 0) m_year->setText(QString::number(dated->year));
    read_from(dated ? dated->reg_no : to_qt(typed).toInt());
    take_focus();
}

void book_page::go_to_volume()
{
    const int wanted = m_volume->text().toInt();
    const auto found = std::find_if(m_volumes.begin(), m_volumes.end(), [wanted](const auto& one) {
        return one.volume == wanted;
    });
    if (found == m_volumes.end() && wanted != 1)
        return emit said(tr("This year's book has no volume %1.").arg(m_volume->text()));
    read_from(found == m_volumes.end() ? 1 : found->first_no);
    take_focus();
}

void book_page::find_name()
{
    const auto words = m_name->cleaned();
    if (words.empty()) return read_book();
    read(
        [words, now = m_place.time.now()](desk_register& desk, const book_of_year& book)
            -> result<book_stretch> {
            TRY_STATUS(note_look(desk, {reading_act::searched, "", words}, now));
            return found_in_book(desk, book, words);
        },
        choose::first
    );
    take_focus();
}

void book_page::read(reader stretch, choose then)
{
    if (m_place.known.find_book(m_book->code()) == nullptr) return;
    m_shown = book();
    m_reader = std::move(stretch);
    show_heading();
    m_place.desk.ask(
        this,
        [stretch = m_reader, book = m_shown, at = m_place.time.now()](desk_register& desk
        ) -> result<seen> {
            const auto name = book.kind + "/" + std::to_string(book.year);
            TRY_STATUS(note_look(desk, {reading_act::listed, name}, at));
            seen now;
            TRY(now.stretch, stretch(desk, book));
            TRY(now.volumes, volumes_of_book(desk, book.kind, book.year));
            return now;
        },
        [this, then, mine = ++m_asked](result<seen> now) {
            if (mine != m_asked) return;
            if (!now) return emit failed(now.error());
            show_stretch(std::move(*now), then);
        }
    );
}

void book_page::show_heading()
{
    const auto* book_kind = m_place.known.find_book(m_book->code());
    m_heading->setText(
        tr("%1, %2").arg(to_qt(book_kind->title.in(m_place.language))).arg(book().year)
    );
}

void book_page::show_stretch(seen now, choose then)
{
    m_stretch = std::move(now.stretch);
    m_volumes = std::move(now.volumes);
    const auto& lines = m_stretch.lines;
    auto count = tr("%n entries", nullptr, int(lines.size()));
    if (m_stretch.has_earlier || m_stretch.has_later)
        count = tr("numbers %1 to %2, the book goes on")
                    .arg(two_digits(lines.front().number->reg_no))
                    .arg(two_digits(lines.back().number->reg_no));
    m_count->setText(count);
    const bool is_search = !m_name->text().isEmpty();
    m_list->show_lines(
        lines,
        is_search ? tr("No entry of this book has that name.") : tr("This book has no entry yet.")
    );
    if (then == choose::first) m_list->select_first();
    if (then == choose::last) m_list->select_last();
    m_settled.start();
}

void book_page::show_entry()
{
    const auto* line = m_list->selected();
    if (line == nullptr) return m_entry->clear();
    m_place.desk.ask(
        this,
        [id = line->record, now = m_place.time.now()](desk_register& desk) -> result<record> {
            TRY_STATUS(note_look(desk, {reading_act::opened, id}, now));
            return desk.load(id);
        },
        [this](const result<record>& content) {
            content ? show_content(*content) : emit failed(content.error());
        }
    );
}

void book_page::show_content(const record& content)
{
    const auto* event = m_place.known.find_event(content.event);
    if (event == nullptr) return emit failed({failure_code::not_found, "no such event"});
    const auto current = current_data(content);
    auto html = "<p><b>"
        + tr("Number %1, volume %2: %3")
              .arg(
                  to_qt(to_display(*content.number)),
                  to_qt(volume_label(m_volumes, *content.number)),
                  to_qt(title_of(*event, current)).toHtmlEscaped()
              )
        + "</b></p>";
    const auto notes = notes_html(m_place, content);
    if (!notes.isEmpty()) html += "<p><b>" + tr("Later notes") + "</b></p>" + notes;
    m_entry->setHtml(
        html + record_html(m_place.known, *event, content.data, current, m_place.language)
    );
}

} // namespace hotich

#include "moc_book_page.cpp"
