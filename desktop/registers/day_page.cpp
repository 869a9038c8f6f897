#include "desktop/registers/day_page.h"

#include "common/register/reading_log.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/printing/printed_lists.h"
#include "desktop/registers/plain_table.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

day_page::day_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_day(new entry_line),
      m_count(new QLabel),
      m_table(new plain_table(
          {tr("Number"), tr("Name"), tr("Event"), tr("What was done"), tr("By")},
          {100, 330, 250, 300, 150}
      ))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    m_count->setObjectName("quiet");
    m_day->setFixedWidth(130);
    m_day->setAccessibleName(tr("Day"));
    m_day->setText(to_qt(to_display(date_in_vietnam(place.time.now()))));
    auto* earlier = new QPushButton(tr("Day before"));
    auto* later = new QPushButton(tr("Day after"));
    connect(earlier, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(later, &QPushButton::clicked, this, [this] { turn(1); });
    connect(m_day, &entry_line::committed, this, &day_page::refresh);
    connect(m_day, &entry_line::went_on, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_table, &plain_table::opened, this, [this](int row) {
        emit record_wanted(to_qt(m_lines[std::size_t(row)].entry.record));
    });
    m_table->setAccessibleName(title());
    auto* paper = new QPushButton(tr("Print (Ctrl+P)"));
    place.granted->guard(paper, "print_paper");
    connect(paper, &QPushButton::clicked, this, &day_page::print);
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_count);
    auto* line = new QHBoxLayout;
    for (auto* part : std::initializer_list<QWidget*>{m_day, earlier, later})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(paper);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
}

void day_page::arrive()
{
    m_table->setFocus(Qt::TabFocusReason);
    refresh();
}

civil_date day_page::day() const
{
    const auto typed = parse_typed_date(m_day->cleaned());
    const auto whole = typed ? parse_date(to_iso(*typed)) : std::nullopt;
    return whole.value_or(date_in_vietnam(m_place.time.now()));
}

void day_page::turn(int days)
{
    m_day->setText(to_qt(to_display(add_days(day(), days))));
    refresh();
}

void day_page::refresh()
{
    m_place.desk.ask(
        this,
        [of = day(),
         now = m_place.time.now()](desk_register& desk) -> result<std::vector<day_line>> {
            TRY_STATUS(note_look(desk, {reading_act::listed, to_iso(of)}, now));
            return day_sheet(desk, of);
        },
        [this](result<std::vector<day_line>> lines) {
            if (!lines)
                emit failed(lines.error());
            else
                show_lines(std::move(*lines));
        }
    );
}

void day_page::show_lines(std::vector<day_line> lines)
{
    m_lines = std::move(lines);
    std::vector<table_row> rows;
    for (const auto& line : m_lines) {
        const auto* event = m_place.known.find_event(line.entry.event);
        rows.push_back(
            {{line.entry.number ? to_qt(to_display(*line.entry.number)) : QString(),
              to_qt(line.entry.title),
              to_qt(event == nullptr ? line.entry.event : event->title.in(m_place.language)),
              what_text(line),
              to_qt(line.by)},
             -1,
             {}}
        );
    }
    m_count->setText(tr("%n lines", nullptr, int(rows.size())));
    m_table->show_rows(rows, tr("Nothing was registered or printed on this day."));
}

void day_page::print()
{
    struct maker
    {
        office_profile office;
        std::string user;
    };

    m_place.desk.ask(
        this,
        [](desk_register& desk) -> result<maker> {
            return maker{desk.office(), desk.user()};
        },
        [this, of = day()](const result<maker>& by) {
            if (!by) return emit failed(by.error());
            emit list_wanted(
                title() + " " + to_qt(day_in_file_name(of)),
                day_list(m_place.known, by->office, of, m_lines, by->user)
            );
        }
    );
}

QString day_page::what_text(const day_line& line) const
{
    if (line.what == "register") return tr("Registered");
    const auto* event = m_place.known.find_event(line.entry.event);
    const auto* paper = event == nullptr ? nullptr : m_place.known.find_paper(*event, line.what);
    return tr("Printed: %1")
        .arg(to_qt(paper == nullptr ? line.what : paper->title.in(m_place.language)));
}

} // namespace hotich

#include "moc_day_page.cpp"
