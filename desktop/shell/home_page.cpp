#include "desktop/shell/home_page.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/record_list.h"
#include "desktop/shell/line_words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr std::int64_t max_waiting = 100;
constexpr int tile_height = 118;

QString weekday(const civil_date& day)
{
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("hotich::home_page", "Monday"),
        QT_TRANSLATE_NOOP("hotich::home_page", "Tuesday"),
        QT_TRANSLATE_NOOP("hotich::home_page", "Wednesday"),
        QT_TRANSLATE_NOOP("hotich::home_page", "Thursday"),
        QT_TRANSLATE_NOOP("hotich::home_page", "Friday"),
        QT_TRANSLATE_NOOP("hotich::home_page", "Saturday"),
        QT_TRANSLATE_NOOP("hotich::home_page", "Sunday"),
    };
    const int since_monday = days_between({1970, 1, 5}, day) % 7;
    return home_page::tr(names[std::size_t((since_monday + 7) % 7)]);
}

result<std::int64_t> numbers_left(desk_register& desk)
{
    std::int64_t left = 0;
    TRY(const auto blocks, desk.blocks());
    for (const auto& block : blocks) {
        TRY(const auto unused, desk.unused_numbers(block));
        left += std::int64_t(unused.size());
    }
    return left;
}

} // namespace

home_page::home_page(const workplace& place, line& to_server, QWidget* parent)
    : page(parent),
      m_place(place),
      m_line(to_server),
      m_heading(new QLabel),
      m_office(new QLabel),
      m_line_state(new QLabel),
      m_new(new QPushButton),
      m_last_sync(new QLabel),
      m_waiting(new record_list(place))
{
    m_heading->setObjectName("big");
    m_office->setObjectName("quiet");
    m_last_sync->setObjectName("quiet");
    m_new->setObjectName("primary");
    const auto events = place.known.events();
    const auto* first = events.empty() ? nullptr : events.front();
    if (first != nullptr)
        m_new->setText(tr("New: %1 (F2)").arg(to_qt(first->title.in(place.language))));
    m_new->setVisible(first != nullptr);
    connect(m_new, &QPushButton::clicked, this, [this, first] {
        emit new_wanted(to_qt(first->event));
    });
    auto* sync = new QPushButton(tr("Synchronise now (F5)"));
    connect(sync, &QPushButton::clicked, this, &home_page::synchronisation_wanted);
    connect(&m_line, &line::changed, this, &home_page::show_line);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_new);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(12);
    tiles->addWidget(make_tile(drafts, tr("Drafts"), "F7"));
    tiles->addWidget(make_tile(attention, tr("Need attention"), "F6"));
    tiles->addWidget(make_tile(waiting, tr("Wait for a number"), {}));
    tiles->addWidget(make_tile(unsent, tr("Not sent yet"), "F5"));
    tiles->addWidget(make_tile(numbers, tr("Numbers in hand"), {}));
    auto* line_row = new QHBoxLayout;
    line_row->addWidget(m_line_state);
    line_row->addWidget(m_last_sync);
    line_row->addStretch(1);
    line_row->addWidget(sync);
    auto* list_title = new QLabel(tr("Waiting for the server's number"));
    list_title->setObjectName("section");
    connect(m_waiting, &record_list::record_wanted, this, &page::record_wanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_office);
    layout->addLayout(tiles);
    layout->addLayout(line_row);
    layout->addWidget(list_title);
    layout->addWidget(m_waiting, 1);
    show_line();
}

QWidget* home_page::make_tile(tile which, const QString& caption, const QString& key)
{
    auto* button = new QPushButton;
    button->setObjectName("tile");
    button->setFixedHeight(tile_height);
    auto* count = new QLabel("0");
    count->setObjectName("count");
    auto* name = new QLabel(
        key.isEmpty() ? caption
                      : QString("%1  <span style='color:#5b6570'>%2</span>").arg(caption, key)
    );
    auto* note = new QLabel;
    note->setObjectName("quiet");
    auto* inside = new QVBoxLayout(button);
    inside->setContentsMargins(16, 10, 16, 10);
    inside->setSpacing(2);
    for (auto* label : {count, name, note}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        inside->addWidget(label);
    }
    m_tiles[which] = button;
    m_counts[which] = count;
    m_notes[which] = note;
    if (which == drafts)
        connect(button, &QPushButton::clicked, this, &home_page::drafts_wanted);
    else if (which == attention)
        connect(button, &QPushButton::clicked, this, &home_page::attention_wanted);
    else if (which == unsent)
        connect(button, &QPushButton::clicked, this, &home_page::synchronisation_wanted);
    else if (which == waiting)
        connect(button, &QPushButton::clicked, this, [this] {
            m_waiting->setFocus(Qt::TabFocusReason);
        });
    else
        button->setFocusPolicy(Qt::NoFocus);
    return button;
}

void home_page::arrive()
{
    m_new->setFocus(Qt::TabFocusReason);
    refresh();
}

void home_page::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) -> result<seen> {
            seen now;
            TRY(now.overview, desk.overview());
            TRY(now.numbers_left, numbers_left(desk));
            TRY(now.waiting, desk.in_state(record_state::pending, max_waiting));
            now.office = desk.office().name
                + (desk.office().province_name.empty() ? "" : ", " + desk.office().province_name);
            now.user = desk.user();
            return now;
        },
        [this](const result<seen>& now) {
            if (now)
                show_overview(*now);
            else
                emit failed(now.error());
        }
    );
}

void home_page::show_overview(const seen& now)
{
    const auto today = date_in_vietnam(m_place.time.now());
    m_heading->setText(tr("Today, %1 %2").arg(weekday(today), to_qt(to_display(today))));
    m_office->setText(to_qt(now.office) + " · " + to_qt(now.user));
    const auto& overview = now.overview;
    const std::array<std::int64_t, tile_count> counts{
        overview.drafts,
        overview.pending,
        overview.held + overview.rejected,
        overview.unsent,
        now.numbers_left};
    for (std::size_t i = 0; i < tile_count; ++i) {
        m_counts[i]->setText(QString::number(counts[i]));
        m_tiles[i]->setProperty("empty", counts[i] == 0);
    }
    m_tiles[attention]->setProperty("urgent", counts[attention] > 0);
    const auto oldest = overview.oldest_unsent_at;
    m_notes[unsent]->setText(
        oldest ? tr("the oldest: %1").arg(age_text(*oldest, m_place.time.now())) : QString()
    );
    m_notes[attention]->setText(
        counts[attention] == 0
            ? QString()
            : tr("%1 held, %2 rejected").arg(overview.held).arg(overview.rejected)
    );
    m_notes[numbers]->setText(
        now.numbers_left == 0 ? tr("numbers come from the server") : QString()
    );
    m_last_sync->setText(
        overview.last_sync_at ? tr("Last synchronised: %1").arg(moment_text(*overview.last_sync_at))
                              : QString()
    );
    for (auto* button : m_tiles)
        button->setStyleSheet(button->styleSheet()); // reads the properties again
    m_waiting->show_lines(now.waiting, tr("No entry waits for a number."));
}

void home_page::show_line() { m_line_state->setText(line_html(m_line.report(), m_place)); }

} // namespace hotich

#include "moc_home_page.cpp"
