#include "desktop/shell/home_page.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/dossiers_page.h"
#include "desktop/registers/record_list.h"
#include "desktop/shell/backup_line.h"
#include "desktop/shell/line_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t max_waiting = 100;
constexpr int tile_height = 96;
constexpr int tiles_in_row = 5;
constexpr std::int64_t few_blanks = 20;
constexpr std::int64_t max_notices = 500;

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

/// Those that are not none: a tile is narrow.
QString counted(const std::vector<std::pair<std::int64_t, QString>>& parts)
{
    QStringList words;
    for (const auto& [count, text] : parts)
        if (count > 0) words.append(text.arg(count));
    return words.join(", ");
}

std::int64_t blanks_left(const std::vector<blanks_in_hand>& kinds)
{
    std::int64_t left = 0;
    for (const auto& one : kinds)
        left += one.left;
    return left;
}

status count_trays(
    desk_register& desk,
    std::int64_t& notices,
    std::int64_t& dossiers,
    std::int64_t& late,
    const civil_date& today
)
{
    TRY(const auto waiting, desk.view().with_waiting_notices(max_notices));
    notices = std::int64_t(waiting.size());
    TRY(const auto open, open_dossiers(desk));
    dossiers = std::int64_t(open.size());
    late = std::count_if(open.begin(), open.end(), [&today](const auto& line) {
        return line.due && *line.due < today;
    });
    return {};
}

} // namespace

home_page::home_page(const workplace& place, line& to_server, QWidget* parent)
    : page(parent),
      m_place(place),
      m_line(to_server),
      m_heading(new QLabel),
      m_office(new QLabel),
      m_line_state(new QLabel),
      m_new(new QPushButton(tr("New record… (Ctrl+N)"))),
      m_again(new QPushButton),
      m_last_sync(new QLabel),
      m_backups(new backup_line(place)),
      m_waiting(new record_list(place))
{
    m_heading->setObjectName("big");
    m_office->setObjectName("quiet");
    m_last_sync->setObjectName("quiet");
    m_new->setObjectName("primary");
    for (auto* button : {m_new, m_again})
        m_place.granted->guard(button, "new_record");
    if (const auto events = place.known.events(); !events.empty())
        show_last_event(events.front()->event);
    connect(m_new, &QPushButton::clicked, this, &home_page::choice_wanted);
    connect(m_again, &QPushButton::clicked, this, [this] { emit new_wanted(m_last_event); });
    auto* sync = new QPushButton(tr("Synchronise now (F5)"));
    connect(sync, &QPushButton::clicked, this, &home_page::synchronisation_wanted);
    connect(&m_line, &line::changed, this, &home_page::show_line);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_again);
    top->addWidget(m_new);
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
    layout->addLayout(make_tiles());
    layout->addLayout(line_row);
    layout->addWidget(m_backups);
    layout->addWidget(list_title);
    layout->addWidget(m_waiting, 1);
    show_line();
}

void home_page::show_last_event(const std::string& event)
{
    m_last_event = to_qt(event);
    if (const auto* last = m_place.known.find_event(event))
        m_again->setText(tr("%1 (F2)").arg(to_qt(last->title.in(m_place.language))));
}

QLayout* home_page::make_tiles()
{
    const std::array<QWidget*, tile_count> made{
        make_tile(drafts, tr("Drafts"), "F7"),
        make_tile(attention, tr("Need attention"), "F6"),
        make_tile(dossiers, tr("Dossiers"), "F9"),
        make_tile(notices, tr("Notices"), "F10"),
        make_tile(papers, tr("Papers"), "Ctrl+G"),
        make_tile(pins, tr("Personal numbers"), "F11"),
        make_tile(waiting, tr("Wait for a number"), {}),
        make_tile(unsent, tr("Not sent yet"), "F5"),
        make_tile(numbers, tr("Numbers in hand"), {}),
        make_tile(blanks, tr("Blanks left"), "Ctrl+K"),
    };
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    for (int i = 0; i < tile_count; ++i)
        grid->addWidget(made[std::size_t(i)], i / tiles_in_row, i % tiles_in_row);
    return grid;
}

void home_page::go_from(tile which)
{
    switch (which) {
    case drafts:
        return emit drafts_wanted();
    case attention:
        return emit attention_wanted();
    case dossiers:
        return emit dossiers_wanted();
    case notices:
        return emit notices_wanted();
    case papers:
        return emit papers_wanted();
    case blanks:
        return emit blanks_wanted();
    case pins:
        return emit pins_wanted();
    case waiting:
        return m_waiting->setFocus(Qt::TabFocusReason);
    case unsent:
        return emit synchronisation_wanted();
    default:
        break;
    }
}

QWidget* home_page::make_tile(tile which, const QString& caption, const QString& key)
{
    auto* button = new QPushButton;
    button->setObjectName("tile");
    button->setFixedHeight(tile_height);
    button->setAccessibleName(caption);
    auto* count = new QLabel("0");
    count->setObjectName("count");
    auto* name = new QLabel(
        key.isEmpty()
            ? caption
            : QString("%1  <span style='color:" + tone("quiet") + "'>%2</span>").arg(caption, key)
    );
    auto* note = new QLabel;
    note->setObjectName("quiet");
    auto* inside = new QVBoxLayout(button);
    inside->setContentsMargins(16, 6, 16, 6);
    inside->setSpacing(2);
    for (auto* label : {count, name, note}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        inside->addWidget(label);
    }
    m_tiles[which] = button;
    m_counts[which] = count;
    m_notes[which] = note;
    connect(button, &QPushButton::clicked, this, [this, which] { go_from(which); });
    if (which == numbers) button->setFocusPolicy(Qt::NoFocus);
    return button;
}

void home_page::arrive()
{
    m_new->setFocus(Qt::TabFocusReason);
    refresh();
}

void home_page::refresh()
{
    m_backups->refresh();
    m_place.desk.ask(
        this,
        [at = m_place.time.now()](desk_register& desk) -> result<seen> {
            const auto today = date_in_vietnam(at);
            seen now;
            TRY(now.overview, desk.overview());
            TRY(now.numbers_left, numbers_left(desk));
            TRY_STATUS(count_trays(desk, now.notices, now.dossiers, now.late_dossiers, today));
            TRY(now.pins, pins_waiting_on(desk));
            TRY(now.papers, count_papers(desk, at));
            TRY(now.blanks, blanks_of(desk));
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
    show_counts(now);
    m_last_sync->setText(
        now.overview.last_sync_at
            ? tr("Last synchronised: %1").arg(moment_text(*now.overview.last_sync_at))
            : QString()
    );
    m_waiting->show_lines(now.waiting, tr("No entry waits for a number."));
}

void home_page::show_counts(const seen& now)
{
    const auto& overview = now.overview;
    const std::array<std::int64_t, tile_count> counts{
        overview.drafts,
        overview.held + overview.rejected,
        now.dossiers,
        now.notices,
        now.papers.all(),
        now.pins.refused + now.pins.arrived + now.pins.waiting,
        overview.pending,
        overview.unsent,
        now.numbers_left,
        blanks_left(now.blanks)};
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
    m_notes[numbers]->setText(now.numbers_left == 0 ? tr("from the server") : QString());
    m_tiles[dossiers]->setProperty("urgent", now.late_dossiers > 0);
    m_notes[dossiers]->setText(
        now.late_dossiers == 0 ? QString() : tr("%1 overdue").arg(now.late_dossiers)
    );
    m_tiles[pins]->setProperty("urgent", now.pins.refused > 0);
    m_notes[pins]->setText(counted(
        {{now.pins.refused, tr("%1 refused")},
         {now.pins.arrived, tr("%1 arrived")},
         {now.pins.waiting, tr("%1 awaited")}}
    ));
    show_papers(now);
    m_notes[notices]->setText(now.notices == 0 ? QString() : tr("to answer"));
    for (auto* button : m_tiles)
        button->setStyleSheet(button->styleSheet()); // reads the properties again
}

void home_page::show_papers(const seen& now)
{
    const auto& on_their_way = now.papers;
    m_tiles[papers]->setProperty("urgent", on_their_way.unanswered > 0);
    m_notes[papers]->setText(counted(
        {{on_their_way.to_print, tr("%1 print")},
         {on_their_way.unanswered + on_their_way.to_sign, tr("%1 sign")},
         {on_their_way.to_hand_over, tr("%1 hand over")}}
    ));
    const bool is_any_wrong = std::ranges::any_of(now.blanks, [](const blanks_in_hand& of) {
        return !of.twice.empty() || !of.unknown.empty();
    });
    const bool is_few = std::ranges::any_of(now.blanks, [](const blanks_in_hand& of) {
        return of.left < few_blanks;
    });
    m_tiles[blanks]->setProperty("urgent", is_any_wrong);
    m_notes[blanks]->setText(
        is_any_wrong ? tr("the ledger does not agree")
            : is_few ? tr("of one kind few")
                     : QString()
    );
}

void home_page::show_line() { m_line_state->setText(line_html(m_line.report(), m_place)); }

} // namespace hotich

#include "moc_home_page.cpp"
