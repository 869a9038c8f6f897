#include "desktop/shell/keyboard_map.h"

#include <QCoreApplication>

namespace hotich
{

namespace
{

struct keyboard_map {
    Q_DECLARE_TR_FUNCTIONS(hotich::keyboard_map)
};

QString row(const char* keys, const QString& what)
{
    return QString("<tr><td style='padding:2px 18px 2px 0'><b>%1</b></td><td style='padding:2px 0'>%2</td></tr>")
        .arg(QString::fromUtf8(keys), what.toHtmlEscaped());
}

} // namespace

QString keyboard_map_html()
{
    using map = keyboard_map;
    QString html = "<p><b>" + map::tr("Keys") + "</b></p><table>";
    html += row("F1", map::tr("Help for the field"));
    html += row("Shift+F1", map::tr("This sheet"));
    html += row("F2", map::tr("New registration"));
    html += row("F3", map::tr("Search"));
    html += row("F4", map::tr("Book"));
    html += row("F5", map::tr("Synchronise now"));
    html += row("F6", map::tr("Needs attention"));
    html += row("F7", map::tr("Drafts"));
    html += row("F8", map::tr("Today"));
    html += row("Esc", map::tr("Back"));
    html += row("Enter", map::tr("Next field; open; choose"));
    html += row("Shift+Enter", map::tr("Previous field"));
    html += row("Ctrl+PgDn, Ctrl+PgUp", map::tr("Next and previous part of the form"));
    html += row("Alt+1…9", map::tr("A part of the form"));
    html += row("Ctrl+S", map::tr("Review; then register. In the preview: save as PDF"));
    html += row("Ctrl+P", map::tr("Print"));
    html += row("Down", map::tr("Open a list"));
    return html + "</table>";
}

} // namespace hotich
