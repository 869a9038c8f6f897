#include "desktop/forms/entry_finder.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/registers/record_list.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr int search_delay_ms = 120;
constexpr std::int64_t max_found = 200;

} // namespace

entry_finder::entry_finder(const workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_words(new entry_line(this)),
      m_list(new record_list(place, this))
{
    auto* heading = new QLabel(tr("Find the entry in the register"), this);
    heading->setObjectName("heading");
    m_words->setObjectName("search");
    m_words->setPlaceholderText(
        tr("Any words of a name, with or without accents; a number; a document number")
    );
    m_words->setAccessibleName(tr("Search for"));
    m_words->installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(search_delay_ms);
    auto* keys = new QLabel(tr("Enter takes the entry; Esc goes back to the form."), this);
    keys->setObjectName("quiet");
    connect(m_words, &QLineEdit::textEdited, this, [this] { m_delay.start(); });
    connect(m_words, &entry_line::went_on, m_list, &record_list::open_selected);
    connect(m_list, &record_list::typed_on, m_words, &entry_line::begin_with);
    connect(&m_delay, &QTimer::timeout, this, &entry_finder::search);
    connect(m_list, &record_list::record_wanted, this, &entry_finder::taken);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(heading);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(keys);
}

void entry_finder::begin(const std::string& event, const QString& words)
{
    m_event = event;
    m_words->setText(words);
    m_words->setFocus(Qt::TabFocusReason);
    m_words->selectAll();
    search();
}

bool entry_finder::eventFilter(QObject* watched, QEvent* event)
{
    // The arrows walk the list while the cursor stays in the words.
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->move_selection(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void entry_finder::search()
{
    const auto words = m_words->cleaned();
    const int mine = ++m_asked;
    if (words.empty()) return m_list->show_lines({}, tr("Type a name or a number."));
    m_place.desk.ask(
        this,
        [words, only = m_event](desk_register& desk) -> result<std::vector<record_line>> {
            TRY(auto found, desk.search(words, max_found));
            std::erase_if(found, [&only](const record_line& line) {
                return !line.number || (!only.empty() && line.event != only);
            });
            return found;
        },
        [this, mine](result<std::vector<record_line>> found) {
            if (mine != m_asked) return;
            if (!found)
                emit failed(found.error());
            else
                m_list->show_lines(std::move(*found), tr("Nothing found. Fewer words find more."));
        }
    );
}

} // namespace hotich

#include "moc_entry_finder.cpp"
