#include "desktop/shell/event_choice_page.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/entry_line.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int event_role = Qt::UserRole;

bool fits(const event_definition& event, const std::vector<std::string>& words)
{
    const auto where = " " + fold(event.title.vi + " " + event.title.en + " " + event.event);
    return std::all_of(words.begin(), words.end(), [&where](const auto& word) {
        return where.find(" " + word) != std::string::npos;
    });
}

bool is_event(const QListWidgetItem* item)
{
    return item != nullptr && !item->data(event_role).toString().isEmpty();
}

} // namespace

QString group_title(const std::string& group)
{
    if (group == "amendment") return event_choice_page::tr("Changes to what is registered");
    if (group == "paper") return event_choice_page::tr("Papers and confirmations");
    return event_choice_page::tr("Registrations");
}

event_choice_page::event_choice_page(
    const workplace& place,
    QString heading,
    std::vector<const event_definition*> events,
    QWidget* parent
)
    : page(parent),
      m_place(place),
      m_heading(std::move(heading)),
      m_events(std::move(events)),
      m_words(new entry_line),
      m_list(new QListWidget),
      m_empty(new QLabel(tr("No event fits. Fewer words find more.")))
{
    auto* top = new QLabel(m_heading);
    top->setObjectName("heading");
    m_words->setObjectName("search");
    m_words->setPlaceholderText(tr("Type a part of the name, with or without accents"));
    m_words->setAccessibleName(tr("Find an event"));
    m_words->installEventFilter(this);
    m_list->setObjectName("events");
    m_list->setAccessibleName(tr("Events"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setObjectName("quiet");
    connect(m_words, &QLineEdit::textEdited, this, &event_choice_page::show_fitting);
    connect(m_words, &entry_line::went_on, this, &event_choice_page::choose);
    connect(m_list, &QListWidget::itemClicked, this, &event_choice_page::choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(top);
    layout->addWidget(m_words);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    show_fitting();
}

void event_choice_page::arrive()
{
    m_words->setFocus(Qt::TabFocusReason);
    show_fitting();
}

void event_choice_page::favour(const std::string& event)
{
    m_favoured = event;
    show_fitting();
}

void event_choice_page::show_fitting()
{
    const auto words = words_of(fold(m_words->cleaned()));
    m_list->clear();
    std::vector<std::string> groups;
    for (const auto* event : m_events)
        if (std::find(groups.begin(), groups.end(), event->group) == groups.end())
            groups.push_back(event->group);
    for (const auto& group : groups) {
        std::vector<const event_definition*> fitting;
        for (const auto* event : m_events)
            if (event->group == group && fits(*event, words)) fitting.push_back(event);
        if (!fitting.empty()) add_group(group, fitting);
    }
    m_empty->setVisible(m_list->count() == 0);
    if (m_list->currentRow() < 0 && m_list->count() > 1) m_list->setCurrentRow(1);
}

void event_choice_page::add_group(
    const std::string& group, const std::vector<const event_definition*>& events
)
{
    auto* head = new QListWidgetItem(group_title(group), m_list);
    head->setFlags(Qt::NoItemFlags);
    auto bold = m_list->font();
    bold.setBold(true);
    head->setFont(bold);
    head->setForeground(QColor(tone("accent")));
    for (const auto* event : events) {
        auto* item = new QListWidgetItem("    " + to_qt(event->title.in(m_place.language)), m_list);
        item->setData(event_role, to_qt(event->event));
        if (event->event == m_favoured && m_words->text().isEmpty()) m_list->setCurrentItem(item);
    }
}

void event_choice_page::move(int steps)
{
    for (int row = m_list->currentRow() + steps; row >= 0 && row < m_list->count(); row += steps)
        if (is_event(m_list->item(row))) return m_list->setCurrentRow(row);
}

void event_choice_page::choose()
{
    if (is_event(m_list->currentItem()))
        emit chosen(m_list->currentItem()->data(event_role).toString());
}

bool event_choice_page::eventFilter(QObject* watched, QEvent* event)
{
    // The arrows walk the list while the cursor stays in the words.
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            move(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return page::eventFilter(watched, event);
}

} // namespace hotich

#include "moc_event_choice_page.cpp"
