#include "desktop/app/moments.h"

#include "desktop/app/qt_text.h"

#include <QCoreApplication>

namespace hotich {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t vietnam_offset_ms = 7 * hour_ms;

struct moments
{
    Q_DECLARE_TR_FUNCTIONS(hotich::moments)
};

} // namespace

QString moment_text(instant when)
{
    const auto of_day = (when.ms + vietnam_offset_ms) % day_ms;
    return to_qt(to_display(date_in_vietnam(when)))
        + QString(" %1:%2")
              .arg(of_day / hour_ms, 2, 10, QChar('0'))
              .arg(of_day % hour_ms / minute_ms, 2, 10, QChar('0'));
}

QString age_text(instant since, instant now)
{
    const auto ms = now.ms - since.ms;
    if (ms < 2 * minute_ms) return moments::tr("just now");
    if (ms < 2 * hour_ms) return moments::tr("%n minutes ago", nullptr, int(ms / minute_ms));
    if (ms < 2 * day_ms) return moments::tr("%n hours ago", nullptr, int(ms / hour_ms));
    return moments::tr("%n days ago", nullptr, int(ms / day_ms));
}

} // namespace hotich
