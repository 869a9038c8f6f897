#include "desktop/shell/line_words.h"

#include "common/base/text.h"
#include "common/sync/server_word.h"
#include "desktop/app/moments.h"
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
    return QString::fromUtf16(u" \u00B7 ")
        + line_words::tr("today %1, this month %2")
              .arg(size_text(report.today_bytes), size_text(report.month_bytes))
              .toHtmlEscaped();
}

QString skew_words(std::int64_t skew_ms, const workplace& place)
{
    const auto* id = skew_ms > 0 ? "clock_fast" : "clock_slow";
    const auto minutes = std::to_string(std::abs(skew_ms) / 60'000);
    return to_qt(replace_placeholders(
        place.known.message("tool", id).in(place.language), {{"minutes", minutes}}
    ));
}

/// What the clerk must know before it holds him up, and what to do.
QString days_left_html(const line_report& report)
{
    if (!report.days_left) return {};
    const auto days = *report.days_left;
    const auto words = days < 0
        ? line_words::tr("The time without the server is over: synchronise (F5), or take in a "
                         "courier's bundle. Nothing is lost.")
        : line_words::tr(
            "%n day(s) left without the server: synchronise (F5), or send a courier's bundle.",
            nullptr,
            static_cast<int>(days)
        );
    return " " + coloured("red", u"\u25A0", words);
}

/// The server's own reason, where messages.json has a sentence for it.
std::optional<QString> reason_words(const line_report& report, const workplace& place)
{
    if (report.reason.empty()) return std::nullopt;
    const auto own = place.known.message("findings", report.reason).in(place.language);
    return own == report.reason ? std::nullopt : std::optional(to_qt(own));
}

QString refusal_words(const line_report& report, const workplace& place)
{
    const auto code = report.trouble.value_or(failure_code::not_allowed);
    const auto usual = place.known.message("failures", name_of(code)).in(place.language);
    return line_words::tr("The server refuses: %1")
        .arg(reason_words(report, place).value_or(to_qt(usual)));
}

QString state_html(const line_report& report, const workplace& place)
{
    if (place.is_practice && report.state != line_state::refused)
        return coloured("amber", u"\u25CB", line_words::tr("Practice: nothing is sent"));
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
    case line_state::put_off:
        return coloured(
            "amber",
            u"\u25CB",
            reason_words(report, place)
                .value_or(line_words::tr("The server is busy: what waits is sent by itself later"))
        );
    case line_state::refused:
        break;
    }
    return coloured("red", u"\u25A0", refusal_words(report, place));
}

} // namespace

QString size_text(std::int64_t bytes)
{
    const QLocale vietnamese(QLocale::Vietnamese);
    if (bytes < 1'000'000)
        return vietnamese.toString(static_cast<double>(bytes) / 1000, 'f', 0) + " KB";
    return vietnamese.toString(static_cast<double>(bytes) / 1e6, 'f', 1) + " MB";
}

/// The days that the law counts are this PC's: nothing is set right in silence.
QString clock_html(const line_report& report, const workplace& place)
{
    if (is_clock_wrong(report.clock_skew_ms))
        return coloured("red", u"\u25A0", skew_words(report.clock_skew_ms, place));
    if (!report.jump) return {};
    return coloured(
        "red",
        u"\u25A0",
        line_words::tr("This PC's clock went back from %1 to %2: look at it before you register "
                       "(Ctrl+M).")
            .arg(moment_text(report.jump->from), moment_text(report.jump->to))
    );
}

QString line_html(const line_report& report, const workplace& place)
{
    const auto clock = clock_html(report, place);
    return state_html(report, place)
        + (clock.isEmpty() ? QString() : QString::fromUtf16(u" \u00B7 ") + clock)
        + days_left_html(report);
}

} // namespace hotich
