#include "desktop/registers/record_list.h"

#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/table_copy.h"

#include <QColor>
#include <QFont>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMetaMethod>

#include <algorithm>

namespace hotich {

namespace {

constexpr int row_height = 30;
constexpr std::array<int, record_table::column_count> widths{80, 380, 170, 120, 240};
constexpr int min_state_width = 210;
constexpr int min_name_width = 150;

} // namespace

QString state_text(const workplace& place, std::string_view state)
{
    return to_qt(place.known.message("states", state).in(place.language));
}

QColor state_colour(std::string_view state)
{
    if (state == "registered") return QColor(tone("good"));
    if (state == "held") return QColor(tone("amber"));
    if (state == "rejected") return QColor(tone("red"));
    if (state == "withdrawn") return QColor(tone("quiet"));
    return QColor(tone("accent"));
}

void record_table::set_lines(std::vector<record_line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int record_table::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int record_table::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(column_count);
}

QVariant record_table::data(const QModelIndex& index, int role) const
{
    const auto& line = m_lines[std::size_t(index.row())];
    if (role == Qt::ForegroundRole && index.column() == state) return state_colour(line.state);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case number:
        return line.number ? to_qt(to_display(*line.number)) : QString();
    case name:
        return to_qt(line.title);
    case event: {
        const auto* definition = m_place.known.find_event(line.event);
        return to_qt(definition == nullptr ? line.event : definition->title.in(m_place.language));
    }
    case day: {
        const auto date = parse_partial_date(line.reg_date);
        return to_qt(date ? to_display(*date) : line.reg_date);
    }
    case state:
        return state_text(m_place, line.state);
    default:
        return {};
    }
}

QVariant record_table::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case number:
        return tr("Number");
    case name:
        return tr("Name");
    case event:
        return tr("Event");
    case day:
        return tr("Registered on");
    case state:
        return tr("State");
    default:
        return {};
    }
}

record_list::record_list(const workplace& place, QWidget* parent)
    : QTableView(parent), m_table(new record_table(place, this)), m_empty(new QLabel(viewport()))
{
    setModel(m_table);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection); // for Ctrl+C
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_height);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < int(widths.size()); ++i)
        setColumnWidth(i, widths[std::size_t(i)]);
    m_empty->setObjectName("quiet");
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setMargin(40);
    connect(
        selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        &record_list::selection_moved
    );
    connect(this, &QTableView::doubleClicked, this, &record_list::open_selected);
    setAccessibleName(tr("Records"));
}

void record_list::show_lines(std::vector<record_line> lines, const QString& when_empty)
{
    const auto* line = selected();
    const auto before = line == nullptr ? std::string() : line->record;
    m_table->set_lines(std::move(lines));
    m_empty->setText(when_empty);
    m_empty->setVisible(m_table->lines().empty());
    const auto& now = m_table->lines();
    const auto found =
        std::find_if(now.begin(), now.end(), [&](const auto& one) { return one.record == before; });
    if (found != now.end())
        selectRow(int(found - now.begin()));
    else
        select_first();
}

void record_list::select_first()
{
    if (m_table->rowCount() > 0) selectRow(0);
}

void record_list::select_last()
{
    if (m_table->rowCount() > 0) selectRow(m_table->rowCount() - 1);
}

const record_line* record_list::selected() const
{
    const int row = currentIndex().row();
    return row < 0 ? nullptr : &m_table->lines()[std::size_t(row)];
}

int record_list::beyond_the_ends(int key) const
{
    const int row = currentIndex().row();
    if (row < 0) return 0;
    if ((key == Qt::Key_Up || key == Qt::Key_PageUp) && row == 0) return -1;
    const bool is_last = row == m_table->rowCount() - 1;
    return (key == Qt::Key_Down || key == Qt::Key_PageDown) && is_last ? 1 : 0;
}

void record_list::move_selection(int steps)
{
    if (m_table->rowCount() > 0)
        selectRow(std::clamp(currentIndex().row() + steps, 0, m_table->rowCount() - 1));
}

void record_list::open_selected()
{
    if (const auto* line = selected()) emit record_wanted(to_qt(line->record));
}

void record_list::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return open_selected();
    if (event->matches(QKeySequence::Copy)) return copy_rows(*this);
    if (const int way = beyond_the_ends(event->key()); way != 0) return emit more_wanted(way);
    QTableView::keyPressEvent(event);
}

void record_list::keyboardSearch(const QString& typed)
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&record_list::typed_on)))
        return QTableView::keyboardSearch(typed);
    if (!typed.isEmpty()) emit typed_on(typed);
}

void record_list::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    // The name takes what the others leave, so that a list beside other things needs no scrolling.
    int others = min_state_width;
    for (int i = 0; i < record_table::state; ++i)
        if (i != record_table::name && !isColumnHidden(i)) others += widths[std::size_t(i)];
    setColumnWidth(record_table::name, std::max(min_name_width, viewport()->width() - others));
    m_empty->setGeometry(viewport()->rect());
}

} // namespace hotich

#include "moc_record_list.cpp"
