#include "desktop/registers/pins_page.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/plain_table.h"

#include <QLabel>
#include <QVBoxLayout>

#include <iterator>

namespace hotich {

namespace {

constexpr std::int64_t max_lines = 500;
constexpr int state_column = 2;

} // namespace

pins_page::pins_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_table(new plain_table(
          {tr("Number"), tr("Name"), tr("State"), tr("Since"), tr("What it says")},
          {90, 260, 150, 140, 480}
      ))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    auto* what = new QLabel(
        tr("Refused ones first: open one, mend what is said, then ask again. A number that has "
           "arrived waits to be printed.")
    );
    what->setObjectName("quiet");
    what->setWordWrap(true);
    m_table->setAccessibleName(title());
    connect(m_table, &plain_table::opened, this, [this](int row) {
        emit record_wanted(to_qt(m_lines[std::size_t(row)].entry.record));
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(heading);
    layout->addWidget(what);
    layout->addWidget(m_table, 1);
}

void pins_page::arrive()
{
    m_table->setFocus(Qt::TabFocusReason);
    refresh();
}

void pins_page::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) -> result<std::vector<pin_line>> {
            std::vector<pin_line> all;
            for (const auto tray : {pin_tray::refused, pin_tray::arrived, pin_tray::waiting}) {
                TRY(auto lines, pins_in(desk, tray, max_lines));
                std::move(lines.begin(), lines.end(), std::back_inserter(all));
            }
            return all;
        },
        [this](result<std::vector<pin_line>> lines) {
            if (!lines)
                emit failed(lines.error());
            else
                show_lines(std::move(*lines));
        }
    );
}

void pins_page::show_lines(std::vector<pin_line> lines)
{
    m_lines = std::move(lines);
    std::vector<table_row> rows;
    for (const auto& line : m_lines) {
        QString state = line.is_sent ? tr("asked, awaited") : tr("to be asked");
        QString says;
        QColor colour(tone("accent"));
        if (line.tray == pin_tray::refused) {
            state = "\u25A0 " + tr("refused");
            says = to_qt(refusal_text(m_place.known, line.code).in(m_place.language));
            colour = QColor(tone("red"));
        } else if (line.tray == pin_tray::arrived) {
            state = "\u2713 " + tr("arrived");
            says = to_qt(line.pin);
            colour = QColor(tone("good"));
        }
        rows.push_back(
            {{line.entry.number ? to_qt(to_display(*line.entry.number)) : QString(),
              to_qt(line.entry.title),
              state,
              line.at.ms == 0 ? QString() : moment_text(line.at),
              says},
             state_column,
             colour}
        );
    }
    m_table->show_rows(rows, tr("No personal number is awaited."));
}

} // namespace hotich

#include "moc_pins_page.cpp"
