#include "desktop/shell/keyboard_map.h"

#include <QCoreApplication>
#include <QStringList>

namespace hotich {

namespace {

struct keyboard_map
{
    Q_DECLARE_TR_FUNCTIONS(hotich::keyboard_map)
};

QString row(const char* keys, const QString& what)
{
    return QString("<td style='padding:2px 12px 2px 0'><b>%1</b></td><td style='padding:2px 24px "
                   "2px 0'>%2</td>")
        .arg(QString::fromUtf8(keys), what.toHtmlEscaped());
}

/// Two columns, read downwards, so that the sheet is no higher than the window.
QString table_of(const QStringList& rows)
{
    const auto half = (rows.size() + 1) / 2;
    QString html = "<table>";
    for (qsizetype i = 0; i < half; ++i)
        html += "<tr>" + rows.at(i) + rows.value(i + half) + "</tr>";
    return html + "</table>";
}

} // namespace

QString keyboard_map_html()
{
    QStringList rows;
    rows << row("F1", keyboard_map::tr("Help for the field"));
    rows << row("F1 F1", keyboard_map::tr("The user guide"));
    rows << row("Shift+F1", keyboard_map::tr("This sheet"));
    rows << row("Ctrl+F1", keyboard_map::tr("Colours and size"));
    rows << row("Ctrl+N", keyboard_map::tr("New record: choose the event"));
    rows << row("F2", keyboard_map::tr("The last event once more"));
    rows << row("F3", keyboard_map::tr("Search"));
    rows << row("F4", keyboard_map::tr("Book"));
    rows << row("F5", keyboard_map::tr("Synchronise now"));
    rows << row("F6", keyboard_map::tr("Needs attention"));
    rows << row("F7", keyboard_map::tr("Drafts"));
    rows << row("F8", keyboard_map::tr("Today"));
    rows << row("F9", keyboard_map::tr("Dossiers"));
    rows << row("F10", keyboard_map::tr("Notices of other offices"));
    rows << row("F11", keyboard_map::tr("Personal numbers"));
    rows << row("F12", keyboard_map::tr("Sheet of the day"));
    rows << row("Ctrl+G", keyboard_map::tr("Papers to print, sign and hand over"));
    rows << row("Ctrl+K", keyboard_map::tr("Blanks"));
    rows << row("Ctrl+M", keyboard_map::tr("Line and machine: courier, copies, clock, telephone"));
    rows << row("Ctrl+B", keyboard_map::tr("In the book: volumes, gaps, closing"));
    rows << row("Ctrl+↑, Ctrl+↓", keyboard_map::tr("In the book: the entry before and after"));
    rows << row("Ctrl+C", keyboard_map::tr("In a list: copy the chosen rows for a spreadsheet"));
    rows << row("Ctrl+F", keyboard_map::tr("In a form: find the entry it is about"));
    rows << row("Insert, Alt+Delete", keyboard_map::tr("Add and remove a row of a list"));
    rows << row("Ctrl+V", keyboard_map::tr("In a list of a form: cells of a spreadsheet, as rows"));
    rows << row("Ctrl+Z", keyboard_map::tr("In a form: take the last change back"));
    rows << row("Alt+L", keyboard_map::tr("In the papers: the list that goes to the signer"));
    rows << row("Ctrl+L", keyboard_map::tr("In the preview: how the printer misses"));
    rows << row("Esc", keyboard_map::tr("Back"));
    rows << row("Enter", keyboard_map::tr("Next field; open; choose"));
    rows << row("Shift+Enter", keyboard_map::tr("Previous field"));
    rows << row("Ctrl+PgDn, Ctrl+PgUp", keyboard_map::tr("Next and previous part of the form"));
    rows << row("Alt+1…9", keyboard_map::tr("A part of the form"));
    rows << row("Ctrl+S", keyboard_map::tr("Review; then register. In the preview: save as PDF"));
    rows << row("Ctrl+P", keyboard_map::tr("Print"));
    rows << row("↓", keyboard_map::tr("Open a list"));
    return "<p><b>" + keyboard_map::tr("Keys") + "</b></p>" + table_of(rows);
}

} // namespace hotich
