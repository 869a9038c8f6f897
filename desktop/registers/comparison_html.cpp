#include "desktop/registers/comparison_html.h"

#include "common/rules/duplicate_check.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/history_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace hotich {

namespace {

struct comparison_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::comparison_words)
};

QString cell(const QString& text, const QString& style = {})
{
    return QString("<td style='padding:2px 10px 2px 0;%1'>%2</td>")
        .arg(style, text.toHtmlEscaped());
}

QString row_html(const comparison_row& row, bool is_foreign)
{
    const auto weight = (row.weight > 0 ? "+" : "") + QString::number(row.weight);
    return "<tr>" + cell(to_qt(row.label), "color:" + tone("quiet")) + cell(to_qt(row.mine))
        + (is_foreign ? QString() : cell(to_qt(row.theirs)))
        + cell(to_qt(row.agreement), "color:" + tone(row.weight < 0 ? "amber" : "accent"))
        + cell(weight) + "</tr>";
}

QString head_html(bool is_foreign)
{
    const auto title = [](const QString& text) { return cell(text, "font-weight:bold"); };
    return "<tr>" + title({}) + title(comparison_words::tr("This one"))
        + (is_foreign ? QString() : title(comparison_words::tr("The other one")))
        + title(comparison_words::tr("They are")) + title(comparison_words::tr("Weight")) + "</tr>";
}

} // namespace

std::vector<record> alike_in_office(const desk_register& desk, const record& held)
{
    std::vector<record> out;
    if (held.state != record_state::held) return out;
    for (const auto& reason : reasons_of(held))
        if (auto other = desk.load(record_named_in(reason))) out.push_back(std::move(*other));
    return out;
}

QString comparison_html(
    const workplace& place,
    const event_definition& event,
    const finding& reason,
    const record& held,
    const std::vector<record>& alike
)
{
    const auto named = record_named_in(reason);
    const auto found = std::find_if(alike.begin(), alike.end(), [&named](const auto& one) {
        return one.id == named;
    });
    const bool is_foreign = found == alike.end();
    const auto theirs = is_foreign ? json::object() : current_data(*found);
    const auto rows = side_by_side(
        {place.known, event, reason, held.data, is_foreign ? nullptr : &theirs}, place.language
    );
    if (rows.empty()) return {};
    auto html = "<p style='color:" + tone("accent") + "; font-weight:bold; margin:6px 0 2px 0'>"
        + comparison_words::tr("What made the server suspect a duplicate").toHtmlEscaped()
        + "</p><table width='100%' cellspacing='0'>" + head_html(is_foreign);
    for (const auto& row : rows)
        html += row_html(row, is_foreign);
    return html + "</table>";
}

} // namespace hotich
