#include "desktop/registers/search_page.h"

#include "common/register/reading_log.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/vietnamese_order.h"
#include "desktop/forms/entry_line.h"
#include "desktop/registers/record_list.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int search_delay_ms = 120;
constexpr std::int64_t max_found = 200;

} // namespace

search_page::search_page(const workplace& place, QWidget* parent)
    : page(parent), m_place(place), m_text(new entry_line), m_list(new record_list(place))
{
    auto* heading = new QLabel(tr("Search"));
    heading->setObjectName("heading");
    m_text->setPlaceholderText(
        tr("Any words of a name, with or without accents; a number; a document number")
    );
    m_text->setAccessibleName(tr("Search for"));
    m_text->setObjectName("search");
    m_text->installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(search_delay_ms);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_delay.start(); });
    connect(m_text, &entry_line::went_on, m_list, &record_list::open_selected);
    connect(m_list, &record_list::typed_on, m_text, &entry_line::begin_with);
    connect(&m_delay, &QTimer::timeout, this, &search_page::search);
    connect(m_list, &record_list::record_wanted, this, &page::record_wanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(heading);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
}

void search_page::arrive()
{
    m_text->setFocus(Qt::TabFocusReason);
    m_text->selectAll();
    search();
}

void search_page::refresh() { search(); }

/// One search, however many letters it took: noted when the clerk goes on from it.
void search_page::leave()
{
    const auto words = m_text->cleaned();
    if (words.empty() || words == m_noted) return;
    m_noted = words;
    m_place.desk.ask(
        this,
        [words, now = m_place.time.now()](desk_register& desk) {
            return note_look(desk, {reading_act::searched, "", words}, now);
        },
        [this](const status& noted) {
            if (!noted) emit failed(noted.error());
        }
    );
}

bool search_page::eventFilter(QObject* watched, QEvent* event)
{
    // The arrows walk the list while the cursor stays in the words.
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->move_selection(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return page::eventFilter(watched, event);
}

void search_page::search()
{
    const auto words = m_text->cleaned();
    const int mine = ++m_asked;
    if (words.empty()) return m_list->show_lines({}, tr("Type a name or a number."));
    m_place.desk.ask(
        this,
        [words](desk_register& desk) { return desk.search(words, max_found); },
        [this, mine](result<std::vector<record_line>> found) {
            if (mine != m_asked) return;
            if (!found) return emit failed(found.error());
            const vietnamese_order comes_before;
            std::stable_sort(found->begin(), found->end(), [&](const auto& a, const auto& b) {
                return comes_before(to_qt(a.title), to_qt(b.title));
            });
            m_list->show_lines(std::move(*found), tr("Nothing found. Fewer words find more."));
        }
    );
}

} // namespace hotich

#include "moc_search_page.cpp"
