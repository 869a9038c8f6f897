#include "desktop/registers/plain_table.h"

#include "desktop/registers/table_copy.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <numeric>

namespace hotich {

namespace {

constexpr int row_height = 30;
constexpr int least_last_width = 130;

} // namespace

plain_table::plain_table(
    const QStringList& columns, const std::vector<int>& widths, QWidget* parent
)
    : QTableWidget(0, int(columns.size()), parent),
      m_widths(widths),
      m_empty(new QLabel(viewport()))
{
    setHorizontalHeaderLabels(columns);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_height);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection); // for Ctrl+C
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setObjectName("quiet");
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setMargin(40);
    connect(this, &QTableWidget::cellDoubleClicked, this, &plain_table::opened);
}

void plain_table::show_rows(const std::vector<table_row>& rows, const QString& when_empty)
{
    const int selected = std::max(currentRow(), 0);
    setRowCount(int(rows.size()));
    for (int row = 0; row < int(rows.size()); ++row) {
        const auto& shown = rows[std::size_t(row)];
        for (int column = 0; column < int(shown.cells.size()); ++column) {
            auto* item = new QTableWidgetItem(shown.cells[column]);
            item->setToolTip(shown.cells[column]);
            if (column == shown.coloured) item->setForeground(shown.colour);
            setItem(row, column, item);
        }
    }
    m_empty->setText(when_empty);
    m_empty->setVisible(rows.empty());
    if (!rows.empty()) selectRow(std::min(selected, int(rows.size()) - 1));
}

void plain_table::keyPressEvent(QKeyEvent* event)
{
    const bool is_enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copy_rows(*this);
    else if (is_enter && currentRow() >= 0)
        emit opened(currentRow());
    else if (event->key() == Qt::Key_Delete && currentRow() >= 0)
        emit removal_wanted(currentRow());
    else
        QTableWidget::keyPressEvent(event);
}

void plain_table::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    const int wanted = std::accumulate(m_widths.begin(), m_widths.end(), least_last_width);
    const int given = std::min(wanted, viewport()->width());
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        setColumnWidth(int(i), m_widths[i] * given / wanted);
    m_empty->setGeometry(viewport()->rect());
}

} // namespace hotich

#include "moc_plain_table.cpp"
