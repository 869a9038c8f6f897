#include "desktop/shell/line_words.h"

#include "desktop/app/qt_text.h"

#include <QCoreApplication>

namespace hotich {

namespace {

struct line_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::line_words)
};

QString coloured(const char* colour, const char16_t* sign, const QString& words)
{
    return QString("<span style='color:%1'>%2</span> %3")
        .arg(colour, QString::fromUtf16(sign), words.toHtmlEscaped());
}

} // namespace

QString line_html(const line_report& report, const workplace& place)
{
    switch (report.state) {
    case line_state::not_tried:
        return coloured("#5b6570", u"\u25CB", line_words::tr("Not synchronised yet"));
    case line_state::synchronising:
        return coloured("#1f5f8b", u"\u25BA", line_words::tr("Synchronising…"));
    case line_state::up_to_date:
        return coloured("#1d6b3a", u"\u25CF", line_words::tr("Line up, synchronised"));
    case line_state::offline:
        return coloured(
            "#8a5a00", u"\u25CB", line_words::tr("No line: work goes on and is sent later")
        );
    case line_state::refused:
        break;
    }
    const auto code = report.trouble.value_or(failure_code::not_allowed);
    const auto why = to_qt(place.known.message("failures", name_of(code)).in(place.language));
    return coloured("#b02121", u"\u25A0", line_words::tr("The server refuses: %1").arg(why));
}

} // namespace hotich
