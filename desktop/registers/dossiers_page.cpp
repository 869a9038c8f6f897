#include "desktop/registers/dossiers_page.h"

#include "common/rules/due_date.h"
#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/plain_table.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t max_lines = 500;
constexpr int state_column = 4;

/// Who asks, in whatever part of the form that stands.
std::string requester_of(const event_definition& event, const json::object& data)
{
    for (const auto& field : event.fields)
        if (field.path.ends_with("requester.full_name"))
            if (const auto name = text_at(data, field.path); !name.empty())
                return std::string(name);
    return title_of(event, data);
}

} // namespace

result<std::vector<dossier_line>> open_dossiers(desk_register& desk)
{
    TRY(const auto found, desk.in_state(record_state::received, max_lines));
    std::vector<dossier_line> lines;
    for (const auto& item : found) {
        TRY(const auto content, desk.load(item.record));
        const auto* event = desk.known().find_event(content.event);
        dossier_line line{item.record, content.event, item.title, {}, {}, false};
        if (event != nullptr) line.who = requester_of(*event, content.data);
        line.received = {integer_or(content.dossier, "received_at", 0)};
        line.due = due_on(desk.known(), content);
        line.is_paused = text_at(content.dossier, "state") == "paused";
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
        if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
        return a.due && *a.due < *b.due;
    });
    return lines;
}

dossiers_page::dossiers_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_table(new plain_table(
          {tr("Requester"), tr("Event"), tr("Received"), tr("Due on"), tr("State")},
          {300, 300, 150, 110, 160}
      ))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    auto* receive = new QPushButton(tr("Receive a dossier… (Insert)"));
    receive->setObjectName("primary");
    m_place.granted->guard(receive, "receive_dossier");
    auto* key = new QAction(this);
    key->setShortcut(Qt::Key_Insert);
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(key);
    connect(key, &QAction::triggered, receive, &QPushButton::click);
    connect(receive, &QPushButton::clicked, this, &dossiers_page::reception_wanted);
    connect(m_table, &plain_table::opened, this, [this](int row) {
        emit record_wanted(to_qt(m_lines[std::size_t(row)].record));
    });
    m_table->setAccessibleName(tr("Dossiers"));
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(receive);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
}

void dossiers_page::arrive()
{
    m_table->setFocus(Qt::TabFocusReason);
    refresh();
}

void dossiers_page::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) { return open_dossiers(desk); },
        [this](result<std::vector<dossier_line>> lines) {
            if (!lines)
                emit failed(lines.error());
            else
                show_lines(std::move(*lines));
        }
    );
}

void dossiers_page::show_lines(std::vector<dossier_line> lines)
{
    m_lines = std::move(lines);
    const auto today = date_in_vietnam(m_place.time.now());
    std::vector<table_row> rows;
    for (const auto& line : m_lines) {
        const auto* event = m_place.known.find_event(line.event);
        const bool is_late = line.due && *line.due < today;
        const bool is_today = line.due && *line.due == today;
        QString state = line.is_paused ? tr("paused") : tr("being handled");
        if (is_late) state = "\u25A0 " + tr("overdue");
        if (is_today) state = "\u25B2 " + tr("due today");
        const QColor colour = is_late    ? QColor(tone("red"))
            : is_today || line.is_paused ? QColor(tone("amber"))
                                         : QColor(tone("good"));
        rows.push_back(
            {{to_qt(line.who),
              to_qt(event == nullptr ? line.event : event->title.in(m_place.language)),
              moment_text(line.received),
              line.due ? to_qt(to_display(*line.due)) : QString(),
              state},
             state_column,
             colour}
        );
    }
    m_table->show_rows(rows, tr("No dossier waits. Insert receives one."));
}

} // namespace hotich

#include "moc_dossiers_page.cpp"
