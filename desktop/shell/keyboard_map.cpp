#include "desktop/shell/keyboard_map.h"

#include <QCoreApplication>

namespace hotich {

namespace {

struct keyboard_map
{
    Q_DECLARE_TR_FUNCTIONS(hotich::keyboard_map)
};

QString row(const char* keys, const QString& what)
{
    return QString("<tr><td style='padding:2px 18px 2px 0'><b>%1</b></td><td style='padding:2px "
                   "0'>%2</td></tr>")
        .arg(QString::fromUtf8(keys), what.toHtmlEscaped());
}

} // namespace

QString keyboard_map_html()
{
    QString html = "<p><b>" + keyboard_map::tr("Keys") + "</b></p><table>";
    html += row("F1", keyboard_map::tr("Help for the field"));
    html += row("F1 F1", keyboard_map::tr("The user guide"));
    html += row("Shift+F1", keyboard_map::tr("This sheet"));
    html += row("Ctrl+F1", keyboard_map::tr("Colours and size"));
    html += row("Ctrl+N", keyboard_map::tr("New record: choose the event"));
    html += row("F2", keyboard_map::tr("The last event once more"));
    html += row("F3", keyboard_map::tr("Search"));
    html += row("F4", keyboard_map::tr("Book"));
    html += row("F5", keyboard_map::tr("Synchronise now"));
    html += row("F6", keyboard_map::tr("Needs attention"));
    html += row("F7", keyboard_map::tr("Drafts"));
    html += row("F8", keyboard_map::tr("Today"));
    html += row("F9", keyboard_map::tr("Dossiers"));
    html += row("F10", keyboard_map::tr("Notices of other offices"));
    html += row("F11", keyboard_map::tr("Personal numbers"));
    html += row("F12", keyboard_map::tr("Sheet of the day"));
    html += row("Ctrl+M", keyboard_map::tr("Line and machine: courier, copies, clock, telephone"));
    html += row("Ctrl+B", keyboard_map::tr("In the book: volumes, gaps, closing"));
    html += row("Ctrl+Up, Ctrl+Down", keyboard_map::tr("In the book: the entry before and after"));
    html += row("Ctrl+C", keyboard_map::tr("In a list: copy the chosen rows for a spreadsheet"));
    html += row("Ctrl+F", keyboard_map::tr("In a form: find the entry it is about"));
    html += row("Insert, Alt+Delete", keyboard_map::tr("Add and remove a row of a list"));
    html += row("Ctrl+Z", keyboard_map::tr("In a form: take the last change back"));
    html += row("Ctrl+L", keyboard_map::tr("In the preview: how the printer misses"));
    html += row("Esc", keyboard_map::tr("Back"));
    html += row("Enter", keyboard_map::tr("Next field; open; choose"));
    html += row("Shift+Enter", keyboard_map::tr("Previous field"));
    html += row("Ctrl+PgDn, Ctrl+PgUp", keyboard_map::tr("Next and previous part of the form"));
    html += row("Alt+1…9", keyboard_map::tr("A part of the form"));
    html += row("Ctrl+S", keyboard_map::tr("Review; then register. In the preview: save as PDF"));
    html += row("Ctrl+P", keyboard_map::tr("Print"));
    html += row("Down", keyboard_map::tr("Open a list"));
    return html + "</table>";
}

} // namespace hotich
