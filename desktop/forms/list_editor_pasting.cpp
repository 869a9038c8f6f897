// The part of list_editor that takes copied cells of a spreadsheet in.
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/list_editor.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace hotich {

bool list_editor::eventFilter(QObject* watched, QEvent* event)
{
    const bool is_paste = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste);
    if (is_paste && paste(QApplication::clipboard()->text())) return true;
    return field_editor::eventFilter(watched, event);
}

/// False where it is one text, which the cell takes by itself.
bool list_editor::paste(const QString& copied)
{
    auto rows = cells_of(to_utf8(copied), max_list_rows + 1);
    if (rows.empty() || (rows.size() == 1 && rows.front().size() == 1)) return false;
    if (names_columns(rows.front(), m_list.columns)) rows.erase(rows.begin());
    const auto trouble = why_not_pasted(rows);
    tell(trouble);
    if (rows.empty() || !trouble.isEmpty()) return true;
    int at = focused_row();
    for (const auto& cells : rows) {
        if (at < 0 || !values_of(m_rows[std::size_t(at)]).empty()) add_row(++at, {});
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            auto* cell = m_rows[std::size_t(at)].cells[i];
            const QSignalBlocker quiet(cell);
            type_into(*cell, m_known, cells[i]);
            if (m_list.columns[i].path != "field_id") continue;
            offer_values(at);
            fill_old_value(at);
        }
    }
    show_conditions();
    m_rows[std::size_t(at)].cells.front()->first_part()->setFocus(Qt::TabFocusReason);
    emit pasted();
    return true;
}

/// All of it or nothing: half a table is worse than none.
QString list_editor::why_not_pasted(const std::vector<cell_row>& rows) const
{
    const auto filled = std::count_if(m_rows.begin(), m_rows.end(), [this](const row& one) {
        return !values_of(one).empty();
    });
    if (std::ssize(rows) + filled > max_list_rows)
        return tr("Nothing was pasted: the list takes %1 rows.").arg(max_list_rows);
    const auto& columns = m_list.columns;
    for (const auto& cells : rows) {
        if (cells.size() > columns.size())
            return tr("Nothing was pasted: the list has %1 columns.").arg(columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (columns[i].kind == "boolean" && !yes_or_no(m_known, cells[i]))
                return tr("Nothing was pasted: “%1” is neither yes nor no.").arg(to_qt(cells[i]));
    }
    return {};
}

void list_editor::tell(const QString& trouble)
{
    m_keys->setText(
        trouble.isEmpty() ? tr("Enter: next cell, new row · Alt+Delete: remove the row · Ctrl+V: "
                               "cells of a spreadsheet")
                          : "<span style='color:" + tone("amber") + "'>\u25B2 "
                + trouble.toHtmlEscaped() + "</span>"
    );
}

} // namespace hotich
