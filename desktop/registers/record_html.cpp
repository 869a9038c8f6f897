#include "desktop/registers/record_html.h"

#include "common/definitions/display.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"

#include <QCoreApplication>

namespace hotich {

namespace {

struct record_html_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::record_html_words)
};

QString row_html(const QString& label, const QString& value)
{
    return QString(
               "<tr><td width='38%' style='color:" + tone("quiet")
               + "; padding:2px 10px 2px 0'>%1</td>"
                 "<td width='62%' style='padding:2px 0'>%2</td></tr>"
    )
        .arg(label.toHtmlEscaped(), value);
}

/// One page of the definition as rows, in one language.
class block_writer
{
public:
    block_writer(
        const definitions& known,
        const event_definition& event,
        const json::object& original,
        const json::object& current,
        std::string_view language
    )
        : m_known(known),
          m_event(event),
          m_original(original),
          m_current(current),
          m_language(language)
    {}

    [[nodiscard]] QString block(const form_page& page) const
    {
        QString rows;
        for (const auto index : page.fields)
            rows += field_rows(m_event.fields[index]);
        if (rows.isEmpty()) return {};
        return "<p style='color:" + tone("accent") + "; font-weight:bold; margin:6px 0 2px 0'>"
            + to_qt(page.title.in(m_language)).toHtmlEscaped()
            + "</p><table width='100%' cellspacing='0'>" + rows + "</table>";
    }

private:
    [[nodiscard]] QString field_rows(const field_definition& field) const
    {
        const auto label = to_qt(field.label.in(m_language));
        if (!field.columns.empty()) return list_rows(field, label);
        const auto first = text(m_original, field.path);
        const auto now = text(m_current, field.path);
        if (first.isEmpty() && now.isEmpty()) return {};
        if (first == now) return row_html(label, "<b>" + now + "</b>");
        // What was written first stays readable beside what later notes made of it.
        auto value = "<span style='color:" + tone("amber") + "'>\u25B2</span> <b>"
            + (now.isEmpty() ? record_html_words::tr("(removed)") : now) + "</b>";
        if (!first.isEmpty())
            value += "<br><span style='color:" + tone("quiet") + "'>"
                + record_html_words::tr("as registered: %1").arg(first) + "</span>";
        return row_html(label, value);
    }

    [[nodiscard]] QString list_rows(const field_definition& list, const QString& label) const
    {
        const auto* value = find_path(m_current, list.path);
        const auto* rows = value == nullptr ? nullptr : value->if_array();
        if (rows == nullptr) return {};
        QString html;
        for (std::size_t i = 0; i < rows->size(); ++i) {
            QStringList cells;
            const auto start = list.path + "." + std::to_string(i) + ".";
            for (const auto& column : list.columns)
                if (const auto cell = cell_text(start, column.path); !cell.isEmpty()) cells << cell;
            html += row_html(i == 0 ? label : QString(), "<b>" + cells.join("; ") + "</b>");
        }
        return html;
    }

    [[nodiscard]] QString cell_text(const std::string& start, const std::string& column) const
    {
        const auto shown = text(m_current, start + column);
        if (column != "field_id") return shown;
        const auto path = text_at(m_current, start + column);
        for (const auto* event : m_known.events())
            if (const auto* field = event->find_field(path);
                field != nullptr && is_named(event->event))
                return to_qt(field->label.in(m_language)).toHtmlEscaped();
        return shown;
    }

    /// Whether the record is about an entry of that event.
    [[nodiscard]] bool is_named(const std::string& event) const
    {
        for (const auto& annotation : m_event.annotates)
            if (annotation.target.doc_kind.in(m_current) == event) return true;
        return false;
    }

    [[nodiscard]] QString text(const json::object& data, const std::string& path) const
    {
        return to_qt(display_value(m_known, m_event, data, path, m_language)).toHtmlEscaped();
    }

    const definitions& m_known;
    const event_definition& m_event;
    const json::object& m_original;
    const json::object& m_current;
    std::string_view m_language;
};

} // namespace

QString record_html(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    std::string_view language
)
{
    return record_html(known, event, data, data, language);
}

QString record_html(
    const definitions& known,
    const event_definition& event,
    const json::object& original,
    const json::object& current,
    std::string_view language
)
{
    // Filled from the left: each block goes under the shorter side.
    QString left;
    QString right;
    const block_writer writer(known, event, original, current, language);
    for (const auto& page : event.pages) {
        const auto block = writer.block(page);
        auto& side = left.count("<tr>") <= right.count("<tr>") ? left : right;
        side += block;
    }
    return "<table width='100%'><tr><td width='50%' valign='top' style='padding-right:18px'>" + left
        + "</td><td width='50%' valign='top'>" + right + "</td></tr></table>";
}

} // namespace hotich
