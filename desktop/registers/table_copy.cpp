#include "desktop/registers/table_copy.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>
#include <vector>

namespace hotich {

namespace {

/// A cell stays one cell.
QString one_line(QString text) { return text.replace('\t', ' ').replace('\n', ' '); }

QString html_row(const QStringList& cells)
{
    QString html;
    for (const auto& cell : cells)
        html += QString("<td style='mso-number-format:\"\\@\"'>%1</td>").arg(cell.toHtmlEscaped());
    return "<tr>" + html + "</tr>";
}

} // namespace

void copy_rows(const QAbstractItemView& list)
{
    const auto chosen = list.selectionModel()->selectedRows();
    if (chosen.isEmpty()) return;
    const auto* model = list.model();
    QString text;
    QString html;
    const auto add = [&text, &html](const QStringList& cells) {
        text += cells.join('\t') + '\n';
        html += html_row(cells);
    };
    QStringList names;
    for (int column = 0; column < model->columnCount(); ++column)
        names << one_line(model->headerData(column, Qt::Horizontal).toString());
    add(names);
    std::vector<int> rows;
    for (const auto& index : chosen)
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end()); // a selection keeps the order in which it grew
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells << one_line(model->index(row, column).data().toString());
        add(cells);
    }
    auto* copied = new QMimeData;
    copied->setText(text);
    copied->setHtml("<table>" + html + "</table>");
    QApplication::clipboard()->setMimeData(copied);
}

} // namespace hotich
