#include "desktop/registers/record_html.h"

#include "common/definitions/display.h"
#include "desktop/app/qt_text.h"

namespace hotich {

namespace {

QString row_html(const QString& label, const QString& value)
{
    return QString("<tr><td width='38%' style='color:#5b6570; padding:2px 10px 2px 0'>%1</td>"
                   "<td width='62%' style='padding:2px 0'><b>%2</b></td></tr>")
        .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

QString block_html(
    const definitions& known,
    const event_definition& event,
    const form_page& page,
    const json::object& data,
    std::string_view language
)
{
    QString rows;
    for (const auto index : page.fields) {
        const auto& field = event.fields[index];
        const auto value = display_value(known, event, data, field.path, language);
        if (!value.empty()) rows += row_html(to_qt(field.label.in(language)), to_qt(value));
    }
    if (rows.isEmpty()) return {};
    return "<p style='color:#1f5f8b; font-weight:bold; margin:6px 0 2px 0'>"
        + to_qt(page.title.in(language)).toHtmlEscaped()
        + "</p><table width='100%' cellspacing='0'>" + rows + "</table>";
}

} // namespace

QString record_html(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    std::string_view language
)
{
    // Filled from the left: each block goes under the shorter side.
    QString left;
    QString right;
    for (const auto& page : event.pages) {
        const auto block = block_html(known, event, page, data, language);
        auto& side = left.count("<tr>") <= right.count("<tr>") ? left : right;
        side += block;
    }
    return "<table width='100%'><tr><td width='50%' valign='top' style='padding-right:18px'>" + left
        + "</td><td width='50%' valign='top'>" + right + "</td></tr></table>";
}

} // namespace hotich
