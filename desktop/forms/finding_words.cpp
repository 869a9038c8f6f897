#include "desktop/forms/finding_words.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/visible_findings.h"

#include <QCoreApplication>

#include <charconv>

namespace hotich {

namespace {

struct finding_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::finding_words)
};

/// The row a path names, counted from 1; 0 where it names none.
int row_in(const std::string& path, const event_definition& event)
{
    for (const auto& field : event.fields) {
        if (field.columns.empty() || !path.starts_with(field.path + ".")) continue;
        const auto* begin = path.data() + field.path.size() + 1;
        int row = 0;
        const auto [end, error] = std::from_chars(begin, path.data() + path.size(), row);
        return error == std::errc() && end != begin ? row + 1 : 0;
    }
    return 0;
}

} // namespace

QString place_of(const finding& item, const event_definition& event, std::string_view language)
{
    const int page = page_of_field(event, field_of_finding(event, item.field));
    if (page < 0) return {};
    auto place = to_qt(event.pages[std::size_t(page)].title.in(language));
    if (const int row = row_in(item.field, event); row > 0)
        place += ", " + finding_words::tr("row %1").arg(row);
    return place;
}

QString sentence_of(
    const finding& item,
    const event_definition& event,
    const definitions& known,
    std::string_view language
)
{
    const auto place = place_of(item, event, language);
    const auto message = to_qt(message_of(item, known, &event, language));
    return place.isEmpty() ? message : place + ": " + message;
}

QString row_words(const std::string& path, const event_definition& event)
{
    const int row = row_in(path, event);
    return row == 0 ? QString() : finding_words::tr("Row %1: ").arg(row);
}

} // namespace hotich
