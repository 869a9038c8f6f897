#include "desktop/shell/line_words.h"

#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace hotich {

namespace {

struct line_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::line_words)
};

QString coloured(const char* tone_name, const char16_t* sign, const QString& words)
{
    return QString("<span style='color:%1'>%2</span> %3")
        .arg(tone(tone_name), QString::fromUtf16(sign), words.toHtmlEscaped());
}

/// How far the register is filled, while that takes more than a moment.
QString progress_words(const line_report& report)
{
    if (report.feed_revision <= report.revision || report.feed_revision == 0) return {};
    return " " + line_words::tr("%1 of %2").arg(report.revision).arg(report.feed_revision);
}

/// The data meter: an office may pay for every megabyte.
QString traffic_words(const line_report& report)
{
    if (report.month_bytes == 0) return {};
    const auto size = [](std::int64_t bytes) {
        const QLocale vietnamese(QLocale::Vietnamese);
        if (bytes < 1'000'000)
            return vietnamese.toString(static_cast<double>(bytes) / 1000, 'f', 0) + " KB";
        return vietnamese.toString(static_cast<double>(bytes) / 1e6, 'f', 1) + " MB";
    };
    return QString::fromUtf16(u" \u00B7 ")
        + line_words::tr("today %1, this month %2")
              .arg(size(report.today_bytes), size(report.month_bytes))
              .toHtmlEscaped();
}

} // namespace

QString line_html(const line_report& report, const workplace& place)
{
    switch (report.state) {
    case line_state::not_tried:
        return coloured("quiet", u"\u25CB", line_words::tr("Not synchronised yet"));
    case line_state::synchronising:
        return coloured(
            "accent", u"\u25BA", line_words::tr("Synchronising…") + progress_words(report)
        );
    case line_state::up_to_date:
        return coloured("good", u"\u25CF", line_words::tr("Line up, synchronised"))
            + traffic_words(report);
    case line_state::offline:
        return coloured(
            "amber", u"\u25CB", line_words::tr("No line: work goes on and is sent later")
        );
    case line_state::refused:
        break;
    }
    const auto code = report.trouble.value_or(failure_code::not_allowed);
    const auto why = to_qt(place.known.message("failures", name_of(code)).in(place.language));
    return coloured("red", u"\u25A0", line_words::tr("The server refuses: %1").arg(why));
}

} // namespace hotich
